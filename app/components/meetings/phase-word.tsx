import { useTranslation } from 'react-i18next'
import { ITEM_PHASES, type ItemPhase } from '#domain/meetings/types.ts'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import classes from './room.module.css'

const TONES: Readonly<Record<ItemPhase, Tone>> = {
  pending: 'neutral',
  presented: 'active',
  questions: 'active',
  statements: 'active',
  voting: 'active',
  decided: 'good',
  deferred: 'waiting',
}

export function PhaseWord({ phase }: { phase: ItemPhase }) {
  const { t } = useTranslation('meetings')
  return (
    <span>
      <StatusBadge tone={TONES[phase]}>{t(`meetings:phase.${phase}`)}</StatusBadge>
    </span>
  )
}

const COURSE: readonly ItemPhase[] = ['presented', 'questions', 'statements', 'voting', 'decided']

/** Where the item stands: presented → questions → statements → vote → decided. */
export function PhaseSteps({ phase }: { phase: ItemPhase }) {
  const { t } = useTranslation('meetings')
  const at = ITEM_PHASES.indexOf(phase)
  if (phase === 'pending' || phase === 'deferred') return <PhaseWord phase={phase} />
  return (
    <ol className={classes.steps} aria-label={t('meetings:phase.stepper')}>
      {COURSE.map((step) => {
        const place = ITEM_PHASES.indexOf(step)
        const where = place < at ? 'done' : place === at ? 'now' : 'later'
        return (
          <li key={step} data-where={where} aria-current={where === 'now' ? 'step' : undefined}>
            {t(`meetings:phase.${step}`)}
            {where === 'done' ? (
              <span className="visually-hidden">（{t('meetings:phase.done')}）</span>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
