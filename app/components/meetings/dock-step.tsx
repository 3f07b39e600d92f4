import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { pollOf } from '#domain/meetings/items.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { CommandButton } from './command-button.tsx'
import { DOCK_MORE } from './dock-more.tsx'
import { openForm } from './open-form.ts'
import { nextStep, numberOf, type NextStep } from './next-step.ts'
import { useMeeting } from './room-context.tsx'
import classes from './dock.module.css'

/** Steps that are somebody else's by office: shown as waiting, not as a button that says no. */
const OFFICES: readonly string[] = ['meeting/not-chair', 'meeting/not-secretary']

const SIZE = 'lg'

export function DockStep() {
  const { t } = useTranslation(['meetings', 'ballots'])
  const { state, me } = useMeeting()
  const step = nextStep(state, me.personId)
  const chair = state.chairId === me.personId
  switch (step.kind) {
    case 'command':
      return <StepCommand step={step} />
    case 'put':
      return chair ? (
        <ToForm to="put-question" label={t('meetings:dock.put', { name: step.name })} />
      ) : (
        <Waiting words={t('meetings:dock.waitOthers')} />
      )
    case 'state':
      return chair ? (
        <ToForm to="own-statement" label={t('meetings:dock.askChair')} />
      ) : (
        <Waiting words={t('meetings:dock.waitOthers')} />
      )
    case 'rule':
      return <ToForm to={`recusal-${step.recusalId}`} label={t('meetings:dock.rule')} />
    case 'hand-over':
      return chair ? (
        <ToForm to="dock-hand-over" label={t('meetings:dock.handOver')} />
      ) : (
        <Waiting words={t('meetings:dock.waitOthers')} />
      )
    case 'defer':
      return chair ? (
        <ToForm to="dock-defer" label={t('meetings:agenda.deferItem', { n: numberOf(state, step.itemId) })} />
      ) : (
        <Waiting words={t('meetings:dock.waitOthers')} />
      )
    case 'wait':
      return <Waiting words={t(`meetings:dock.wait${WAITS[step.what]}`)} />
    case 'done':
      return <Waiting words={t('meetings:dock.done')} />
  }
}

const WAITS = { hands: 'Hands', count: 'Count', statements: 'Statements' } as const

function Waiting({ words }: { words: string }) {
  return <p className={classes.waiting}>{words}</p>
}

/** Leads to the form, opens what it stands in, and puts the cursor there: the person pressed for it. */
function ToForm({ to, label }: { to: string; label: string }) {
  return (
    <Button size={SIZE} onClick={() => openForm(to, DOCK_MORE)}>
      {label}
    </Button>
  )
}

function StepCommand({ step }: { step: Extract<NextStep, { kind: 'command' }> }) {
  const { t } = useTranslation(['meetings', 'ballots'])
  const { may, state, view } = useMeeting()
  const { command } = step
  const words = useWords(command, step.n)
  const sentence = useRefusalSentence()
  const refusal = may(command)
  if (refusal && OFFICES.includes(refusal.refused)) {
    return (
      <Waiting
        words={t(command.type === 'close-ballot' ? 'meetings:dock.waitClose' : 'meetings:dock.waitOthers')}
      />
    )
  }
  const poll = 'pollId' in command ? pollOf(state, command.pollId)?.poll : undefined
  const turnout = view.turnout.find((line) => line.pollId === poll?.id)
  return (
    <>
      <CommandButton
        key={JSON.stringify(command)}
        size={SIZE}
        command={command}
        legal={words.legal}
        {...(words.records ? { records: words.records } : {})}
      >
        {words.label}
      </CommandButton>
      {refusal ? <span className={classes.why}>{sentence(refusal)}</span> : null}
      {command.type === 'close-ballot' && poll?.method !== 'show-of-hands' && turnout ? (
        <span className={classes.aside}>
          {turnout.voted === null
            ? t('ballots:steps.closeNowFew', { entitled: turnout.entitled })
            : t('ballots:steps.closeNow', { voted: turnout.voted, entitled: turnout.entitled })}
        </span>
      ) : null}
    </>
  )
}

interface Words {
  readonly label: string
  readonly records?: string
  readonly legal: boolean
}

function useWords(command: MeetingCommand, n: number | undefined): Words {
  const { t } = useTranslation(['meetings', 'ballots'])
  switch (command.type) {
    case 'open':
      return { label: t('meetings:dock.open'), records: t('meetings:dock.openRecords'), legal: false }
    case 'resume':
      return { label: t('meetings:dock.resume'), records: t('meetings:dock.openRecords'), legal: false }
    case 'close':
      return { label: t('meetings:dock.close'), records: t('meetings:dock.closeRecords'), legal: false }
    case 'open-item':
      return { label: t('meetings:dock.openItem', { n }), legal: false }
    case 'enter-phase':
      return { label: t(`meetings:dock.${command.phase}`), legal: false }
    case 'open-second-round':
      return {
        label: t('ballots:steps.secondRound'),
        records: t('ballots:steps.secondRoundRecords'),
        legal: true,
      }
    case 'close-ballot':
      return { label: t('ballots:steps.close'), records: t('ballots:steps.closeRecords'), legal: true }
    case 'announce-result':
      return { label: t('ballots:steps.announce'), records: t('ballots:steps.announceRecords'), legal: true }
    default:
      return { label: t('meetings:dock.finish'), records: t('meetings:dock.finishRecords'), legal: false }
  }
}
