import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import { isSigner } from '#domain/hearings/signing.ts'
import { usePaper } from './paper-context.tsx'

/** Appended to the frozen text until the day that is told; the text stays (F-55). */
export function LateCorrections() {
  const { t } = useTranslation('hearingsAfter')
  const { state, own, may, send, personName } = usePaper()
  const dateTime = useDateTime()
  const { act, busy, refusal, forget } = useActWith(send)
  const [text, setText] = useState('')
  const frozen = state?.transcript.frozen
  if (!frozen) return null
  const signs = own?.participant ? isSigner(own.participant) : false
  const { lateCorrections } = state.transcript
  return (
    <Section title={t('hearingsAfter:late.title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('hearingsAfter:late.until', { day: dateTime(frozen.latestCorrectionOn, 'date') })}
        </Text>
        {lateCorrections.length === 0 ? <Text c="dimmed">{t('hearingsAfter:late.none')}</Text> : null}
        {lateCorrections.map(({ by, at, text: said }) => (
          <div key={`${by} ${at}`}>
            <Text size="sm" c="dimmed">
              {personName(by)} · {dateTime(at)}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }} lang="zh-CN">
              {said}
            </Text>
          </div>
        ))}
        {signs ? (
          <>
            <LimitedTextarea
              maw={640}
              label={t('hearingsAfter:late.label')}
              autosize
              minRows={2}
              limit={REASON_LIMIT}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <div>
              <LegalActButton
                legal={false}
                variant="default"
                records={t('hearingsAfter:late.records')}
                refusal={may('correct-late')}
                ready={text.trim() !== '' && !exceeds(text, REASON_LIMIT)}
                busy={busy}
                onAct={() =>
                  void act({ type: 'correct-late', text: text.trim() }).then((done) => done && setText(''))
                }
              >
                {t('hearingsAfter:late.send')}
              </LegalActButton>
            </div>
            <RefusalAlert refusal={refusal} onClose={forget} />
          </>
        ) : null}
      </Stack>
    </Section>
  )
}
