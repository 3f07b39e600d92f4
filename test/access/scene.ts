import { DUE } from '../support/meeting-play.ts'
import { Readable } from 'node:stream'
import type { CaseCommand } from '#domain/cases/commands.ts'
import type { Convocation, MeetingCommand } from '#domain/meetings/commands.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { invite } from '../support/guest.ts'
import { ServedHearing } from '../support/hearing-by-services.ts'

/** Words that stand in one place each, so that finding one in an answer says where it came from. */
export const SECRET = {
  draftOpinion: '组织部门尚未提交的意见甲乙丙',
  otherCase: '另案事实丁戊己',
  minutes: '纪要草稿庚辛壬',
} as const

/** What the attempts point at; made once, on the demo's data. */
export interface Scene {
  /** Rent relief: item 1, in statements. Every department takes part, political has submitted its opinion. */
  readonly case: string
  /** Item 2 of the same meeting, from which political3 is recused. */
  readonly otherCase: string
  readonly item1: string
  readonly item2: string
  readonly evidence: string
  readonly otherEvidence: string
  /** Nobody's. */
  readonly upload: string
  readonly opinionVersion: string
  readonly factsVersion: string
  /** The demo's meeting: open, item 1 in statements, discipline1 has stated, audit1 waits for the floor. */
  readonly meeting: string
  readonly handRaised: string
  readonly statement: string
  readonly proposal: string
  /** An application against organization1 in item 2, not ruled on. */
  readonly application: string
  /** Another open meeting of the same people, with a named ballot open. */
  readonly voting: string
  readonly poll: string
  /** Closed; its minutes are in review. */
  readonly pastMeeting: string
  readonly minutes: string
  readonly pastCase: string
  /** The demo's hearing: open to the public, noticed, not begun. Of the roles the recorder alone takes part. */
  readonly hearing: string
  /** A hearing that was held, its transcript frozen for signing: the applicant is its party, audit1 one of its members. */
  readonly heard: string
  /** Somebody without an account at the demo's hearing, his invitation issued. */
  readonly guest: string
  /** Served there to the party alone. */
  readonly paper: string
  /** Of observer1. */
  readonly roleTerm: string
}

export const paragraphOf = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

let commands = 0
export const newCommand = () => `access-${String((commands += 1)).padStart(6, '0')}`

export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

