import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { HearingCommand, HearingOrder } from '#domain/hearings/commands.ts'
import type { Capacity, HearingState } from '#domain/hearings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { App } from '#server/app.ts'
import type { SigningCommand } from '#server/services/hearings.ts'
import { demoActor } from './actors.ts'

export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** Who takes part, by account. */
const PEOPLE: readonly (readonly [personId: string, capacity: Capacity])[] = [
  ['hearing-chair', 'chair'],
  ['hearing-member1', 'member'],
  ['hearing-member2', 'member'],
  ['audit1', 'member'],
  ['recorder', 'recorder'],
  ['investigator', 'investigator'],
  ['applicant', 'party'],
  ['third-party', 'third-party'],
  ['witness', 'witness'],
]

/** Of all plays of the file: two may play the same hearing, and a command's id that was there is not done again. */
let commands = 0

/** A hearing on a case of its own, played through the services. */
export class ServedHearing {
  caseId = ''
  hearingId = ''

  constructor(
    private readonly app: App,
    private readonly actorOf: (who: string) => Actor = demoActor,
  ) {}

  commandId = () => `hearing-${String((commands += 1)).padStart(5, '0')}`

  try = (who: string, command: HearingCommand) =>
    this.app.services.hearings.execute(this.actorOf(who), this.hearingId, this.commandId(), command)

  async act(who: string, command: HearingCommand): Promise<void> {
    must(await this.try(who, command))
  }

  sign = (who: string, command: SigningCommand, password: string = DEMO_PASSWORD) =>
    this.app.services.hearings.sign(this.actorOf(who), this.hearingId, this.commandId(), command, {
      password,
      address: '127.0.0.1',
    })

  /** As the recorder sees it: everything. */
  async state(who = 'recorder'): Promise<HearingState> {
    return must(await this.app.services.hearings.view(demoActor(who), this.hearingId, 'person')).shared.state
  }

  inCase = async (command: Parameters<App['services']['cases']['execute']>[3]) =>
    this.app.services.cases.execute(demoActor('secretary'), this.caseId, this.commandId(), command)

  async write(part: 'transcript' | 'report', who: string, text: string): Promise<void> {
    const name = `hearing/${this.hearingId}/${part}`
    const { content } = JSON.parse((await this.app.documents.read(name)).content) as { content: object[] }
    await this.app.documents.replaceText(name, { type: 'doc', content: [...content, paragraph(text)] }, who)
  }

  /** A case in verification, with what an agenda asks of it. */
  async register(): Promise<void> {
    const { services, documents } = this.app
    const { caseId } = must(
      await services.cases.register(demoActor('secretary'), this.commandId(), {
        particulars: {
          kind: 'tolerance',
          title: '听证案件（演示）',
          subjects: [
            { id: 'deng', kind: 'person', name: '邓某', unit: '金松集团', position: '', role: 'leader' },
          ],
          summary: '',
          situations: [],
          source: 'own-application',
          trigger: { matter: '', organ: '', date: null },
          complexity: ['disputed'],
        },
        bodyIds: ['discipline', 'organization', 'political'],
        applicantIds: ['applicant'],
      }),
    )
    this.caseId = caseId
    must(await this.inCase({ type: 'move', to: 'accepted', reason: '' }))
    must(await this.inCase({ type: 'assign-handlers', handlerIds: ['discipline2', 'discipline3'] }))
    must(await this.inCase({ type: 'move', to: 'in-verification', reason: '' }))
    const report = { type: 'doc', content: [paragraph('经核实，情况属实。')] }
    await documents.replaceText(`case/${caseId}/verification-report`, report, 'discipline2')
  }

  async order(over: Partial<HearingOrder> = {}): Promise<void> {
    const { hearingId } = must(
      await this.app.services.hearings.order(demoActor('secretary'), this.commandId(), {
        caseId: this.caseId,
        preset: 'case',
        title: '邓某容错案听证会（演示）',
        reason: '事实争议较大',
        issues: ['是否经过集体研究'],
        closedGround: 'cadre-case',
        openReason: null,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
        place: '二楼听证室',
        ...over,
      }),
    )
    this.hearingId = hearingId
  }

  /** A part of the dossier submitted, so that it can be served: to the party alone. */
  async submit(part: string) {
    must(await this.inCase({ type: 'submit-document', part }))
    return [{ part, readers: ['party' as const] }]
  }

  async name(): Promise<void> {
    for (const [personId, capacity] of PEOPLE)
      await this.act('secretary', {
        type: 'name-participant',
        ...{ personId, capacity, represents: null, breadth: '' },
      })
  }

