import { usualQuestion } from '#domain/ballots/question.ts'
import type { Choice } from '#domain/ballots/types.ts'
import type { BallotMethod, Poll } from '#domain/ballots/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import type { CaseCommand } from '#domain/cases/commands.ts'
import { MemberSocket, newCommandId } from './member-socket.ts'

export const MEETING = 'meeting-demo'
export const CASE = 'case-rent-relief'
export const DUE = [
  'chair',
  'discipline1',
  'discipline2',
  'organization1',
  'organization2',
  'organization3',
  'political1',
  'political2',
  'political3',
] as const
export type Member = (typeof DUE)[number]

/** Two departments agree about the first subject, the third does not. */
const OPINIONS = [
  {
    who: 'discipline1',
    body: 'discipline',
    stand: 'MITIGATED',
    words: '经核实，问题源于对减免政策把握不准，未发现以权谋私，且已主动整改到位，建议减责。',
  },
  {
    who: 'organization1',
    body: 'organization',
    stand: 'MITIGATED',
    words: '两名当事人平时履职表现良好，问题发现后迅速组建专班整改，建议减责并谈话提醒。',
  },
  {
    who: 'political1',
    body: 'political',
    stand: 'EXEMPT',
    words: '未见违法情形；邓某负领导责任且已纠正，可以免责；李某建议减责。',
  },
] as const
const CLAUSE = '《办法》减责情形'

const SUBJECTS = { deng: '邓某', li: '李某', government: '某区政府' } as const

/** How the nine vote in the story: six for 减责. */
export const VOTES: Readonly<Record<Member, Choice>> = {
  chair: 'MITIGATED',
  discipline1: 'MITIGATED',
  discipline2: 'MITIGATED',
  organization1: 'MITIGATED',
  organization2: 'MITIGATED',
  organization3: 'EXEMPT',
  political1: 'MITIGATED',
  political2: 'SHELVED',
  political3: 'ABSTAIN',
}

/** The demo's meeting, played through sockets up to where a test or a picture wants it. */
export class MeetingPlay {
  private readonly members = new Map<string, MemberSocket>()

  constructor(
    private readonly url: string,
    private meetingId: string = MEETING,
  ) {}

  async as(userName: string): Promise<MemberSocket> {
    const known = this.members.get(userName)
    if (known) return known
    const member = await MemberSocket.connect(this.url, userName)
    this.members.set(userName, member)
    return member
  }

  async act(userName: string, command: MeetingCommand): Promise<void> {
    await (await this.as(userName)).command(this.meetingId, command)
  }

  private async send(userName: string, stream: string, command: CaseCommand | MinutesCommand): Promise<void> {
    await (await this.as(userName)).must('room/command', { stream, commandId: newCommandId(), command })
  }

  async item(place = 0): Promise<AgendaItem> {
    const found = (await (await this.as('chair')).meeting(this.meetingId)).state.items[place]
    if (!found) throw new Error(`no item ${place}`)
    return found
  }

  /** The newest ballot of the first item. */
  async poll(): Promise<Poll> {
    const found = (await this.item()).polls.at(-1)
    if (!found) throw new Error('no ballot')
    return found
  }

  /** The departments' opinions, written and submitted. */
  async submitOpinions(): Promise<void> {
    for (const { who, body, stand, words } of OPINIONS) {
      await (await this.as(who)).writeParagraph(`case/${CASE}/opinion-${body}`, words)
      await this.send(who, `case/${CASE}`, {
        type: 'submit-opinion',
        stands: { deng: stand, li: 'MITIGATED' },
        clauses: [CLAUSE],
      })
    }
  }

  async open(): Promise<void> {
    for (const who of [...DUE, 'audit1'])
      await this.act(who, { type: 'check-in', personId: null, code: null })
    await this.act('chair', { type: 'open' })
  }

  /** The first item up to the statements; all have stated but those left out. */
  async state(...leftOut: readonly Member[]): Promise<void> {
    const { id } = await this.item()
    await this.act('chair', { type: 'open-item', itemId: id, presenterId: 'discipline2' })
    await this.act('chair', { type: 'enter-phase', phase: 'questions' })
    await this.act('chair', { type: 'enter-phase', phase: 'statements' })
    const speakers = [...DUE.filter((who) => who !== 'chair'), 'chair' as const]
    for (const who of speakers.filter((one) => !leftOut.includes(one)))
      await this.act(who, {
        type: 'state',
        stand: who === 'political2' ? 'DEFER' : 'FOR',
        reason:
          who === 'political2'
            ? '少减免的户数、金额尚不清楚。'
            : '政策把握不准，并非主观故意，已经整改到位。',
      })
  }

