import { Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { newCommandId } from '#app/realtime/command-id.ts'
import { OutcomeBadge } from '#app/components/ui/outcome-badge.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { nextWorkingDay } from '#domain/calendar/working-days.ts'
import { EFFECTS, MEASURES, type Measure, type Outcome } from '#domain/decisions/outcome.ts'
import type { DecisionDetail } from '#domain/minutes/types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { DutyFields } from './duty-fields.tsx'
import { useAct, useMinutes } from './minutes-context.tsx'

interface DetailFormProps {
  readonly caseId: string
  readonly itemId: string
  readonly subject: { readonly id: string; readonly name: string }
  readonly outcome: Outcome
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The rule of the day, and the day that will stand where the one chosen is not worked. */
function useShelvingHint(day: string): string {
  const { t } = useTranslation('minutes')
  const { calendar } = useMinutes()
  const date = useDateTime()
  const sentence = useRefusalSentence()
  const moved = day === '' ? day : nextWorkingDay(day, calendar)
  if (isRefusal(moved)) return sentence(moved)
  return moved === day
    ? t('minutes:detail.shelvedHint')
    : t('minutes:detail.shelvedMoved', { day: date(moved) })
}

/** What the vote does not say and the decision needs: clauses, remaining measure, effects, duties. */
export function DetailForm({ caseId, itemId, subject, outcome }: DetailFormProps) {
  const { t } = useTranslation('minutes')
  const { state, may } = useMinutes()
  const { act, busy, refusal, forget } = useAct()
  const saved = state.details.find((one) => one.itemId === itemId && one.subjectId === subject.id)
  const [clauses, setClauses] = useState(saved?.clauses.join('\n') ?? '')
  const [measure, setMeasure] = useState<Measure | ''>(saved?.measure ?? '')
  const [measureText, setMeasureText] = useState(saved?.measureText ?? '')
  const [effects, setEffects] = useState<readonly string[]>(saved?.effects ?? [])
  const [shelvedUntil, setShelvedUntil] = useState(saved?.shelvedUntil ?? '')
  const [duties, setDuties] = useState<DecisionDetail['duties']>(saved?.duties ?? [])
  const shelving = useShelvingHint(shelvedUntil)
  const needsMeasure = outcome === 'LIGHTER' || outcome === 'MITIGATED'

  const detail = {
    caseId,
    itemId,
    subjectId: subject.id,
    clauses: lines(clauses),
    measure: measure === '' ? null : measure,
    measureText,
    effects: EFFECTS.filter((effect) => effects.includes(effect)),
    shelvedUntil: shelvedUntil === '' ? null : shelvedUntil,
    duties: duties.map((duty) => ({ ...duty })),
  }

  return (
    <form
      aria-label={subject.name}
      onSubmit={(event) => {
        event.preventDefault()
        void act({ type: 'set-decision-detail', detail })
      }}
    >
      <Stack gap="sm" py="sm" style={{ borderTop: '1px solid var(--line)' }}>
        <Group gap="sm">
          <Title order={3} size="h5">
            {subject.name}
          </Title>
          <OutcomeBadge outcome={outcome} />
          {saved ? (
            <Text size="sm" c="dimmed">
              {t('minutes:detail.saved')}
            </Text>
          ) : null}
        </Group>
        <Textarea
          label={t('minutes:detail.clauses')}
          description={t('minutes:detail.clausesHint')}
          autosize
          minRows={2}
          value={clauses}
          onChange={(event) => setClauses(event.currentTarget.value)}
        />
        {needsMeasure ? (
          <Group grow align="flex-start">
            <NativeSelect
              label={t('minutes:detail.measure')}
              required
              value={measure}
              onChange={(event) => setMeasure(event.currentTarget.value as Measure | '')}
              data={[
                { value: '', label: t('minutes:detail.choose') },
                ...MEASURES.map((value) => ({ value, label: t(`minutes:measure.${value}`) })),
              ]}
            />
            <LimitedInput
              label={t('minutes:detail.measureText')}
              value={measureText}
              limit={500}
              onChange={(event) => setMeasureText(event.currentTarget.value)}
            />
          </Group>
        ) : null}
        {outcome === 'SHELVED' ? (
          <TextInput
            type="date"
            required
            label={t('minutes:detail.shelvedUntil')}
            description={shelving}
            value={shelvedUntil}
            onChange={(event) => setShelvedUntil(event.currentTarget.value)}
          />
        ) : null}
        <Checkbox.Group label={t('minutes:detail.effects')} value={[...effects]} onChange={setEffects}>
          <Group gap="md" mt={4}>
            {EFFECTS.map((effect) => (
              <Checkbox key={effect} value={effect} label={t(`minutes:effect.${effect}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <DutyFields
          duties={duties}
          onChange={setDuties}
          onAdd={() => setDuties([...duties, { id: newCommandId(), text: '', ownerBodyId: '', dueOn: '' }])}
        />
        <div>
          <ReasonedButton
            type="submit"
            variant="light"
            refusal={may({ type: 'set-decision-detail', detail: { ...detail, duties: [] } })}
            busy={busy}
          >
            {t('minutes:detail.save')}
          </ReasonedButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
