import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import type { CaseState, Stage } from '#domain/cases/types.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import classes from './stage-stepper.module.css'

/** The straight way through the procedure: from each stage the first way on that does not need a reason. */
function mainWay(): readonly Stage[] {
  const way: Stage[] = []
  let stage: Stage | undefined = canonicalProcedure.initial
  while (stage && !way.includes(stage)) {
    way.push(stage)
    const from: Stage = stage
    stage = canonicalProcedure.transitions.find((next) => next.from === from && !next.reasonRequired)?.to
  }
  return way
}

const MAIN_WAY = mainWay()

/** Where the case was last on the main way: a case set aside still shows how far it had come. */
function reached({ stage, stageHistory }: CaseState): number {
  const standing = MAIN_WAY.indexOf(stage)
  if (standing >= 0) return standing
  const last = stageHistory.findLast((step) => MAIN_WAY.includes(step.stage))
  return last ? MAIN_WAY.indexOf(last.stage) : 0
}

export function StageStepper({ state }: { state: CaseState }) {
  const { t } = useTranslation('cases')
  const dateTime = useDateTime()
  const at = reached(state)
  const aside = !MAIN_WAY.includes(state.stage)
  const since = (stage: Stage) => state.stageHistory.findLast((step) => step.stage === stage)?.at
  const now = since(state.stage) ?? state.registeredAt
  return (
    <div>
      <ol className={classes.steps} aria-label={t('cases:stepper.label')}>
        {MAIN_WAY.map((stage, index) => {
          const is =
            index < at ? 'done' : index === at && !aside ? 'current' : index === at ? 'done' : 'ahead'
          const when = is === 'ahead' ? undefined : since(stage)
          return (
            <li
              key={stage}
              className={classes.step}
              data-is={is}
              {...(is === 'current' ? { 'aria-current': 'step' as const } : {})}
            >
              <span className={classes.mark} aria-hidden>
                {is === 'done' ? '✓' : index + 1}
              </span>
              <span className={classes.words}>
                <span className={classes.name}>{t(`cases:stage.${stage}`)}</span>
                <span className="visually-hidden">{t(`cases:stepper.${is}`)}</span>
                {when ? <span className={classes.when}>{dateTime(when, 'date')}</span> : null}
              </span>
            </li>
          )
        })}
        {aside ? (
          <li className={classes.step} data-is="aside" aria-current="step">
            <span className={classes.mark} aria-hidden>
              ◐
            </span>
            <span className={classes.words}>
              <span className={classes.name}>{t(`cases:stage.${state.stage}`)}</span>
              <span className={classes.when}>{dateTime(now, 'date')}</span>
            </span>
          </li>
        ) : null}
      </ol>
      {state.stageReason ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('cases:stepper.reason', { reason: state.stageReason })}
        </Text>
      ) : null}
    </div>
  )
}
