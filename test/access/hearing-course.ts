import { Readable } from 'node:stream'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { must, ServedHearing } from '../support/hearing-by-services.ts'
import type { HearingTargets } from './hearing-asks.ts'
import type { Stop } from './hearing-cast.ts'
import type { Occasion } from './hearing-occasion.ts'

/** Others who do what must have been done before those in the table try the same. */
const HELPERS: readonly (readonly [personId: string, capacity: Capacity])[] = [
  ['discipline2', 'investigator'],
  ['discipline3', 'investigator'],
  ['political1', 'party'],
  ['political2', 'representative'],
  ['political3', 'third-party'],
  ['audit1', 'expert'],
  ['organization3', 'expert'],
  ['observer3', 'witness'],
]
const CHAIR = 'hearing-chair'
const MEMBERS = ['hearing-member1', 'hearing-member2', 'hearing-member3'] as const
/** Comes late, and is checked by nobody. */
const LATE = 'organization3'
/** Comes at once, and is checked at the end of the phase for that. */
const UNCHECKED = 'political1'
const DISTURBER = 'observer2'
const THERE = [
  ...[CHAIR, ...MEMBERS, 'recorder', 'investigator', 'party', 'representative', 'third-party', 'witness'],
  ...['expert', 'public-seat', 'observer1', DISTURBER],
  ...HELPERS.map(([personId]) => personId).filter((who) => who !== LATE),
]
const none = 'none'

/** Words that stand in one place each. */
export const SAID = {
  question: '问句甲子',
  warning: '警告理由乙丑',
  recusal: '回避理由丙寅',
  wayBack: '退回理由丁卯',
  suspension: '中止理由戊辰',
  investigator: '承办人发言己巳',
  party: '当事人发言庚午',
  witness: '证人发言辛未',
  deliberation: '密议发言壬申',
  opinion: '密议意见癸酉',
  typed: '笔录正文甲戌',
  reportText: '报告正文乙亥',
  refusalToSign: '拒签理由丙子',
  lateCorrection: '补正丁丑',
  suggestion: '听证建议戊寅',
  waiting: '意见待处理己卯',
  admitted: '意见已采纳庚辰',
  answer: '意见答复辛巳',
  held: '意见暂缓壬午',
  heldReason: '暂缓理由癸未',
  struck: '意见删除甲申',
  struckReason: '删除理由乙酉',
} as const

/** A hearing brought from one stop of the table to the next, through the services. */
export class HearingCourse {
  readonly play: ServedHearing
  /** Pieces of the case by what became of them in the hearing. */
  readonly pieces = { staged: none, inside: none, kept: none, withdrawn: none }
  caseNumber = ''
  private readonly comments = { waiting: none, admitted: none }
  private readonly applications = { member: none, chair: none }

  constructor(
    private readonly app: App,
    readonly occasion: Occasion,
  ) {
    this.play = new ServedHearing(app, occasion.actorOf)
    this.play.hearingId = occasion.hearingId
    this.play.caseId = 'case-land-policy'
  }

