import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { later } from '#app/components/ui/later.tsx'
import { standingPoll } from '#domain/meetings/items.ts'
import { useMinutes } from './minutes-context.tsx'

const DetailForm = later(async () => (await import('./detail-form.tsx')).DetailForm)

/** One form per subject with an announced outcome; while the minutes are written. */
export function Details() {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  if (view.access !== 'write' || !view.meeting || (state.step !== 'draft' && state.step !== 'in-review'))
    return null
  const decided = view.meeting.state.items.flatMap((item) =>
    item.subjects.flatMap((subject) => {
      const outcome = standingPoll(item, subject.id)?.result?.passed
      return outcome ? [{ item, subject, outcome }] : []
    }),
  )
  if (decided.length === 0) return null
  return (
    <section aria-labelledby="details">
      <Title order={2} size="h4" id="details" mb="xs">
        {t('minutes:detail.title')}
      </Title>
      {decided.map(({ item, subject, outcome }) => (
        <DetailForm
          key={`${item.id}/${subject.id}`}
          caseId={item.caseId}
          itemId={item.id}
          subject={subject}
          outcome={outcome}
        />
      ))}
    </section>
  )
}
