import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useAct } from './room-context.tsx'

/** Checking in by the code on the big screen. */
export function CodeForm() {
  const { t } = useTranslation('meetings')
  const { act, busy, refusal, forget } = useAct()
  const [code, setCode] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') void act({ type: 'check-in', personId: null, code: code.trim() })
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('meetings:checkIn.code')}
            description={t('meetings:checkIn.codeHint')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
          />
          <Button type="submit" variant="light" loading={busy}>
            {t('meetings:checkIn.title')}
          </Button>
        </Group>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
