import { Anchor, Code, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { yetToSign } from '#domain/hearings/signing.ts'
import { later } from '#app/components/ui/later.tsx'
import { usePaper } from './paper-context.tsx'

const SignForm = later(async () => (await import('./sign-form.tsx')).SignForm)

/** The chair's suggestion and signature; they bring the report into the case (REQ-080). */
export function SignReport() {
  const { t } = useTranslation(['hearingsAfter', 'common'])
  const { paper, state, may } = usePaper()
  const [suggestion, setSuggestion] = useState('')
  const [asked, setAsked] = useState(false)
  if (!state || paper.access !== 'write') return null
  const missing = state.transcript.frozen ? yetToSign(state).length : 0
  const given = suggestion.trim()
  return (
    <Section title={t('hearingsAfter:sign.title')}>
      {missing > 0 ? (
        <Text mb="sm">{t('hearingsAfter:sign.signaturesMissing', { count: missing })}</Text>
      ) : null}
      <SignForm
        hash={null}
        fields={{ suggestion: given }}
        ready={given !== '' && !exceeds(given, REASON_LIMIT)}
        records={t('hearingsAfter:sign.records')}
        refusal={may('sign-report')}
        onTried={() => setAsked(true)}
        above={
          <LimitedTextarea
            label={t('hearingsAfter:sign.suggestion')}
            description={t('hearingsAfter:sign.suggestionHint')}
            autosize
            minRows={2}
            limit={REASON_LIMIT}
            value={suggestion}
            error={asked && given === '' ? t('common:invalid.required') : null}
            onChange={(event) => setSuggestion(event.currentTarget.value)}
          />
        }
      >
        {t('hearingsAfter:sign.act')}
      </SignForm>
    </Section>
  )
}

/** Above a signed report: who, when, the hash, and where it went. */
export function SignedNote() {
  const { t } = useTranslation('hearingsAfter')
  const { paper, state, personName } = usePaper()
  const dateTime = useDateTime()
  if (!paper.frozen) return null
  const report = state?.report
  // The others read the report as the hearing's people; the case is not theirs to open.
  const readsCase = paper.view === null || paper.view.shared.sight === 'office'
  return (
    <Section title={t('hearingsAfter:sign.signed')}>
      {report ? (
        <Text>
          {t('common:fact', { label: t('hearingsAfter:sign.suggested'), value: report.suggestion })}
        </Text>
      ) : null}
      <Text size="sm">
        {report
          ? t('hearingsAfter:sign.signedWhat', {
              name: personName(report.signedBy),
              time: dateTime(report.at),
            })
          : dateTime(paper.frozen.at)}{' '}
        <Code style={{ overflowWrap: 'anywhere' }}>{paper.frozen.hash}</Code>
      </Text>
      <Text size="sm" mt="xs">
        {t('hearingsAfter:sign.inCase')}{' '}
        {readsCase ? (
          <Anchor component={Link} to={`/cases/${paper.head.caseId}`} underline="always">
            {t('hearingsAfter:toCase', { number: paper.head.caseNumber })}
          </Anchor>
        ) : (
          t('hearingsAfter:toCase', { number: paper.head.caseNumber })
        )}
      </Text>
    </Section>
  )
}
