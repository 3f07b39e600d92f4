import { NativeSelect, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { Participant } from '#domain/hearings/types.ts'
import { usePaper } from './paper-context.tsx'

const COMMANDS = { refused: 'note-refusal-to-sign', missing: 'note-missing-signature' } as const
type How = keyof typeof COMMANDS
const HOWS: readonly How[] = ['refused', 'missing']

/** The chair notes that somebody does not sign: he refuses, with what he said, or cannot any more (F-38). */
export function NotSigned({ waiting }: { waiting: readonly Participant[] }) {
  const { t } = useTranslation(['hearingsAfter', 'common'])
  const { me, may, send } = usePaper()
  const { act, busy, refusal, forget } = useActWith(send)
  const [personId, setPersonId] = useState('')
  const [how, setHow] = useState<How>('refused')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const others = waiting.filter((one) => one.personId !== me.personId)
  if (others.length === 0) return null
  const complete = personId !== '' && reason.trim() !== '' && !exceeds(reason, REASON_LIMIT)

  async function note() {
    setAsked(true)
    if (!complete) return
    if (await act({ type: COMMANDS[how], personId, reason: reason.trim() })) {
      setPersonId('')
      setReason('')
      setAsked(false)
    }
  }

  return (
    <Stack gap="sm" mt="lg" maw={640}>
      <Title order={3} size="h5">
        {t('hearingsAfter:signing.noteRefusal')}
      </Title>
      <NativeSelect
        label={t('hearingsAfter:signing.noteWho')}
        value={personId}
        error={asked && personId === '' ? t('hearingsAfter:signing.chooseSomebody') : null}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={[
          { value: '', label: t('hearingsAfter:signing.choose') },
          ...others.map((one) => ({ value: one.personId, label: one.name })),
        ]}
      />
      <NativeSelect
        label={t('hearingsAfter:signing.noteHow')}
        value={how}
        onChange={(event) => setHow(HOWS.find((one) => one === event.currentTarget.value) ?? 'refused')}
        data={HOWS.map((value) => ({ value, label: t(`hearingsAfter:signing.how.${value}`) }))}
      />
      <LimitedTextarea
        label={t('hearingsAfter:signing.noteReason')}
        autosize
        minRows={2}
        limit={REASON_LIMIT}
        value={reason}
        error={asked && reason.trim() === '' ? t('common:invalid.required') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <LegalActButton
          legal={false}
          variant="default"
          records={t('hearingsAfter:signing.noteRecords')}
          refusal={may(COMMANDS[how])}
          busy={busy}
          onAct={() => void note()}
        >
          {t('hearingsAfter:signing.noteRefusal')}
        </LegalActButton>
      </div>
      <RefusalAlert refusal={refusal} onClose={forget} />
    </Stack>
  )
}
