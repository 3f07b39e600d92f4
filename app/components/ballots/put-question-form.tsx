import { Checkbox, Radio, Stack, Text } from '@mantine/core'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useMeeting } from '#app/components/meetings/room-context.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { usualQuestion } from '#domain/ballots/question.ts'
import { buildRoll } from '#domain/ballots/roll.ts'
import { ruleFor } from '#domain/ballots/rules.ts'
import { BALLOT_METHODS, type BallotMethod } from '#domain/ballots/types.ts'
import { OUTCOMES, type Outcome } from '#domain/decisions/outcome.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { presentIds } from '#domain/meetings/participants.ts'
import { fractionFor } from '#domain/meetings/quorum.ts'
import { recusedIds } from '#domain/meetings/recusals.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { RollList } from './roll-list.tsx'

/** What is usually put; the chair adds or takes away. */
const USUAL: readonly Outcome[] = ['EXEMPT', 'LIGHTER', 'MITIGATED', 'NOT_TOLERATED', 'SHELVED']

interface PutQuestionFormProps {
  readonly item: AgendaItem
  readonly subjectId: string
}

/** One question about one subject: sentence, options, way of voting, and the roll as it would be frozen now. */
export function PutQuestionForm({ item, subjectId }: PutQuestionFormProps) {
  const { t } = useTranslation('ballots')
  const { may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const subject = item.subjects.find((one) => one.id === subjectId)
  const [question, setQuestion] = useState(() => usualQuestion(subject?.name ?? ''))
  const [options, setOptions] = useState<readonly Outcome[]>(USUAL)
  const [method, setMethod] = useState<BallotMethod>('named')
  const put = (way: BallotMethod): MeetingCommand => ({
    type: 'put-question',
    subjectId,
    question: question.trim() || '—',
    options: [...options],
    method: way,
  })
  return (
    <form onSubmit={(event) => event.preventDefault()} id="put-question">
      <Stack gap="md">
        <LimitedTextarea
          label={t('ballots:ask.question')}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          autosize
          minRows={2}
          limit={500}
          required
        />
        <Checkbox.Group
          label={t('ballots:ask.options')}
          description={t('ballots:ask.optionsNote')}
          value={[...options]}
          onChange={(values) => setOptions(OUTCOMES.filter((outcome) => values.includes(outcome)))}
          error={options.length === 0 ? t('ballots:ask.optionsMissing') : null}
        >
          <Stack gap="xs" mt="xs">
            {OUTCOMES.map((outcome) => (
              <Checkbox key={outcome} value={outcome} label={t(`ballots:choice.${outcome}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MethodChoice method={method} onChoose={setMethod} refusalOf={(way) => may(put(way))} />
        <RollNow item={item} />
        <div>
          <LegalActButton
            records={t('ballots:ask.openRecords')}
            refusal={may(put(method))}
            busy={busy}
            onAct={() => void act(put(method))}
          >
            {t('ballots:ask.open')}
          </LegalActButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}

/** Reasons that belong to one way of voting; the others stand at the button. */
const OF_THE_METHOD: readonly string[] = ['ballot/secret-roll-too-small', 'meeting/scrutineers-needed']

interface MethodChoiceProps {
  readonly method: BallotMethod
  readonly onChoose: (method: BallotMethod) => void
  readonly refusalOf: (method: BallotMethod) => Refusal | null
}

function MethodChoice({ method, onChoose, refusalOf }: MethodChoiceProps) {
  const { t } = useTranslation('ballots')
  const sentence = useRefusalSentence()
  return (
    <Radio.Group
      label={t('ballots:ask.method')}
      description={t('ballots:ask.methodFixed')}
      value={method}
      onChange={(value) => onChoose(BALLOT_METHODS.find((one) => one === value) ?? method)}
    >
      <Stack gap="sm" mt="xs">
        {BALLOT_METHODS.map((one) => {
          const why = refusalOf(one)
          return (
            <Radio
              key={one}
              value={one}
              label={t(`ballots:method.${one}`)}
              description={
                why && OF_THE_METHOD.includes(why.refused) ? sentence(why) : t(`ballots:methodNote.${one}`)
              }
            />
          )
        })}
      </Stack>
    </Radio.Group>
  )
}

function RollNow({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('ballots')
  const { state } = useMeeting()
  const roll = buildRoll(state.membersDue, presentIds(state), recusedIds(state, item.id))
  const rule = ruleFor(roll, fractionFor(state), state.rules.recusedCountAsDue)
  return (
    <>
      <RollList roll={roll} rule={rule} />
      <Text c="dimmed">{t('ballots:turnout.note')}</Text>
    </>
  )
}
