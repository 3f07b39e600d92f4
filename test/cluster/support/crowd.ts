import { newCommandId } from '#app/realtime/command-id.ts'
import type { DocumentSession } from '#app/realtime/document-session.ts'
import type { Choice } from '#domain/ballots/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import { MEETING } from '../../support/meeting-play.ts'
import { signedInCookie } from '../../support/member-socket.ts'
import { openPage, type as typeWords } from '../../realtime/support/page.ts'
import type { Page } from '../../support/page.ts'

/** A person at a page: our own browser code, which comes back and sends again by itself. */
export interface Someone {
  readonly personId: string
  readonly page: Page
  readonly sessions: readonly DocumentSession[]
  /** Words typed into each text, in order; every one of them once. */
  readonly typed: readonly string[][]
  type(text: number, words: string): void
  readonly meeting: () => MeetingView | null
}

/** What passes by itself: the page tells the person to try again, and the same command is the same. */
const PASSING: readonly string[] = ['record/unavailable', 'connection/offline', 'input/too-often']
const AGAIN_MS = 200

/** `count` pages of these people in turns, at the door where everybody comes in. */
export async function gather(
  url: string,
  people: readonly string[],
  count: number,
  texts: readonly string[],
): Promise<Someone[]> {
  const cookies = new Map<string, string>()
  for (const personId of people) cookies.set(personId, await signedInCookie(url, personId))
  return Array.from({ length: count }, (_, place) => {
    const personId = people[place % people.length] ?? ''
    const page = openPage(url, cookies.get(personId) ?? '', personId)
    const sessions = texts.map((name) => page.open(name))
    const typed = texts.map((): string[] => [])
    const stream = `meeting/${MEETING}`
    page.client.rooms.enter(stream, 'person', () => undefined)
    return {
      personId,
      page,
      sessions,
      typed,
      type(text, words) {
        const session = sessions[text]
        if (session?.snapshot().mode !== 'write') return
        typeWords(session, words)
        typed[text]?.push(words)
      },
      meeting: () => page.client.rooms.snapshot(stream).view as MeetingView | null,
    }
  })
}

/** Until it is answered, whatever happens to the nodes; null when it was done. */
export async function command(someone: Someone, command: MeetingCommand): Promise<Refusal | null> {
  const message = { stream: `meeting/${MEETING}`, commandId: newCommandId(), command }
  for (;;) {
    const answer = await someone.page.client.outbox.send('room/command', message)
    const refusal = isRefusal(answer) ? answer : answer.ok ? null : answer.refusal
    if (!refusal || !PASSING.includes(refusal.refused)) return refusal
    await pause(AGAIN_MS)
  }
}

/** The same for a vote; the receipt, or why there is none. */
export async function cast(someone: Someone, pollId: string, choice: Choice): Promise<string | Refusal> {
  const message = { meetingId: MEETING, commandId: newCommandId(), pollId, choice }
  for (;;) {
    const answer = await someone.page.client.outbox.send('ballot/cast', message)
    if (!isRefusal(answer) && answer.ok) return answer.receipt
    const refusal = isRefusal(answer) ? answer : answer.refusal
    if (!PASSING.includes(refusal.refused)) return refusal
    await pause(AGAIN_MS)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