  async put(
    subjectId: keyof typeof SUBJECTS,
    method: BallotMethod,
    options: readonly Outcome[] = ['EXEMPT', 'LIGHTER', 'MITIGATED', 'NOT_TOLERATED', 'SHELVED'],
  ): Promise<Poll> {
    await this.act('chair', {
      type: 'put-question',
      subjectId,
      question: usualQuestion(SUBJECTS[subjectId]),
      options: [...options],
      method,
    })
    return this.poll()
  }

  /** @param choice of all; where absent each votes as in the story */
  async cast(pollId: string, voters: readonly Member[] = DUE, choice?: Choice): Promise<void> {
    for (const who of voters) {
      const told = await (await this.as(who)).cast(this.meetingId, pollId, choice ?? VOTES[who])
      if (!told.ok) throw new Error(`${who}: ${told.refusal.refused}`)
    }
  }

  async announce({ id, method }: Pick<Poll, 'id' | 'method'>): Promise<void> {
    await this.act('chair', { type: 'close-ballot', pollId: id })
    if (method === 'secret')
      for (const who of ['organization3', 'political3'])
        await this.act(who, { type: 'confirm-count', pollId: id })
    await this.act('chair', { type: 'announce-result', pollId: id })
  }

  /** After the ballots: the first item decided, the second put off where there is one, the meeting over. */
  async close(): Promise<void> {
    await this.act('chair', { type: 'finish-item' })
    const second = (await (await this.as('chair')).meeting(this.meetingId)).state.items[1]
    if (second) await this.act('chair', { type: 'defer-item', itemId: second.id, reason: '事实尚需核实' })
    await this.act('chair', { type: 'close' })
  }

  /** By the form, as the secretary does it. @returns the id of the minutes */
  draftMinutes(): Promise<string> {
    return this.made('minutes', `/minutes/new?meeting=${this.meetingId}`, { meetingId: this.meetingId })
  }

  /** A meeting of the same people on another case, for now; what follows is played in it. @returns its id */
  async convene(caseId: string): Promise<string> {
    const [date = '', time = ''] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T')
    const people = { chairId: 'chair', secretaryIds: 'secretary', memberIds: DUE, attendeeIds: 'audit1' }
    const when = { date, time: time.slice(0, 5), place: '三楼会议室', grade: 'ordinary' }
    const fields = { title: '听证后会商', caseIds: caseId, ...when, ...people }
    this.meetingId = await this.made('meetings', '/meetings/new', fields)
    return this.meetingId
  }

  /** What the secretary makes by a form, which leads on to it. @returns its id */
  private async made(
    noun: string,
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<string> {
    const { cookie } = await this.as('secretary')
    const body = new URLSearchParams({ commandId: newCommandId() })
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    const answer = await fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: this.url },
      body,
    })
    const to = answer.headers.get('location') ?? ''
    const id = new RegExp(`/${noun}/([^/]+)$`).exec(to)?.[1]
    if (!id) throw new Error(`${path} led to nothing: ${answer.status}`)
    return id
  }

  private minutes(userName: string, minutesId: string, command: MinutesCommand): Promise<void> {
    return this.send(userName, `minutes/${minutesId}`, command)
  }

  async fillDetails(minutesId: string): Promise<void> {
    const { id: itemId } = await this.item()
    for (const subjectId of ['deng', 'li'])
      await this.minutes('secretary', minutesId, {
        type: 'set-decision-detail',
        detail: {
          caseId: CASE,
          itemId,
          subjectId,
          clauses: [CLAUSE],
          measure: 'talk-reminder',
          measureText: '由所在单位党组织负责人谈话提醒',
          effects: ['no-deduction', 'promotion-unaffected'],
          shelvedUntil: null,
          duties:
            subjectId === 'deng'
              ? [
                  {
                    id: 'duty-1',
                    text: '完成房租减免自查整改',
                    ownerBodyId: 'jinsong',
                    dueOn: `${new Date().getFullYear() + 1}-01-31`,
                  },
                ]
              : [],
        },
      })
  }

  async issue(minutesId: string): Promise<void> {
    await this.minutes('secretary', minutesId, { type: 'send-to-review' })
    await this.minutes('secretary', minutesId, { type: 'send-to-countersign' })
    for (const { who } of OPINIONS)
      await this.minutes(who, minutesId, { type: 'countersign', agreed: true, reason: '' })
    await this.minutes('secretary', minutesId, { type: 'send-to-sign' })
    await this.minutes('leader', minutesId, { type: 'sign' })
  }

  disconnect(): void {
    for (const member of this.members.values()) member.disconnect()
  }
}
