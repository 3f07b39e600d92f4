import { useTranslation } from 'react-i18next'
import facts from '#app/components/cases/facts.module.css'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import type { HearingState } from '#domain/hearings/types.ts'

/** What was ordered: why, what about, how open, when and where. */
export function Matters({ state }: { state: HearingState }) {
  const { t } = useTranslation('hearings-before')
  const format = useDateTime()
  const { reason, issues, closedGround, openReason, orderingBodyName, startsAt, place } = state
  const openness = closedGround
    ? t('hearings-before:prepare.closedBecause', {
        ground: t(`hearings-before:closedGround.${closedGround}`),
      })
    : t('hearings-before:prepare.openBecause', { reason: openReason ?? '' })
  const lines = [
    ['when', format(startsAt)],
    ['where', place],
    ['orderedBy', orderingBodyName],
    ['reason', reason],
    ['openness', openness],
  ] as const
  return (
    <Section title={t('hearings-before:prepare.matters')}>
      <dl className={facts.facts}>
        <div className={facts.fact}>
          <dt>{t('hearings-before:prepare.issues')}</dt>
          <dd>
            <ol className={facts.list}>
              {issues.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ol>
          </dd>
        </div>
        {lines.map(([name, words]) => (
          <div key={name} className={facts.fact}>
            <dt>{t(`hearings-before:prepare.${name}`)}</dt>
            <dd className={facts.prose}>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
