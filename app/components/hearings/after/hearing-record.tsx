import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { namesFrom } from '#app/components/record/names-from.ts'
import { Timeline, type TimelineLine } from '#app/components/record/timeline.tsx'
import type { HearingState } from '#domain/hearings/types.ts'
import { usePaper } from './paper-context.tsx'

function namesOf(state: HearingState, unknown: string) {
  const people = Object.fromEntries(state.participants.map(({ personId, name }) => [personId, name]))
  const speeches = [
    ...state.floor.heard,
    ...state.floor.waiting,
    ...(state.floor.speaking ? [state.floor.speaking] : []),
  ]
  return namesFrom(
    {
      people,
      recusals: Object.fromEntries(
        state.recusals.map(({ id, personId, ruling }) => [
          id,
          {
            person: people[personId] ?? unknown,
            item: '',
            enteredBySecretary: ruling?.authority === 'superior',
          },
        ]),
      ),
      speakers: Object.fromEntries(speeches.map(({ id, personId }) => [id, people[personId] ?? unknown])),
    },
    unknown,
  )
}

/** What the text is written from, entry by entry, newest first. */
export function HearingRecord({ entries }: { entries: readonly TimelineLine[] }) {
  const { t } = useTranslation(['hearingsAfter', 'record'])
  const { state } = usePaper()
  if (!state || entries.length === 0) return null
  return (
    <Section title={t('hearingsAfter:record.title')}>
      <Timeline entries={entries} names={namesOf(state, t('record:unknownName'))} newestFirst />
    </Section>
  )
}
