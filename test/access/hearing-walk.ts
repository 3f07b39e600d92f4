import type { HearingShared } from '#domain/hearings/view.ts'
import { demoActor } from '../support/actors.ts'
import { MemberSocket } from '../support/member-socket.ts'
import { Visitor, type Outcome } from './attempts.ts'
import { COMMENT_ASKS, HEARING_ASKS } from './hearing-asks.ts'
import { people, PEOPLE, signOf, stops, type Person } from './hearing-cast.ts'
import { HearingCourse, SAID } from './hearing-course.ts'
import type { Occasion } from './hearing-occasion.ts'
import type { Cells } from './read-rights.ts'
import { newCommand } from './scene.ts'
import type { AccessSite } from './site.ts'
import { dataOf, inText } from './sweep.ts'

/** What was found, a list for each table of hearing-rights.ts. */
export interface Found {
  readonly sees: Map<string, Cells>
  readonly opens: Map<string, Cells>
  readonly does: Map<string, Cells>
  readonly comments: Map<string, Cells>
}
type Table = keyof Found

const PAGES = [
  '',
  '/notice',
  '/prepare',
  '/transcript',
  '/transcript/print',
  '/report',
  '/report/print',
  '/screen',
]
const DOCUMENTS = ['transcript', 'report'] as const
const PIECES = ['staged', 'inside', 'kept', 'withdrawn'] as const
/** A walk takes two minutes on a quiet machine. */
export const WALK_MS = 900_000
/** Comments go out four times a second. */
const LAST_FRAMES_MS = 400
const [SEEN, UNSEEN] = ['++', '..']
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** What can be known without being a word: read from the view that is given at the door. */
const FACTS: Readonly<Record<string, (shared: HearingShared) => boolean>> = {
  'the phase': ({ state }) => state.phase !== null,
  'who takes part': ({ state }) => state.participants.length > 0,
  'observers by name': ({ state }) => state.participants.some((one) => one.capacity === 'observer'),
  'who speaks': ({ state }) => state.floor.speaking !== null,
  'who waits for the floor': ({ state }) => state.floor.waiting.length > 0,
  'that something is on stage': ({ state }) => state.staged !== null,
  'who signed': ({ state }) => state.transcript.signatures.length > 0,
  'what the majority holds': ({ majority }) => majority !== null,
}

/** Words of the demo and of the course, and what they are. */
const words = (course: HearingCourse): Readonly<Record<string, string>> => ({
  'title of the hearing': '突破土地政策案听证会',
  'the case it is on': course.caseNumber,
  'the notice': '收到本通知后，请即签收',
  'name of the party': demoActor('party').name,
  'name of the third party': demoActor('third-party').name,
  'name of a witness': demoActor('witness').name,
  'name of a public seat': demoActor('public-seat').name,
  'why the public seat was chosen': '反映用地周边居民的意见',
  'id of what was on stage': course.pieces.staged,
  'id of what was shown in the deliberation': course.pieces.inside,
  'a question': SAID.question,
  'why somebody was warned and silenced': SAID.warning,
  'why recusal was asked for, and the ruling': SAID.recusal,
  'why the chair went back a phase': SAID.wayBack,
  'why the hearing was suspended': SAID.suspension,
  'what the investigator said': SAID.investigator,
  'what the party said': SAID.party,
  'what the witness said': SAID.witness,
  'what a member said in the deliberation': SAID.deliberation,
  'what a member thinks, in his words': SAID.opinion,
  'what the recorder typed': SAID.typed,
  'what the chair wrote in the report': SAID.reportText,
  'why somebody did not sign': SAID.refusalToSign,
  'a late correction': SAID.lateCorrection,
  'what the report suggests': SAID.suggestion,
  'comment of the third party, waiting': SAID.waiting,
  'comment of the public seat, admitted': SAID.admitted,
  'the answer to it': SAID.answer,
  'comment of the party, held back': SAID.held,
  'why it was held back': SAID.heldReason,
  'comment of a second party, struck': SAID.struck,
  'why it was struck': SAID.struckReason,
})

/** One of the table with a page open all the time; what it is told is kept. */
class Looker {
  private told: string[] = []
  private constructor(
    readonly who: Person,
    private readonly hearingId: string,
    readonly visitor: Visitor,
  ) {}

  static async come(site: AccessSite, occasion: Occasion, who: Person, cookie?: string): Promise<Looker> {
    const account = PEOPLE[who]
    const session = cookie ?? (account === null ? undefined : occasion.cookieOf(account))
    const socket = account === null ? null : await MemberSocket.connect(site.url, account, session)
    return new Looker(who, occasion.hearingId, new Visitor(site, socket))
  }

  private get room() {
    return `hearing/${this.hearingId}`
  }

  private get audience() {
    return this.who === 'scr' ? 'screen' : 'person'
  }

  /** Into the room, as the page does. */
  async enter(): Promise<HearingShared | null> {
    const joined = await this.visitor.socket?.ask<{ shared: HearingShared }>('room/join', {
      stream: this.room,
      audience: this.audience,
    })
    this.told.push(inText(joined ?? ''))
    return joined?.ok ? joined.shared : null
  }

