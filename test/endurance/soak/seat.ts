import type { AnswerTo } from '#app/realtime/connection.ts'
import { newCommandId } from '#app/realtime/command-id.ts'
import type { Choice } from '#domain/ballots/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { newPage, type Page } from '../../support/page.ts'
import type { BadLine } from './bad-line.ts'

/** Refusals after which nothing of the kind has been done. */
const NEVER_LEFT = ['connection/offline', 'record/unavailable', 'input/too-often']

/** One person's page of a room; it stays open, so that every answer comes to it in the end. */
export class Seat {
  protected readonly page: Page

  constructor(
    readonly who: string,
    cookie: string,
    readonly line: BadLine,
    private readonly stream: string,
  ) {
    this.page = newPage(line.url, cookie, who)
    this.page.client.rooms.enter(stream, 'person', () => undefined)
  }

  get room() {
    return this.page.client.rooms.snapshot(this.stream)
  }

  /** Until it is answered: what never left the page is said again, as its person would. */
  async command(command: object, stream = this.stream): Promise<Refusal | null> {
    for (;;) {
      const answer = await this.page.client.outbox.send('room/command', {
        stream,
        commandId: newCommandId(),
        command,
      })
      const refusal = isRefusal(answer) ? answer : answer.ok ? null : answer.refusal
      if (!refusal || !NEVER_LEFT.includes(refusal.refused)) return refusal
    }
  }

  async cast(meetingId: string, pollId: string, choice: Choice): Promise<string | Refusal> {
    for (;;) {
      const answer: AnswerTo<'ballot/cast'> | Refusal = await this.page.client.outbox.send('ballot/cast', {
        meetingId,
        commandId: newCommandId(),
        pollId,
        choice,
      })
      if (!isRefusal(answer) && answer.ok) return answer.receipt
      const refusal = isRefusal(answer) ? answer : answer.refusal
      if (!NEVER_LEFT.includes(refusal.refused)) return refusal
    }
  }

  close(): void {
    this.page.close()
  }
}