  async open(papers: Awaited<ReturnType<ServedHearing['submit']>> = []): Promise<void> {
    if ((await this.state('secretary')).participants.length === 0) await this.name()
    await this.act('secretary', {
      type: 'serve-notice',
      ...{ text: '听证通知', shortReason: '当事人同意提前', startsAt: null, papers },
    })
    await this.begin()
  }

  /** Everybody comes, and the chair opens. */
  async begin(): Promise<void> {
    for (const [personId] of PEOPLE) await this.act(personId, { type: 'come-in' })
    await this.act('hearing-chair', { type: 'open' })
    for (const personId of ['investigator', 'applicant', 'third-party', 'witness'])
      await this.act('recorder', { type: 'check-identity', personId })
  }

  next = () => this.act('hearing-chair', { type: 'next-phase' })

  /** Asks for the floor, speaks, and what he said is written down. Answers the passage's id. */
  async speak(who: string, text: string): Promise<string> {
    await this.act(who, { type: 'ask-to-speak', alsoFor: [] })
    const waiting = (await this.state()).floor.waiting.find((hand) => hand.personId === who)
    await this.act('hearing-chair', { type: 'give-floor', requestId: waiting?.id ?? '', seconds: null })
    await this.act('recorder', { type: 'write-passage', personId: who, text })
    await this.act(who, { type: 'end-floor' })
    return (await this.state()).passages.at(-1)?.id ?? ''
  }

  /** Up to the deliberation: everybody has spoken, the party has commented. */
  async hear(): Promise<void> {
    await this.next()
    await this.next()
    await this.speak('investigator', '经查，减免未经集体研究。')
    await this.next()
    const own = await this.speak('applicant', '减免经过班子会讨论。')
    await this.act('applicant', { type: 'correct-passage', passageId: own, text: '班子会为当年三月。' })
    await this.act('applicant', { type: 'confirm-passage', passageId: own })
    const comment = {
      type: 'comment',
      text: '请调阅会议记录',
      issueId: null,
      evidenceId: null,
      paragraph: null,
    } as const
    const comments = this.app.services.comments
    must(await comments.execute(demoActor('applicant'), this.hearingId, this.commandId(), comment))
    const seen = must(await comments.view(demoActor('recorder'), this.hearingId))
    const commentId = seen.comments[0]?.id ?? ''
    const admit = { type: 'admit', commentId } as const
    must(await comments.execute(demoActor('recorder'), this.hearingId, this.commandId(), admit))
    await this.next()
    await this.act('hearing-chair', { type: 'call-witness', personId: 'witness' })
    await this.speak('witness', '我参加了三月的班子会。')
    await this.next()
    await this.act('hearing-member1', { type: 'put-question', to: 'applicant', text: '会议记录何在？' })
    await this.next()
    await this.next()
  }

  /** Two of three members hold against it; then to the end. */
  async deliberateAndClose(): Promise<void> {
    const opinions = [
      ['hearing-member1', 'not-tolerate', '程序缺失'],
      ['hearing-member2', 'not-tolerate', '损失未挽回'],
      ['audit1', 'tolerate', '并非主观故意'],
    ] as const
    for (const [who, stand, reason] of opinions) await this.act(who, { type: 'give-opinion', stand, reason })
    await this.act('recorder', { type: 'write-passage', personId: 'hearing-chair', text: '合议秘密内容' })
    for (const _ of ['final-statements', 'closing', 'signing']) await this.next()
  }

  bringUp = (part: 'transcript' | 'report', who: string) =>
    this.app.services.hearingPapers.bringUp(demoActor(who), this.hearingId, part)

  paper = (who: string, part: 'transcript' | 'report') =>
    this.app.services.hearingPapers.view(demoActor(who), this.hearingId, part)

  /** From the case to the frozen transcript. */
  async toSigning(): Promise<void> {
    await this.register()
    await this.order()
    await this.open(await this.submit('verification-report'))
    await this.hear()
    await this.deliberateAndClose()
    must(await this.bringUp('transcript', 'recorder'))
    await this.act('recorder', { type: 'freeze-transcript' })
  }

  /** All sign what they read but the third party, whose refusal is noted. */
  async signAll(): Promise<void> {
    for (const [who] of PEOPLE) {
      if (who === 'third-party') continue
      const read = must(await this.paper(who, 'transcript'))
      const hash = read.ownPart?.hash ?? read.frozen?.hash ?? ''
      must(await this.sign(who, { type: 'sign-transcript', hash }))
    }
    const noted = { type: 'note-refusal-to-sign', personId: 'third-party', reason: '不同意记载' } as const
    await this.act('hearing-chair', noted)
  }
}
