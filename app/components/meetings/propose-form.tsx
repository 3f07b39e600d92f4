import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton } from './command-button.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'
import { useCaseSearch } from './use-case-search.ts'

/** Looking for a case and asking that it be put on the agenda. */
export function ProposeForm() {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  const { found: all, busy, search } = useCaseSearch()
  const [words, setWords] = useState('')
  const listed = new Set(state.items.map((item) => item.caseId))
  const found = all?.filter((one) => !listed.has(one.id))
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void search(words)
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('meetings:agenda.proposeFind')}
            description={t('meetings:agenda.proposeHint')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={busy}>
            {t('meetings:new.findButton')}
          </Button>
        </Group>
      </form>
      <div role="status">
        {found
          ? found.length === 0
            ? t('meetings:new.foundNone')
            : t('meetings:new.found', { count: found.length })
          : null}
      </div>
      <ul className={classes.plain}>
        {found?.map((one) => (
          <li key={one.id} className={classes.found}>
            <span>
              {one.number} {one.title}
            </span>
            <CommandButton variant="light" command={{ type: 'propose-item', caseId: one.id }}>
              {t('meetings:agenda.proposeSubmit')}
            </CommandButton>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
