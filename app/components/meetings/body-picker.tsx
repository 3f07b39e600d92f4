import { Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byBody } from './by-body.ts'
import type { Invitable } from './people-picker.tsx'
import classes from './convene.module.css'

/** Which departments must have a member in the room. Only those with a member due: no other could ever be there. */
export function BodyPicker({ members, error }: { members: readonly Invitable[]; error: string | null }) {
  const { t } = useTranslation('meetings')
  // What was unticked by hand; a department that comes in is required until somebody says otherwise.
  const [waived, setWaived] = useState<readonly string[]>([])
  const bodies = byBody(members)
  if (bodies.length === 0) return null
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.legend}>{t('meetings:new.required')}</legend>
      <p className={classes.hint}>{t('meetings:new.requiredHint')}</p>
      {error ? <p className={classes.error}>{error}</p> : null}
      <Stack gap="xs">
        {bodies.map(([bodyId, people]) => (
          <Checkbox
            key={bodyId}
            name="requiredBodyIds"
            value={bodyId}
            label={people[0]?.bodyName ?? bodyId}
            checked={!waived.includes(bodyId)}
            onChange={(event) =>
              setWaived(
                event.currentTarget.checked ? waived.filter((id) => id !== bodyId) : [...waived, bodyId],
              )
            }
          />
        ))}
      </Stack>
    </fieldset>
  )
}