  readonly to: Readonly<Record<Stop, () => Promise<void>>> = {
    lobby: async () => {
      this.caseNumber = (await this.play.state('secretary')).caseNumber
      for (const [personId, capacity] of HELPERS)
        await this.play.act('secretary', {
          type: 'name-participant',
          ...{ personId, capacity, breadth: '' },
          represents: capacity === 'representative' ? 'party' : null,
        })
      for (const piece of ['staged', 'inside', 'kept', 'withdrawn'] as const)
        this.pieces[piece] = await this.addEvidence(piece)
      const { withdrawn } = this.pieces
      must(await this.play.inCase({ type: 'withdraw-evidence', evidenceId: withdrawn, reason: '重复' }))
      for (const who of await this.there()) await this.play.act(who, { type: 'come-in' })
    },
    identity: async () => {
      await this.play.act(CHAIR, { type: 'open' })
      const there = (await this.there()).map(this.occasion.idOf)
      for (const { personId, capacity } of (await this.play.state()).participants)
        if (there.includes(personId) && personId !== UNCHECKED && isHeard(capacity))
          await this.play.act('recorder', { type: 'check-identity', personId })
      await this.play.act('recorder', { type: 'put-question', to: 'political2', text: SAID.question })
      await this.play.act(CHAIR, { type: 'warn', personId: DISTURBER, reason: SAID.warning })
      await this.play.act(CHAIR, { type: 'mute', personId: DISTURBER, reason: SAID.warning })
      await this.floor('political2', 'representative')
    },
    rights: async () => {
      await this.play.act('recorder', { type: 'check-identity', personId: UNCHECKED })
      await this.next()
      await this.play.act(LATE, { type: 'come-in' })
      const apply = { type: 'apply-for-recusal', reason: SAID.recusal } as const
      await this.play.act('political1', { ...apply, personId: MEMBERS[1] })
      await this.play.act('political3', { ...apply, personId: CHAIR })
      const [member, chair] = (await this.play.state()).recusals
      Object.assign(this.applications, { member: member?.id, chair: chair?.id })
      await this.floor('political2', 'representative')
    },
    investigation: async () => {
      const ruling = { type: 'rule-on-recusal', granted: false, reason: SAID.recusal } as const
      await this.play.act(CHAIR, { ...ruling, recusalId: this.applications.member })
      await this.play.act('recorder', { ...ruling, recusalId: this.applications.chair })
      Object.assign(this.applications, { member: none, chair: none })
      await this.next()
      await this.play.speak('investigator', SAID.investigator)
      await this.commentOnce()
      await this.stageAndFloor('discipline2', 'discipline3')
    },
    defence: async () => {
      await this.next()
      await this.play.act(CHAIR, { type: 'back-to-phase', phase: 'investigation', reason: SAID.wayBack })
      await this.next()
      await this.play.speak('party', SAID.party)
      await this.stageAndFloor('political2', 'representative')
    },
    'third-parties': async () => {
      await this.next()
      await this.play.act(CHAIR, { type: 'call-witness', personId: this.occasion.idOf('witness') })
      await this.play.speak(this.occasion.idOf('witness'), SAID.witness)
      await this.stageAndFloor('political3', 'audit1')
    },
    questions: async () => {
      await this.next()
      await this.stageAndFloor('political2', 'representative')
    },
    debate: async () => {
      await this.next()
      await this.stageAndFloor('political2', 'representative')
    },
    suspended: () =>
      this.play.act(CHAIR, {
        type: 'suspend',
        ...{ ground: 'new-evidence', reason: SAID.suspension, resumeOn: null },
      }),
    deliberation: async () => {
      await this.play.act(CHAIR, { type: 'resume' })
      await this.next()
      await this.play.speak(MEMBERS[1], SAID.deliberation)
      await this.opine(MEMBERS[1])
      await this.play.act(CHAIR, { type: 'stage-evidence', ...whole(this.pieces.inside) })
      await this.floor(MEMBERS[1], MEMBERS[2])
    },
    'final-statements': async () => {
      await this.opine(MEMBERS[0])
      await this.opine(MEMBERS[2])
      await this.next()
      await this.stageAndFloor('political2', 'representative')
    },
    closing: async () => {
      await this.next()
      await this.stageAndFloor(MEMBERS[1], MEMBERS[2])
    },
    signing: async () => {
      await this.next()
      must(await this.play.bringUp('transcript', 'recorder'))
      await this.play.write('transcript', 'recorder', SAID.typed)
    },
    frozen: () => this.play.act('recorder', { type: 'freeze-transcript' }),
    signed: async () => {
      const refusal = { type: 'note-refusal-to-sign', reason: SAID.refusalToSign } as const
      await this.play.act(CHAIR, { ...refusal, personId: 'political3' })
      for (const { personId } of (await this.play.state()).participants) {
        // Whoever is no signer is refused; that all signers have signed the report shows.
        if (personId !== 'political3')
          await this.play.sign(
            personId,
            { type: 'sign-transcript', hash: await this.readsToSign(personId) },
            this.occasion.proofOf(personId),
          )
      }
      await this.play.act('party', { type: 'correct-late', text: SAID.lateCorrection })
      must(await this.play.bringUp('report', CHAIR))
      await this.play.write('report', CHAIR, SAID.reportText)
    },
    finished: async () => {
      must(await this.play.sign(CHAIR, { type: 'sign-report', suggestion: SAID.suggestion }))
    },
  }

