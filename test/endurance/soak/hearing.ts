import { Comments } from '#app/realtime/comments.ts'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { Phase } from '#domain/hearings/phases.ts'
import type { HearingShared } from '#domain/hearings/view.ts'
import { HEARING } from '../../support/hearing-play.ts'
import type { BadLine } from './bad-line.ts'
import { pause } from './meeting.ts'
import { Seat } from './seat.ts'

const STREAM = `hearing/${HEARING}`
export const MODERATORS = ['hearing-chair', 'recorder'] as const
export const AUTHORS = [
  'investigator',
  'party',
  'representative',
  'third-party',
  'expert',
  'public-seat',
  'observer1',
  'observer2',
] as const
/** Six a minute are allowed; what a kill holds up may arrive closer together than it was sent. */
const LEAST_PAUSE_MS = 12_000
const MOST_PAUSE_MS = 16_000
const PHASE_MS = 7_000
/** Between these the chair goes to and fro. */
const ON_AND_BACK = ['questions', 'debate'] as const

/** A page with the live comments on it. */
class CommentSeat extends Seat {
  private readonly comments: Comments

  constructor(who: string, cookie: string, line: BadLine) {
    super(who, cookie, line, STREAM)
    const nothing = { seq: 0, comments: new Map<string, SeenComment>(), refusal: null }
    this.comments = new Comments(this.page.client.connection, HEARING, nothing, 'person')
    this.comments.subscribe(() => undefined)
  }

  get known(): ReadonlyMap<string, SeenComment> {
    return this.comments.snapshot().comments
  }

  get phase(): Phase | null {
    return (this.room.shared as HearingShared | null)?.state.phase ?? null
  }

  comment(command: CommentCommand) {
    return this.command(command, `comments/${HEARING}`)
  }
}

/** What was acknowledged: which comment by whom, and each step of the queue. */
export interface Acknowledged {
  readonly said: { readonly who: string; readonly text: string }[]
  readonly steps: { readonly type: string; readonly commentId: string }[]
  readonly phases: Phase[]
}

/** People comment, support, admit and hold back, and phases change, while everything breaks. */
export class Hearing {
  readonly acknowledged: Acknowledged = { said: [], steps: [], phases: [] }
  readonly surprises: string[] = []
  private readonly seats: ReadonlyMap<string, CommentSeat>
  private isOver = false

  constructor(
    cookies: ReadonlyMap<string, string>,
    lines: ReadonlyMap<string, BadLine>,
    private readonly chance: () => number,
  ) {
    this.seats = new Map(
      [...MODERATORS, ...AUTHORS].map((who) => {
        const [cookie, line] = [cookies.get(who), lines.get(who)]
        if (cookie === undefined || !line) throw new Error(`${who} has no seat`)
        return [who, new CommentSeat(who, cookie, line)]
      }),
    )
  }

  /** Resolves when it has been told to end and everything sent is answered. */
  async run(): Promise<void> {
    const authors = AUTHORS.map((who) => this.say(this.seat(who)))
    const moderators = MODERATORS.map((who) => this.moderate(this.seat(who)))
    await Promise.all([...authors, ...moderators, this.goOnAndBack()])
  }

  end(): void {
    this.isOver = true
  }

  close(): void {
    for (const seat of this.seats.values()) seat.close()
  }

  /** What each page shows, by person. */
  get pages(): ReadonlyMap<string, ReadonlyMap<string, SeenComment>> {
    return new Map([...this.seats].map(([who, { known }]) => [who, known]))
  }

  get phases(): ReadonlyMap<string, Phase | null> {
    return new Map([...this.seats].map(([who, { phase }]) => [who, phase]))
  }

  private seat(who: string): CommentSeat {
    const found = this.seats.get(who)
    if (!found) throw new Error(`${who} has no seat`)
    return found
  }

  private oneOf<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.chance() * list.length)]
  }

  private async say(seat: CommentSeat): Promise<void> {
    for (let count = 1; !this.isOver; count++) {
      const text = `${seat.who}·${count}·请说明依据`
      const nowhere = { issueId: null, evidenceId: null, paragraph: null }
      const refusal = await seat.comment({ type: 'comment', text, ...nowhere })
      if (refusal) this.surprises.push(`${seat.who} comments: ${refusal.refused}`)
      else this.acknowledged.said.push({ who: seat.who, text })
      await this.support(seat)
      await this.wait(LEAST_PAUSE_MS + this.chance() * (MOST_PAUSE_MS - LEAST_PAUSE_MS))
    }
  }

  private async support(seat: CommentSeat): Promise<void> {
    const shown = this.oneOf([...seat.known.values()].filter(({ status }) => status === 'admitted'))
    // Whose it is nobody is told but the queue; the words say it.
    if (!shown || shown.text.startsWith(`${seat.who}·`)) return
    const step = { type: 'support', commentId: shown.id, yes: true } as const
    await this.step(seat, step, ['comment/already-done', 'comment/unknown'])
  }

  /** The two do not agree on who takes which: one of them finds it dealt with. */
  private async moderate(seat: CommentSeat): Promise<void> {
    while (!this.isOver) {
      await this.wait(300 + this.chance() * 1_500)
      const waiting = [...seat.known.values()].filter(({ status }) => status === 'waiting')
      const commentId = this.oneOf(waiting)?.id
      if (commentId === undefined) continue
      const kind = this.chance()
      const step: CommentCommand =
        kind < 0.5
          ? { type: 'admit', commentId }
          : kind < 0.7
            ? { type: 'admit-all', commentIds: waiting.slice(0, 200).map(({ id }) => id) }
            : kind < 0.85
              ? { type: 'answer', commentId, text: '见会议记录第三页' }
              : { type: 'hold', commentId, reason: '与争议问题无关' }
      await this.step(seat, step, ['comment/already-done'])
    }
  }

  private async step(seat: CommentSeat, step: CommentCommand, expected: readonly string[]): Promise<void> {
    const refusal = await seat.comment(step)
    if (refusal && !expected.includes(refusal.refused))
      this.surprises.push(`${seat.who} ${step.type}: ${refusal.refused}`)
    else if (!refusal && 'commentId' in step) this.acknowledged.steps.push(step)
  }

  private async goOnAndBack(): Promise<void> {
    const chair = this.seat('hearing-chair')
    const [before, after] = ON_AND_BACK
    for (let turn = 0; !this.isOver; turn++) {
      await this.wait(PHASE_MS)
      const command: HearingCommand =
        turn % 2 === 0
          ? { type: 'next-phase' }
          : { type: 'back-to-phase', phase: before, reason: '补充询问（演练）' }
      const refusal = await chair.command(command)
      if (refusal) this.surprises.push(`${chair.who} ${command.type}: ${refusal.refused}`)
      else this.acknowledged.phases.push(turn % 2 === 0 ? after : before)
    }
  }

  /** Shorter where it ends meanwhile. */
  private async wait(ms: number): Promise<void> {
    const until = Date.now() + ms
    while (!this.isOver && Date.now() < until) await pause(Math.min(100, ms))
  }
}