/** What people did before, through the services, as the demo's accounts. */
export function hands({ services, documents }: App) {
  return {
    meeting: async (who: string, meetingId: string, command: MeetingCommand) =>
      must(await services.meetings.execute(demoActor(who), meetingId, newCommand(), command)),
    case: async (who: string, caseId: string, command: CaseCommand) =>
      must(await services.cases.execute(demoActor(who), caseId, newCommand(), command)),
    minutes: async (who: string, minutesId: string, command: MinutesCommand) =>
      must(await services.minutes.execute(demoActor(who), minutesId, newCommand(), command)),
    seenMeeting: async (who: string, meetingId: string) =>
      must(await services.meetings.view(demoActor(who), meetingId, 'person')).state,
    write: (name: string, words: string, who: string) => documents.replaceText(name, paragraphOf(words), who),
    async convene(title: string, caseIds: readonly string[]) {
      const convocation: Convocation = {
        title,
        caseIds,
        place: '三楼',
        startsAt: new Date().toISOString(),
        grade: 'ordinary',
        chairId: 'chair',
        secretaryIds: ['secretary'],
        scrutineerIds: ['organization3', 'political3'],
        memberIds: DUE,
        attendeeIds: ['audit1'],
        requiredBodyIds: [],
      }
      return must(await services.meetings.convene(demoActor('secretary'), newCommand(), convocation))
        .meetingId
    },
    async everybodyComes(meetingId: string) {
      for (const who of [...DUE, 'audit1', 'secretary'])
        await this.meeting(who, meetingId, { type: 'check-in', personId: null, code: null })
      await this.meeting('chair', meetingId, { type: 'open' })
    },
    async toStatements(meetingId: string, itemId: string) {
      await this.meeting('chair', meetingId, { type: 'open-item', itemId, presenterId: null })
      await this.meeting('chair', meetingId, { type: 'enter-phase', phase: 'questions' })
      await this.meeting('chair', meetingId, { type: 'enter-phase', phase: 'statements' })
    },
    async toConsultation(caseId: string) {
      await this.write(`case/${caseId}/verification-report`, '核实结论（演示）', 'secretary')
      await this.case('secretary', caseId, { type: 'move', to: 'in-consultation', reason: '提请会商' })
    },
    async addEvidence(who: string, caseId: string, words: string) {
      const upload = { title: '材料', fileName: '材料.txt', stream: Readable.from([Buffer.from(words)]) }
      return must(await services.evidence.add(demoActor(who), caseId, newCommand(), upload)).evidenceId
    },
  }
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the scene has no ${what}`)
  return value
}

/** Brings the demo to the state that the matrix is about. */
export async function setScene(app: App): Promise<Scene> {
  const hand = hands(app)
  const [meeting, rent, other] = ['meeting-demo', 'case-rent-relief', 'case-building-before-approval']
  const [voted, past] = ['case-clarified-judge', 'case-hotline-complaint']

  await hand.write(`case/${rent}/opinion-discipline`, '纪检监察机关意见', 'discipline1')
  await hand.write(`case/${rent}/opinion-organization`, SECRET.draftOpinion, 'organization1')
  await hand.write(`case/${rent}/opinion-political`, '政法机关意见', 'political1')
  await hand.write(`case/${other}/facts`, SECRET.otherCase, 'secretary')
  await hand.case('political1', rent, {
    type: 'submit-opinion',
    stands: { deng: 'MITIGATED', li: 'MITIGATED' },
    clauses: [],
  })
  must(
    await app.services.remarks.execute(demoActor('discipline1'), `case/${rent}/facts`, newCommand(), {
      type: 'remark',
      anchor: null,
      text: '请核对',
      mentions: ['discipline3'],
    }),
  )
  must(
    await app.services.remarks.execute(demoActor('discipline1'), `case/${rent}/facts`, newCommand(), {
      type: 'suggest',
      // Places that are none: nobody can accept it, so that all who try find it as it is.
      changes: [
        {
          anchor: { start: 'AAAA', end: 'BBBB', before: '', after: '' },
          before: '专项审计发现',
          text: '审计发现',
        },
      ],
      note: '',
    }),
  )
  const evidence = await hand.addEvidence('secretary', rent, '房租减免明细')
  const otherEvidence = await hand.addEvidence('secretary', other, SECRET.otherCase)

  // The voting meeting before, so that its case is nobody's business in the demo's one.
  await hand.toConsultation(voted)
  const voting = await hand.convene('表决会', [voted])
  await hand.everybodyComes(voting)
  const votedItem = found((await hand.seenMeeting('chair', voting)).items[0], 'item to vote on')
  await hand.toStatements(voting, votedItem.id)
  for (const who of [...DUE.slice(1), 'chair'])
    await hand.meeting(who, voting, { type: 'state', stand: 'FOR', reason: '同意' })
  await hand.meeting('chair', voting, {
    type: 'put-question',
    subjectId: 'wei',
    question: '是否为魏某澄清？',
    options: ['EXEMPT', 'NOT_TOLERATED'],
    method: 'named',
  })
  const poll = found((await hand.seenMeeting('chair', voting)).items[0]?.polls[0], 'ballot')

  await hand.case('secretary', past, { type: 'move', to: 'accepted', reason: '受理' })
  await hand.case('secretary', past, { type: 'assign-handlers', handlerIds: ['discipline2', 'discipline3'] })
  await hand.case('secretary', past, { type: 'move', to: 'in-verification', reason: '' })
  await hand.toConsultation(past)
  const pastMeeting = await hand.convene('已散之会', [past])
  await hand.everybodyComes(pastMeeting)
  const pastItem = found((await hand.seenMeeting('chair', pastMeeting)).items[0], 'past item')
  await hand.meeting('chair', pastMeeting, { type: 'defer-item', itemId: pastItem.id, reason: '材料不足' })
  await hand.meeting('chair', pastMeeting, { type: 'close' })
  const { minutesId: minutes } = must(
    await app.services.minutes.draft(demoActor('secretary'), newCommand(), pastMeeting),
  )
  await hand.minutes('secretary', minutes, { type: 'send-to-review' })

  // Not the case that the demo's hearing is about: that one waits for its report (C-71).
  const proposed = 'case-welfare-home'
  await hand.case('secretary', proposed, {
    type: 'assign-handlers',
    handlerIds: ['discipline2', 'discipline3'],
  })
  for (const bodyId of ['organization', 'political'])
    await hand.case('secretary', proposed, { type: 'invite-body', bodyId })
  await hand.case('secretary', proposed, { type: 'move', to: 'in-verification', reason: '' })
  await hand.toConsultation(proposed)
  await hand.everybodyComes(meeting)
  const [first, second] = (await hand.seenMeeting('chair', meeting)).items
  const [item1, item2] = [found(first, 'item 1').id, found(second, 'item 2').id]
  await hand.meeting('political3', meeting, {
    type: 'recuse-myself',
    itemId: item2,
    reason: '与当事单位有利害关系',
  })
  await hand.meeting('discipline1', meeting, {
    type: 'apply-for-recusal',
    itemId: item2,
    personId: 'organization1',
    reason: '曾任职',
  })
  await hand.meeting('discipline1', meeting, { type: 'propose-item', caseId: proposed })
  await hand.toStatements(meeting, item1)
  await hand.meeting('discipline1', meeting, { type: 'state', stand: 'FOR', reason: '政策把握不准' })
  await hand.meeting('audit1', meeting, { type: 'raise-hand', kind: 'question' })

  const heard = new ServedHearing(app)
  await heard.toSigning()

  const { personId: guest } = await invite(app)
  const office = must(await app.services.hearings.view(demoActor('secretary'), heard.hearingId, 'person'))

  const state = await hand.seenMeeting('chair', meeting)
  const accounts = must(await app.services.people.everybody(demoActor('secadmin')))
  const observer = accounts.find(({ id }) => id === 'observer1')
  const dossier = must(await app.services.cases.view(demoActor('secretary'), rent)).state
  const texts = must(await app.services.documents.versions(demoActor('secretary'), `case/${rent}/facts`))
  return {
    case: rent,
    otherCase: other,
    item1,
    item2,
    evidence,
    otherEvidence,
    upload: '00000000-0000-4000-8000-000000000000',
    opinionVersion: found(
      dossier.opinions.find(({ bodyId }) => bodyId === 'political')?.versionId,
      'submitted opinion',
    ),
    factsVersion: found(texts.versions.at(-1), 'version of the facts').id,
    meeting,
    handRaised: found(state.floor.waiting[0], 'hand').id,
    statement: found(state.items[0]?.statements[0], 'statement').id,
    proposal: found(state.proposedItems[0], 'proposal').id,
    application: found(
      state.recusals.find(({ status }) => status === 'pending'),
      'application',
    ).id,
    voting,
    poll: poll.id,
    pastMeeting,
    minutes,
    pastCase: past,
    hearing: 'hearing-demo',
    heard: heard.hearingId,
    guest,
    paper: found(office.view?.papers[0], 'paper').id,
    roleTerm: found(observer?.roles[0], 'role').id,
  }
}
