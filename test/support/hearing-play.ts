import type { CommentCommand } from '#domain/comments/commands.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { PHASES, type Phase } from '#domain/hearings/phases.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { HearingOwn, HearingShared } from '#domain/hearings/view.ts'
import type { ToldComments } from '#protocol/messages.ts'
import { handIn } from './hand-in.ts'
import { MemberSocket, newCommandId } from './member-socket.ts'

/** The demo's hearing: noticed, with one for each capacity and two observers. */
export const HEARING = 'hearing-demo'
export const MEMBERS = ['hearing-member1', 'hearing-member2', 'hearing-member3'] as const
export const HEARD = [
  'investigator',
  'party',
  'representative',
  'third-party',
  'witness',
  'expert',
  'public-seat',
] as const
export const TRIBUNAL = ['hearing-chair', ...MEMBERS, 'recorder'] as const
const OBSERVERS = ['observer1', 'observer2'] as const

const CASE = 'case-land-policy'
const ONE_PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

export interface SeenHearing {
  readonly seq: number
  readonly view: HearingOwn
  readonly shared: HearingShared
}

const COMMENTS = [
  ['public-seat', '土地补偿款什么时候能发下来？'],
  ['expert', '评估报告采用的基准日是哪一天？'],
  ['third-party', '周边住户的噪声问题如何处理？'],
  ['representative', '请当庭出示三月的会议记录原件。'],
] as const

/** The demo's hearing, played through sockets up to where a test or a picture wants it. */
export class HearingPlay {
  private readonly people = new Map<string, MemberSocket>()

  constructor(
    private readonly url: string,
    readonly hearingId = HEARING,
  ) {}

  async as(userName: string): Promise<MemberSocket> {
    const known = this.people.get(userName)
    if (known) return known
    const person = await MemberSocket.connect(this.url, userName)
    this.people.set(userName, person)
    return person
  }

  async act(userName: string, command: HearingCommand): Promise<void> {
    await this.send(userName, `hearing/${this.hearingId}`, command)
  }

  /** To the live comments. */
  async comment(userName: string, command: CommentCommand): Promise<void> {
    await this.send(userName, `comments/${this.hearingId}`, command)
  }

  private async send(
    userName: string,
    stream: string,
    command: HearingCommand | CommentCommand,
  ): Promise<void> {
    await (await this.as(userName)).must('room/command', { stream, commandId: newCommandId(), command })
  }

  async seen(userName: string): Promise<SeenHearing> {
    return (await this.as(userName)).must<SeenHearing>('room/join', {
      stream: `hearing/${this.hearingId}`,
      audience: 'person',
    })
  }

  async state(): Promise<HearingState> {
    return (await this.seen('hearing-chair')).shared.state
  }

  /** Those given, or all, come in; the witness as far as the door. */
  async comeIn(people: readonly string[] = [...TRIBUNAL, ...HEARD, ...OBSERVERS]): Promise<void> {
    for (const who of people) await this.act(who, { type: 'come-in' })
  }

  /** Opened, and everybody's identity checked. */
  async open(): Promise<void> {
    await this.act('hearing-chair', { type: 'open' })
    for (const personId of HEARD) await this.act('recorder', { type: 'check-identity', personId })
  }

  /** Forward, phase by phase, as far as `phase`. */
  async goTo(phase: Phase): Promise<void> {
    const now = (await this.state()).phase
    const from = now === null ? -1 : PHASES.indexOf(now)
    for (const next of PHASES.slice(from + 1, PHASES.indexOf(phase) + 1)) {
      if (next === 'final-statements') await this.opine()
      await this.act('hearing-chair', { type: 'next-phase' })
    }
  }

  /** Every member's opinion, two of three for toleration. */
  async opine(): Promise<void> {
    for (const [place, who] of MEMBERS.entries())
      await this.act(who, {
        type: 'give-opinion',
        stand: place < 2 ? 'tolerate' : 'not-tolerate',
        reason: '经集体研究，未谋取私利，损失已经挽回。',
      })
  }

  /** Asks to speak and is given the floor. */
  async speak(who: string): Promise<void> {
    await this.act(who, { type: 'ask-to-speak', alsoFor: [] })
    const hand = (await this.state()).floor.waiting.find(({ personId }) => personId === who)
    if (!hand) throw new Error(`${who} does not wait for the floor`)
    await this.act('hearing-chair', { type: 'give-floor', requestId: hand.id, seconds: null })
  }

  /** Something of everything in the phase in hand: a speaker, one who waits, a passage, comments waiting, admitted and held. */
  async fill(speaks: string, waits: string): Promise<void> {
    await this.speak(speaks)
    await this.act(waits, { type: 'ask-to-speak', alsoFor: [] })
    const passage = { type: 'write-passage', text: '会议有记录，三名成员发言，均表示同意。' } as const
    await this.act('recorder', { ...passage, personId: speaks })
    for (const [who, text] of COMMENTS)
      await this.comment(who, { type: 'comment', text, issueId: null, evidenceId: null, paragraph: null })
    const { put } = await (
      await this.as('recorder')
    ).must<ToldComments>('comments/join', { hearingId: this.hearingId, after: 0 })
    const [admitted, held] = put.map(({ id }) => id)
    await this.comment('hearing-chair', { type: 'admit', commentId: admitted ?? '' })
    await this.comment('recorder', { type: 'hold', commentId: held ?? '', reason: '涉及个人信息' })
  }

  /** A picture or another file in the case, handed in by the secretary. */
  async addEvidence(
    title: string,
    file: Uint8Array<ArrayBuffer> = ONE_PIXEL,
    type = 'image/png',
  ): Promise<void> {
    const name = type === 'image/png' ? 'exhibit.png' : 'exhibit.pdf'
    await handIn(this.url, await this.as('secretary'), CASE, { title, file: { name, type, content: file } })
  }

  disconnect(): void {
    for (const person of this.people.values()) person.disconnect()
  }
}
