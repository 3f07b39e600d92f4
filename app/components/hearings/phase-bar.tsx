import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PHASES, type Phase } from '#domain/hearings/phases.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { useHearing } from './room-context.tsx'
import { useWhatNow } from './what-now.ts'
import classes from './hearing.module.css'

type Where = 'done' | 'now' | 'next'

const MARKS: Readonly<Record<Where, string>> = { done: '✓', now: '▶', next: '○' }

/** After the chair went back, what lies behind the present phase is to come again. */
export function whereIs({ phase }: Pick<HearingState, 'phase'>, one: Phase): Where {
  const now = phase === null ? -1 : PHASES.indexOf(phase)
  const at = PHASES.indexOf(one)
  if (at === now) return 'now'
  return at < now ? 'done' : 'next'
}

/** The order of the hearing from first to last, where it stands, and what I may do in it. */
export function PhaseBar() {
  const { t } = useTranslation('hearings')
  const { state } = useHearing()
  const now = useWhatNow()
  const back = state.phases.at(-1)?.backReason
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the row is longer than the screen: the present phase comes to its middle, and the page stays where it is.
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && current)
      list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.clientWidth) / 2
  }, [state.phase])
  return (
    <section className={classes.phaseBar}>
      <div
        ref={list}
        className={classes.phases}
        role="region"
        aria-label={t('hearings:phaseBar.title')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it scrolls: a keyboard must reach it
        tabIndex={0}
      >
        <ol>
          {PHASES.map((phase) => {
            const where = whereIs(state, phase)
            return (
              <li key={phase} data-where={where} aria-current={where === 'now' ? 'step' : undefined}>
                <span aria-hidden className={classes.phaseMark}>
                  {MARKS[where]}
                </span>
                <span>{t(`hearings:phase.${phase}`)}</span>
                <span className="visually-hidden">{t(`hearings:phaseBar.${where}`)}</span>
              </li>
            )
          })}
        </ol>
      </div>
      <p className={classes.now} data-testid="what-now">
        {now}
      </p>
      {back ? <p className={classes.backReason}>{t('hearings:phaseBar.back', { reason: back })}</p> : null}
    </section>
  )
}
