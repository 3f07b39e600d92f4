import { useCallback, useEffect, useRef, useState } from 'react'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import { newCommandId } from '#app/realtime/command-id.ts'
import type { Choice, Poll } from '#domain/ballots/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { cameTooLate } from './own-paper.ts'

export type OwnVoting = ReturnType<typeof useOwnVote>
export type VoteStep = 'choosing' | 'checking' | 'sending' | 'kept' | 'counted' | 'too-late'

/** Answers that say nothing about the vote itself: it may or may not have arrived, so it is sent again. */
const UNANSWERED: readonly string[] = ['connection/offline', 'record/unavailable']
/** Between two tries while the connection is up but the server does not answer. */
const RETRY_MS = 2_000

/**
 * My vote in one ballot, kept apart from everything others do. One command id for the life of the paper: a
 * second click, a lost answer and a vote kept while the network was down all count once.
 */
export function useOwnVote(poll: Poll) {
  const { view, cast, connection } = useMeeting()
  const own = view.own.find((line) => line.pollId === poll.id)
  const commandId = useRef('')
  const inFlight = useRef(false)
  const [step, setStep] = useState<VoteStep>('choosing')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const counted = step === 'counted' || own?.voted === true

  const send = useCallback(
    async (chosen: Choice) => {
      if (inFlight.current) return
      inFlight.current = true
      commandId.current ||= newCommandId()
      setRefusal(null)
      setStep((before) => (before === 'kept' ? 'kept' : 'sending'))
      const answer = await cast(poll.id, chosen, commandId.current)
      inFlight.current = false
      if (!isRefusal(answer)) {
        setReceipt(answer.receipt)
        setStep('counted')
      } else if (UNANSWERED.includes(answer.refused)) {
        setStep('kept')
      } else {
        setRefusal(answer)
        setStep('checking')
      }
    },
    [cast, poll.id],
  )

  useEffect(() => {
    if (step !== 'kept' || connection !== 'online' || counted || choice === null) return
    void send(choice)
    const timer = setInterval(() => void send(choice), RETRY_MS)
    return () => clearInterval(timer)
  }, [step, connection, counted, choice, send])

  // A vote that waits for the network is lost with the page: the browser asks before it goes.
  const waits = !counted && (step === 'kept' || (step === 'sending' && connection !== 'online'))
  useEffect(() => {
    if (!waits) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [waits])

  return {
    step: counted ? ('counted' as const) : cameTooLate(poll, refusal) ? ('too-late' as const) : step,
    choice,
    choose: setChoice,
    check: () => setStep('checking'),
    back: () => setStep('choosing'),
    confirm: () => {
      if (choice !== null) void send(choice)
    },
    refusal,
    receipt: receipt ?? own?.receipt ?? null,
    /** Known after a reload in a named ballot only. */
    recorded: poll.method === 'named' ? (own?.choice ?? choice) : null,
  }
}