  /** What commands point at now; of two applications that against a member, unless it is said otherwise. */
  async targetsFor(personId: string, against: 'member' | 'chair' = 'member'): Promise<HearingTargets> {
    const state = await this.play.state()
    const id = this.occasion.idOf(personId)
    const own = state.passages.find((one) => one.personId === id) ?? state.passages[0]
    const sits = [CHAIR, MEMBERS[0], 'recorder'].find((who) => who === personId)
    return {
      ...{ newcomer: 'organization2', absent: LATE, heard: 'political2', disturber: DISTURBER },
      ...{
        called: this.occasion.idOf('witness'),
        uncalled: 'observer3',
        unsigned: 'political2',
        issue: state.issues[0]?.id ?? '',
      },
      recused: sits ?? MEMBERS[2],
      unchecked: state.phase === 'identity' ? UNCHECKED : LATE,
      application: this.applications[against],
      hand: state.floor.waiting[0]?.id ?? none,
      question: state.questions[0]?.id ?? none,
      passage: own?.id ?? none,
      evidence: this.pieces.staged,
      waitingComment: this.comments.waiting,
      admittedComment: this.comments.admitted,
    }
  }

  /** The hash of what this person would sign; any where he reads nothing. */
  async readsToSign(personId: string): Promise<string> {
    const paper = await this.app.services.hearingPapers.view(
      this.occasion.actorOf(personId),
      this.occasion.hearingId,
      'transcript',
    )
    const read = isRefusal(paper) ? null : (paper.ownPart?.hash ?? paper.frozen?.hash)
    return read ?? 'a'.repeat(64)
  }

  private next = () => this.play.next()

  /** Who comes at the beginning: in a closed hearing no observer. */
  private async there(): Promise<readonly string[]> {
    const { participants } = await this.play.state()
    const named = (who: string) => participants.some((one) => one.personId === this.occasion.idOf(who))
    return THERE.filter(named)
  }

  /** One speaks and one waits. */
  private async floor(speaks: string, waits: string): Promise<void> {
    await this.play.act(speaks, { type: 'ask-to-speak', alsoFor: [] })
    const [hand] = (await this.play.state()).floor.waiting
    await this.play.act(CHAIR, { type: 'give-floor', requestId: hand?.id ?? '', seconds: null })
    await this.play.act(waits, { type: 'ask-to-speak', alsoFor: [] })
  }

  private async stageAndFloor(speaks: string, waits: string): Promise<void> {
    await this.play.act(CHAIR, { type: 'stage-evidence', ...whole(this.pieces.staged) })
    await this.floor(speaks, waits)
  }

  private opine = (who: string) =>
    this.play.act(who, { type: 'give-opinion', stand: 'tolerate', reason: SAID.opinion })

  private async addEvidence(title: string): Promise<string> {
    const stream = Readable.from([Buffer.from(`内容 ${title}`)])
    const upload = { title: `证据 ${title}`, fileName: `${title}.txt`, stream }
    const { evidence } = this.app.services
    const { caseId } = this.play
    return must(await evidence.add(demoActor('secretary'), caseId, this.play.commandId(), upload)).evidenceId
  }

  /** One that waits, one admitted and answered, one held back, one struck. */
  private async commentOnce(): Promise<void> {
    const { comments } = this.app.services
    const say = async (who: string, command: CommentCommand) =>
      must(
        await comments.execute(
          this.occasion.actorOf(who),
          this.occasion.hearingId,
          this.play.commandId(),
          command,
        ),
      )
    const tie = { issueId: null, evidenceId: null, paragraph: null }
    const made = async (who: string, text: string) => {
      await say(who, { type: 'comment', text, ...tie })
      const seen = must(await comments.view(demoActor('recorder'), this.occasion.hearingId)).comments
      return seen.find((one) => one.text === text)?.id ?? none
    }
    this.comments.waiting = await made('third-party', SAID.waiting)
    this.comments.admitted = await made('public-seat', SAID.admitted)
    await say(CHAIR, { type: 'admit', commentId: this.comments.admitted })
    await say('recorder', { type: 'answer', commentId: this.comments.admitted, text: SAID.answer })
    const held = await made('party', SAID.held)
    await say('recorder', { type: 'hold', commentId: held, reason: SAID.heldReason })
    const struck = await made('political1', SAID.struck)
    await say(CHAIR, { type: 'strike', commentId: struck, reason: SAID.struckReason })
  }
}

const isHeard = (capacity: Capacity) => !/^(chair|member|recorder|observer)$/.test(capacity)
const whole = (evidenceId: string) => ({ evidenceId, page: 1, zone: null })