  /** To the comments; the big screen shows none. */
  async listen(): Promise<Outcome> {
    const { socket } = this.visitor
    if (!socket || this.who === 'scr') return 'sign in'
    const told = await socket.ask('comments/join', { hearingId: this.hearingId, after: 0 })
    this.told.push(inText(told))
    return told.ok ? 'done' : told.refusal.refused
  }

  async open(path: string): Promise<Outcome> {
    const { outcome, text } = await this.visitor.fetched(path)
    if (outcome === 'done') this.told.push(text)
    return outcome
  }

  async document(part: string): Promise<Outcome> {
    const { socket } = this.visitor
    if (!socket) return 'sign in'
    const told = await socket.ask<{ id: number; mode: 'write' | 'read' }>('document/open', {
      name: `${this.room}/${part}`,
      stateVector: new Uint8Array([0]),
    })
    this.told.push(inText(told))
    if (!told.ok) return told.refusal.refused
    socket.tell('document/close', { id: told.id })
    return told.mode
  }

  /** Everything since he came, asked for or not. */
  everything(): string {
    return [...this.told, ...(this.visitor.socket?.frames ?? []).map(inText)].join('\n')
  }

  leave(): void {
    this.visitor.socket?.disconnect()
  }
}

/**
 * Plays the hearing from stop to stop and looks, at each, with everybody's eyes and hands: rooms, frames, comments, documents,
 * pages, pieces of evidence and every command. Commands are really sent; the test's lock on the database (site.ts) refuses
 * what passed every check, so that nothing disturbs the course.
 */
export async function walk(site: AccessSite, occasion: Occasion): Promise<Found> {
  const { hearingId } = occasion
  const room = `hearing/${hearingId}`
  const course = new HearingCourse(site.app, occasion)
  const found: Found = { sees: new Map(), opens: new Map(), does: new Map(), comments: new Map() }
  const cookies = new Map<Person, string>()

  function note(table: Table, thing: string, who: Person, sign: string): void {
    const cells = found[table].get(thing) ?? {}
    found[table].set(thing, { ...cells, [who]: [...(cells[who] ?? []), sign] })
  }

  async function look(looker: Looker): Promise<void> {
    const { who } = looker
    const shared = await looker.enter()
    note('opens', 'the live comments', who, signOf(await looker.listen()))
    for (const path of who === 'scr' ? ['/screen'] : PAGES)
      note(
        'opens',
        `page /hearings/…${path}`,
        who,
        signOf(await looker.open(dataOf(`/hearings/${hearingId}${path}`))),
      )
    if (who !== 'scr') {
      for (const part of DOCUMENTS)
        note('opens', `text of the ${part}`, who, signOf(await looker.document(part)))
      await looker.open(`/hearings/${hearingId}/exhibits`)
      for (const piece of PIECES) {
        const path = `/hearings/${hearingId}/exhibits/${course.pieces[piece]}`
        note('opens', `evidence: ${piece}`, who, signOf(await looker.visitor.get(path)))
      }
    }
    const everything = looker.everything()
    for (const [name, word] of Object.entries(words(course)))
      note('sees', name, who, everything.includes(word) ? SEEN : UNSEEN)
    for (const [name, isTold] of Object.entries(FACTS))
      note('sees', name, who, shared && isTold(shared) ? SEEN : UNSEEN)
  }

  async function attempt({ who, visitor }: Looker): Promise<void> {
    const personId = PEOPLE[who]
    if (personId === null || who === 'scr') return
    const targets = await course.targetsFor(personId)
    for (const ask of Object.values(HEARING_ASKS)) {
      const command = ask(targets)
      note('does', command.type, who, signOf(await visitor.command(room, command)))
    }
    const ofChair = HEARING_ASKS['rule-on-recusal'](await course.targetsFor(personId, 'chair'))
    note('does', 'rule-on-recusal, of the chair', who, signOf(await visitor.command(room, ofChair)))
    const sealed = { type: 'serve-papers', papers: [{ part: 'opinion-discipline', readers: [] }] }
    note('does', 'serve-papers, of one not submitted', who, signOf(await visitor.command(room, sealed)))
    for (const ask of Object.values(COMMENT_ASKS)) {
      const command = ask(targets)
      note('comments', command.type, who, signOf(await visitor.command(`comments/${hearingId}`, command)))
    }
    const hash = await course.readsToSign(personId)
    const password = occasion.proofOf(personId)
    const sign = (part: string, fields: object) =>
      visitor.post(`/hearings/${hearingId}/${part}.data`, {
        intent: 'sign',
        password,
        commandId: newCommand(),
        ...fields,
      })
    note(
      'does',
      'sign-transcript, by the form with the password',
      who,
      signOf(await sign('transcript', { hash })),
    )
    note(
      'does',
      'sign-report, by the form with the password',
      who,
      signOf(await sign('report', { suggestion: '建议' })),
    )
  }

  for (const stop of stops) {
    const lookers = await Promise.all(people.map((who) => Looker.come(site, occasion, who, cookies.get(who))))
    for (const looker of lookers) {
      if (looker.visitor.socket) cookies.set(looker.who, looker.visitor.socket.cookie)
      await looker.enter()
      await looker.listen()
    }
    await course.to[stop]()
    await pause(LAST_FRAMES_MS)
    for (const looker of lookers) await look(looker)
    await site.lockDoor()
    for (const looker of lookers) await attempt(looker)
    await site.openDoor()
    for (const looker of lookers) looker.leave()
  }
  return found
}
