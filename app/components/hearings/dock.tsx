import { useTranslation } from 'react-i18next'
import dockClasses from '#app/components/meetings/dock.module.css'
import { useOnceOpen } from '#app/components/meetings/fold.tsx'
import { useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { active, isPresent } from '#domain/hearings/people.ts'
import { PHASES } from '#domain/hearings/phases.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { DockPanel } from './forms.ts'
import { CommandButton, useHearing, type Hearing } from './room-context.tsx'

const RUNNING: readonly HearingState['status'][] = ['noticed', 'postponed', 'open', 'suspended']

/** The chair's, while there is a hearing to lead. */
export const hasDock = ({ state, mine }: Pick<Hearing, 'state' | 'mine'>): boolean =>
  mine?.capacity === 'chair' && RUNNING.includes(state.status)

type Step = Extract<HearingCommand, { readonly type: 'open' | 'next-phase' | 'resume' }>['type']

function stepOf({ status }: HearingState): Step | null {
  if (status === 'noticed') return 'open'
  if (status === 'suspended') return 'resume'
  return status === 'open' ? 'next-phase' : null
}

/** The chair's console: the next step is the largest button, and says why where it cannot be taken. */
export function Dock() {
  const { t } = useTranslation('hearings')
  const hearing = useHearing()
  const sentence = useRefusalSentence()
  const [wasOpen, onToggle] = useOnceOpen()
  if (!hasDock(hearing)) return null
  const { state, may } = hearing
  const people = active(state).filter((one) => one.capacity !== 'observer')
  const step = stepOf(state)
  const refusal = step ? may({ type: step }) : null
  const next = PHASES[state.phase === null ? 0 : PHASES.indexOf(state.phase) + 1]
  const label =
    step === 'next-phase' && next
      ? t('hearings:dock.next-phase', { phase: t(`hearings:phase.${next}`) })
      : t(`hearings:dock.${step ?? 'renotice'}`)
  return (
    <section className={dockClasses.dock} aria-label={t('hearings:dock.title')} id="room-dock" tabIndex={-1}>
      <p className={dockClasses.quorum}>
        {t('hearings:dock.present', { here: people.filter(isPresent).length, named: people.length })}
      </p>
      <div className={dockClasses.step}>
        {step ? (
          <>
            <CommandButton
              key={`${step} ${state.phase ?? ''}`}
              size="lg"
              command={{ type: step }}
              {...(records(step, next) ? { records: t(`hearings:dock.${records(step, next)}`) } : {})}
            >
              {label}
            </CommandButton>
            {refusal ? <span className={dockClasses.why}>{sentence(refusal)}</span> : null}
          </>
        ) : (
          <p className={dockClasses.waiting}>{label}</p>
        )}
      </div>
      <details className={dockClasses.more} id="dock-more" onToggle={onToggle}>
        <summary>{t('hearings:dock.more')}</summary>
        {wasOpen ? <DockPanel /> : null}
      </details>
    </section>
  )
}

/** Opening, closing and sending all others out are asked before they are done. */
function records(step: Step, next: string | undefined): string | null {
  if (step === 'open') return 'openRecords'
  if (step === 'resume') return 'resumeRecords'
  if (next === 'deliberation') return 'deliberationRecords'
  return next === 'signing' ? 'signingRecords' : null
}
