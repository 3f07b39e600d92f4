import { List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { parseProse } from '#app/components/editor/prose-json.ts'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import { maskName } from '#domain/hearings/masked-name.ts'
import { isOfClosedPhase } from '#domain/hearings/official-names.ts'
import { missingFacts } from '#domain/hearings/paper-draft.ts'
import { isRecorder } from '#domain/hearings/people.ts'
import { maskedNamesIn } from '#domain/hearings/references.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import { usePaper } from './paper-context.tsx'

/** The recorder's step after the closing: what is missing, then the freezing. */
export function Freeze() {
  const { t } = useTranslation('hearingsAfter')
  const { paper, state, me, may, send } = usePaper()
  const { act, busy, refusal, forget } = useActWith(send)
  if (!state || paper.frozen || !isRecorder(state, me.personId)) return null
  const { part, comments, content } = paper
  const written = parseProse(content) as ProseNode
  const behind = missingFacts(written, { part, state, comments }).length
  return (
    <Section title={t('hearingsAfter:freeze.title')}>
      <Stack gap="sm">
        <Text>{t(`hearingsAfter:freeze.${state.status === 'closed' ? 'explains' : 'notClosed'}`)}</Text>
        {state.status === 'closed' ? <Missing state={state} behind={behind} text={content ?? ''} /> : null}
        <div>
          <LegalActButton
            records={t('hearingsAfter:freeze.records')}
            refusal={may('freeze-transcript')}
            busy={busy}
            onAct={() => void act({ type: 'freeze-transcript' })}
          >
            {t('hearingsAfter:freeze.act')}
          </LegalActButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </Section>
  )
}

function Missing({ state, behind, text }: { state: HearingState; behind: number; text: string }) {
  const { t } = useTranslation(['hearingsAfter', 'common'])
  const { personName } = usePaper()
  const unconfirmed = state.passages.filter(
    ({ confirmedAt, phase }) => confirmedAt === null && !isOfClosedPhase(phase),
  )
  const unanswered = state.questions.filter(({ answered }) => answered === null)
  const people = [...new Set(unconfirmed.map(({ personId }) => personName(personId)))].join('、')
  const named = maskedNamesIn(state, text)
  if (behind + unconfirmed.length + unanswered.length + named.length === 0)
    return <Text c="var(--pine)">✓ {t('hearingsAfter:freeze.complete')}</Text>
  return (
    <List size="sm">
      {behind > 0 ? <List.Item>{t('hearingsAfter:freeze.behind', { count: behind })}</List.Item> : null}
      {unconfirmed.length > 0 ? (
        <List.Item>{t('hearingsAfter:freeze.unconfirmed', { count: unconfirmed.length, people })}</List.Item>
      ) : null}
      {unanswered.length > 0 ? (
        <List.Item>{t('hearingsAfter:freeze.unanswered', { count: unanswered.length })}</List.Item>
      ) : null}
      {named.length > 0 ? (
        <List.Item>
          {t('common:maskedNames', { names: named.join('、'), masked: named.map(maskName).join('、') })}
        </List.Item>
      ) : null}
    </List>
  )
}
