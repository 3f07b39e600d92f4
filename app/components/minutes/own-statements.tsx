import { Stack, Text, Title } from '@mantine/core'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { withoutSent } from '#app/components/ui/sent.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StandMark } from '#app/components/ui/stand-mark.tsx'
import { useRoom } from '#app/realtime/use-room.ts'
import type { Statement } from '#domain/meetings/types.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import type { Refusal } from '#domain/record/refusal.ts'

/** A member's own statements, to each of which he may add a correction; the original stays as it is. */
export function OwnStatements({ initial }: { initial: MeetingView }) {
  const { t } = useTranslation('minutes')
  const me = useActor()
  const { view, send } = useRoom<MeetingView>(`meeting/${initial.state.id}`, initial)
  const own = view.state.items.flatMap((item) =>
    item.statements
      .filter((statement) => statement.personId === me.personId)
      .map((statement) => ({ item, statement })),
  )
  if (own.length === 0) return null
  return (
    <section aria-labelledby="own-statements" className="no-print">
      <Title order={2} size="h4" id="own-statements" mb="xs">
        {t('minutes:meetingRecord.own')}
      </Title>
      <Stack gap="lg">
        {own.map(({ item, statement }) => (
          <div key={statement.id}>
            <Text size="sm" c="dimmed">
              {item.caseNumber} {item.caseTitle}
            </Text>
            <StandMark stand={statement.stand} /> {statement.reason}
            {statement.corrections.map((correction) => (
              <Text key={correction.at} size="sm" pl="md">
                {t('common:fact', { label: t('minutes:meetingRecord.correction'), value: correction.text })}
              </Text>
            ))}
            <Correction
              statement={statement}
              send={(text) => send({ type: 'correct-statement', statementId: statement.id, text })}
            />
          </div>
        ))}
      </Stack>
    </section>
  )
}

function Correction({
  statement,
  send,
}: {
  readonly statement: Statement
  readonly send: (text: string) => Promise<Refusal | null>
}) {
  const { t } = useTranslation('minutes')
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  async function add() {
    const answer = await send(text.trim())
    setRefusal(answer)
    if (!answer) setText(withoutSent(text))
  }
  return (
    <Stack gap="xs" mt="xs" maw={640}>
      <LimitedTextarea
        label={t('minutes:meetingRecord.correct')}
        description={t('minutes:meetingRecord.correctHint')}
        id={`correct-${statement.id}`}
        autosize
        minRows={2}
        limit={REASON_LIMIT}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() === '' || exceeds(text, REASON_LIMIT) ? null : (
        <div>
          <LegalActButton
            legal={false}
            size="xs"
            records={t('minutes:meetingRecord.correctRecords')}
            onAct={() => void add()}
          >
            {t('minutes:meetingRecord.send')}
          </LegalActButton>
        </div>
      )}
      <RefusalAlert refusal={refusal} />
    </Stack>
  )
}
