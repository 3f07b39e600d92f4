import { usualQuestion } from '#domain/ballots/question.ts'
import type { Choice } from '#domain/ballots/types.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { DUE, MEETING } from '../../support/meeting-play.ts'
import type { BadLine } from './bad-line.ts'
import { Seat } from './seat.ts'

const STREAM = `meeting/${MEETING}`
const OPTIONS = ['EXEMPT', 'LIGHTER', 'MITIGATED', 'NOT_TOLERATED'] as const
const CHOICES: readonly Choice[] = [...OPTIONS, 'ABSTAIN']
/** Of one ballot: how long the voters take, in ms. */
const BALLOT_MS = 1_500

/** A vote that was acknowledged, as its voter remembers it. */
export interface Acknowledged {
  readonly pollId: string
  readonly personId: string
  readonly choice: Choice
  readonly receipt: string
}

/** Nine members vote on the same subject again and again: each ballot is closed, counted and declared void. */
export class Meeting {
  readonly votes: Acknowledged[] = []
  /** Acknowledged hands, raised and withdrawn, by person. */
  readonly hands = new Map<string, number>()
  readonly surprises: string[] = []
  ballots = 0
  private readonly known = new Set<string>()
  private readonly seats: readonly Seat[]
  private isOver = false

  constructor(
    cookies: ReadonlyMap<string, string>,
    lines: ReadonlyMap<string, BadLine>,
    private readonly chance: () => number,
  ) {
    this.seats = DUE.map((who) => {
      const [cookie, line] = [cookies.get(who), lines.get(who)]
      if (cookie === undefined || !line) throw new Error(`${who} has no seat`)
      return new Seat(who, cookie, line, STREAM)
    })
  }

  /** Resolves when it has been told to end and the last ballot is closed. */
  async run(): Promise<void> {
    const hands = this.seats.map((seat) => this.raiseHands(seat))
    while (!this.isOver) await this.ballot()
    await Promise.all(hands)
  }

  end(): void {
    this.isOver = true
  }

  close(): void {
    for (const seat of this.seats) seat.close()
  }

  private get chair(): Seat {
    return this.seats[0] as Seat
  }

  private get scrutineer(): Seat {
    return this.seats.find(({ who }) => who === 'organization3') as Seat
  }

  private async ballot(): Promise<void> {
    const method = this.chance() < 0.5 ? 'named' : 'secret'
    await this.must(this.chair, {
      type: 'put-question',
      subjectId: 'deng',
      question: usualQuestion('邓某'),
      options: [...OPTIONS],
      method,
    })
    const pollId = await this.openPoll()
    await Promise.all(this.seats.map((seat) => this.vote(seat, pollId)))
    await this.must(this.chair, { type: 'close-ballot', pollId })
    const ground = 'technical-fault'
    await this.must(this.chair, { type: 'void-ballot', pollId, reason: '演练', ground })
    await this.must(this.scrutineer, { type: 'answer-void', pollId, agreed: true })
    this.ballots += 1
  }

  /** At a moment of his own; some not at all. */
  private async vote(seat: Seat, pollId: string): Promise<void> {
    await pause(this.chance() * BALLOT_MS)
    if (this.chance() < 0.1) return
    const choice = CHOICES[Math.floor(this.chance() * CHOICES.length)] ?? 'ABSTAIN'
    const receipt = await seat.cast(MEETING, pollId, choice)
    if (isRefusal(receipt)) this.surprises.push(`${seat.who} votes: ${receipt.refused}`)
    else this.votes.push({ pollId, personId: seat.who, choice, receipt })
  }

  private async raiseHands(seat: Seat): Promise<void> {
    while (!this.isOver) {
      await pause(200 + this.chance() * 2_000)
      for (const command of [{ type: 'raise-hand', kind: 'question' }, { type: 'withdraw-hand' }] as const)
        await this.must(seat, command)
      this.hands.set(seat.who, (this.hands.get(seat.who) ?? 0) + 1)
    }
  }

  private async must(seat: Seat, command: MeetingCommand): Promise<void> {
    const refusal = await seat.command(command)
    if (refusal) this.surprises.push(`${seat.who} ${command.type}: ${refusal.refused}`)
  }

  /** The chair's page shows the ballot when the server has told it; the one before may still look open there. */
  private async openPoll(): Promise<string> {
    for (;;) {
      const polls =
        (this.chair.room.view as MeetingView | null)?.state.items.flatMap((item) => item.polls) ?? []
      const open = polls.find((poll) => poll.status === 'open' && !this.known.has(poll.id))
      if (open) {
        this.known.add(open.id)
        return open.id
      }
      await pause(50)
    }
  }
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
