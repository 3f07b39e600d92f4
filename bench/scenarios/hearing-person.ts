import type { SeenComment } from '#domain/comments/view.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { Phase } from '#domain/hearings/phases.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { ToldComments } from '#protocol/messages.ts'
import { capacityOf, HEARING, isInHall } from '../seed/hearing-cast.ts'
import { OurLink } from '../wire/ours.ts'
import type { Target } from '../wire/link.ts'
import { nowMicros } from '../wire/stamp.ts'
import type { CommentLog } from './hearing-log.ts'

export type Answered<T> =
  (T & { readonly ok: true }) | { readonly ok: false; readonly refusal: { readonly refused: string } }
interface Shared {
  readonly state: { readonly phase: Phase | null }
}
type Told =
  | readonly ['comments/changes', ToldComments]
  | readonly ['room/shared', { readonly shared: Shared }]
  | readonly [string, object]

/** What many are told alike is the same string for all of them (`SameWords`): it is read once. */
const read = new Map<string, Told>()
const MOST_READ = 16

function reading(text: string): Told {
  const known = read.get(text)
  if (known) return known
  const told = JSON.parse(text) as Told
  read.set(text, told)
  for (const oldest of read.keys()) {
    if (read.size <= MOST_READ) break
    read.delete(oldest)
  }
  return told
}

const isShown = ({ status }: SeenComment) => status === 'admitted' || status === 'answered'
const is = <E extends Told[0]>(told: Told, event: E): told is Extract<Told, readonly [E, object]> =>
  told[0] === event

/** One participant's page, as far as the benchmark looks at it. */
export class HearingPerson {
  readonly capacity: Capacity
  phase: Phase | null = null
  phaseAt = 0
  /** Of the comment that all look at. */
  support = 0
  supportAt = 0
  /** Chair and recorder: what waits for them, in the order it came. */
  readonly queue = new Set<string>()
  private commands = 0

  private constructor(
    readonly person: number,
    people: number,
    private readonly link: OurLink,
    private readonly log: CommentLog,
  ) {
    this.capacity = capacityOf(person, people)
    link.onTold = (text) => this.told(text)
  }

  static async connect(
    target: Target,
    person: number,
    people: number,
    log: CommentLog,
  ): Promise<HearingPerson> {
    const complain = (what: string) => void log.faults.add(what)
    const link = await OurLink.connect(target, person, { receive: () => {}, complain })
    return new HearingPerson(person, people, link, log)
  }

  get isInHall(): boolean {
    return isInHall(this.capacity)
  }

  get moderates(): boolean {
    return this.capacity === 'chair' || this.capacity === 'recorder'
  }

  get receivedBytes(): number {
    return this.link.receivedBytes
  }

  /** Opens the room's page, then the comments where he reads them, and is noted as present. */
  async comeIn(): Promise<void> {
    const stream = `hearing/${HEARING}`
    const room = await this.link.request<Answered<{ shared: Shared }>>('room/join', {
      stream,
      audience: 'person',
    })
    if (!room.ok) throw new Error(`the room was closed to ${this.capacity}: ${room.refusal.refused}`)
    this.phase = room.shared.state.phase
    const comments = await this.readComments()
    if (comments.ok !== this.isInHall) this.log.leaked++
    await this.must(this.command({ type: 'come-in' }))
  }

  /** Everything there is to read now. */
  readComments(): Promise<Answered<ToldComments>> {
    return this.link.request('comments/join', { hearingId: HEARING, after: 0 })
  }

  command(command: HearingCommand): Promise<Answered<object>> {
    return this.order(`hearing/${HEARING}`, command)
  }

  comment(command: CommentCommand): Promise<Answered<object>> {
    return this.order(`comments/${HEARING}`, command)
  }

  async must(answer: Promise<Answered<object>>): Promise<void> {
    const given = await answer
    if (!given.ok) throw new Error(`${this.capacity} ${this.person}: ${given.refusal.refused}`)
  }

  close(): void {
    this.link.close()
  }

  private order(stream: string, command: object): Promise<Answered<object>> {
    const commandId = `bench-${this.person}-${this.commands++}`
    return this.link.request('room/command', { stream, commandId, command })
  }

  private told(text: string): void {
    const told = reading(text)
    if (is(told, 'comments/changes')) for (const comment of told[1].put) this.seeComment(comment)
    else if (is(told, 'room/shared')) {
      const { phase } = told[1].shared.state
      if (phase !== this.phase) this.phaseAt = nowMicros()
      this.phase = phase
    } else if (told[0] === 'comments/revoked') this.log.faults.add('comments were closed to somebody')
  }

  private seeComment(comment: SeenComment): void {
    const number = this.log.find(comment)
    if (!this.isInHall) this.log.leaked++
    if (isShown(comment)) {
      this.log.see(this.person, number)
      this.queue.delete(comment.id)
      if (number === 0 && comment.support > this.support) {
        this.support = comment.support
        this.supportAt = nowMicros()
      }
    } else if (this.moderates) this.queue.add(comment.id)
    else if (!this.log.isOf(this.person, number)) this.log.leaked++
  }
}
