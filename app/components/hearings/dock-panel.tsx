import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import dockClasses from '#app/components/meetings/dock.module.css'
import { Fold } from '#app/components/meetings/fold.tsx'
import { PHASES, POSTPONE_GROUNDS, SUSPEND_GROUNDS, TERMINATE_GROUNDS } from '#domain/hearings/phases.ts'
import { ReasonForm } from './reason-form.tsx'
import { CommandButton, useHearing } from './room-context.tsx'

/** Everything else the chair may do with the course; each says what it does before it does it. */
export function DockPanel() {
  const { t } = useTranslation('hearings')
  const { state } = useHearing()
  const opened = state.openedAt !== null
  return (
    <div className={dockClasses.panel}>
      <div>
        <CommandButton
          variant="default"
          command={{ type: 'open-comments-to-observers', open: !state.observersComment }}
        >
          {t(state.observersComment ? 'hearings:dock.observersClose' : 'hearings:dock.observersOpen')}
        </CommandButton>
      </div>
      {state.status === 'open' ? (
        <Fold title={t('hearings:dock.back')}>
          <BackForm />
        </Fold>
      ) : null}
      {state.status === 'open' ? (
        <Fold title={t('hearings:dock.suspend')}>
          <StopForm stop="suspend" grounds={SUSPEND_GROUNDS} />
        </Fold>
      ) : null}
      {!opened && state.status === 'noticed' ? (
        <Fold title={t('hearings:dock.postpone')}>
          <StopForm stop="postpone" grounds={POSTPONE_GROUNDS} />
        </Fold>
      ) : null}
      <Fold title={t('hearings:dock.terminate')}>
        <StopForm stop="terminate" grounds={TERMINATE_GROUNDS} />
      </Fold>
    </div>
  )
}

function BackForm() {
  const { t } = useTranslation('hearings')
  const { state } = useHearing()
  const earlier = PHASES.slice(0, state.phase === null ? 0 : PHASES.indexOf(state.phase))
  const [chosen, setChosen] = useState<string | null>(null)
  const phase = earlier.find((one) => one === chosen) ?? earlier.at(-1)
  if (!phase) return <p>{t('hearings:dock.backNone')}</p>
  return (
    <ReasonForm
      label={t('hearings:dock.reason')}
      records={t('hearings:dock.backRecords')}
      submit={t('hearings:dock.backTo', { phase: t(`hearings:phase.${phase}`) })}
      command={(reason) => ({ type: 'back-to-phase', phase, reason })}
      onDone={() => setChosen(null)}
    >
      <NativeSelect
        label={t('hearings:dock.backWhere')}
        value={phase}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={earlier.map((one) => ({ value: one, label: t(`hearings:phase.${one}`) }))}
      />
    </ReasonForm>
  )
}

type StopProps =
  | { readonly stop: 'suspend'; readonly grounds: typeof SUSPEND_GROUNDS }
  | { readonly stop: 'postpone'; readonly grounds: typeof POSTPONE_GROUNDS }
  | { readonly stop: 'terminate'; readonly grounds: typeof TERMINATE_GROUNDS }

/** Postponing, suspending and terminating: a ground from the list, the reason in words, and where it goes on, the day. */
function StopForm(props: StopProps) {
  const { t } = useTranslation('hearings')
  const { stop } = props
  const [ground, setGround] = useState<string>(props.grounds[0])
  const [resumeOn, setResumeOn] = useState('')
  const day = resumeOn === '' ? null : resumeOn
  const command = (reason: string) => {
    const why = { reason, resumeOn: day }
    if (props.stop === 'suspend')
      return { type: props.stop, ground: props.grounds.find((one) => one === ground) ?? 'other', ...why }
    if (props.stop === 'postpone')
      return { type: props.stop, ground: props.grounds.find((one) => one === ground) ?? 'other', ...why }
    return { type: props.stop, ground: props.grounds.find((one) => one === ground) ?? 'other', reason }
  }
  return (
    <ReasonForm
      label={t('hearings:dock.reason')}
      records={t(`hearings:dock.${stop}Records`)}
      asks={stop === 'terminate'}
      submit={t(`hearings:dock.${stop}`)}
      command={command}
    >
      <NativeSelect
        label={t('hearings:dock.ground')}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        data={props.grounds.map((one) => ({ value: one, label: t(`hearings:ground.${one}`) }))}
      />
      {stop === 'terminate' ? null : (
        <TextInput
          type="date"
          label={t('hearings:dock.resumeOn')}
          description={t('hearings:dock.resumeHint')}
          value={resumeOn}
          onChange={(event) => setResumeOn(event.currentTarget.value)}
        />
      )}
    </ReasonForm>
  )
}
