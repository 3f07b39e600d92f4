import { HEARING_REPORT_PART, isDossierPart, kindOfExamination } from '#domain/dossiers/parts.ts'
import {
  EFFECT_NAMES,
  HEARING_REPORT_NAME,
  MEASURE_NAMES,
  OUTCOME_NAMES,
  PART_NAMES,
} from '#domain/decisions/official-names.ts'
import { itemOf, pollOf } from '#domain/meetings/items.ts'
import type { MeetingState, MemberDue } from '#domain/meetings/types.ts'
import { detailFor, verdictsOf, type Verdict } from './decisions.ts'
import { METHOD_NAMES, voteLine } from './facts-vote.ts'
import { chineseDate, unitsAndNames } from './official-words.ts'
import { chairAtOpening, handOversTold } from './presiding.ts'
import type { ProseNode } from './prose.ts'
import type { DecisionDetail, Departure } from './types.ts'

export const FACT_KINDS = ['attendance', 'agenda', 'recusal', 'vote', 'outcome'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** One line of a fact: `出席` and then units and names. An empty label stands for a line without one. */
export interface FactLine {
  readonly label: string
  readonly text: string
}

/** What a fact needs besides the meeting: the names of bodies, and what was filled in for the decisions. */
export interface FactSource {
  readonly meeting: MeetingState
  readonly bodies: Readonly<Record<string, string>>
  readonly details: readonly DecisionDetail[]
  readonly departures: readonly Departure[]
}

/** `outcome` of one subject of an item. */
export function outcomeRef(itemId: string, subjectId: string): string {
  return `${itemId}/${subjectId}`
}

const line = (label: string, text: string): readonly FactLine[] => (text === '' ? [] : [{ label, text }])

/**
 * Who presided from when, where the chair changed (N-69); 出席, 请假, 列席, in this order (REQ-242, F-78), and who is
 * missing without leave (F-17).
 */
function attendance({ meeting }: FactSource): readonly FactLine[] {
  const came = new Set(meeting.presences.map((presence) => presence.personId))
  const onLeave = new Set(meeting.leaves.map((leave) => leave.personId))
  const absent = meeting.membersDue.filter((member) => !came.has(member.personId))
  const named = (member: MemberDue) =>
    member.personId === chairAtOpening(meeting) ? { ...member, name: `${member.name}（主持）` } : member
  return [
    ...line('主持', handOversTold(meeting)),
    ...line(
      '出席',
      unitsAndNames(meeting.membersDue.filter((member) => came.has(member.personId)).map(named)),
    ),
    ...line('请假', unitsAndNames(absent.filter((member) => onLeave.has(member.personId)))),
    ...line('列席', unitsAndNames(meeting.attendees.filter((attendee) => came.has(attendee.personId)))),
    ...line('未到会', unitsAndNames(absent.filter((member) => !onLeave.has(member.personId)))),
  ]
}

function paperTitle(part: string): string {
  if (part === HEARING_REPORT_PART) return HEARING_REPORT_NAME
  const named = isDossierPart(part) ? part : kindOfExamination(part)
  return named ? PART_NAMES[named] : part
}

/** One item, or the whole agenda where the ref names none. */
function agenda({ meeting }: FactSource, ref: string): readonly FactLine[] {
  const item = itemOf(meeting, ref)
  if (!item)
    return meeting.items.map((one, index) => ({
      label: `议题${index + 1}`,
      text: `${one.caseNumber} ${one.caseTitle}`.trim(),
    }))
  const papers = item.papers.map(({ part }) => paperTitle(part))
  return [
    ...line('议题', `${item.caseNumber} ${item.caseTitle}`.trim()),
    ...line('审议对象', item.subjects.map((subject) => subject.name).join('、')),
    ...line('会议材料', papers.join('、')),
  ]
}

/** Who was recused in the item; the reasons stay in the record. */
function recusal({ meeting }: FactSource, itemId: string): readonly FactLine[] {
  const recused = new Set(
    meeting.recusals
      .filter((one) => one.itemId === itemId && one.status === 'in-force')
      .map((one) => one.personId),
  )
  const people = [...meeting.membersDue, ...meeting.attendees]
  return line('回避', unitsAndNames(people.filter((person) => recused.has(person.personId))))
}

function vote({ meeting }: FactSource, pollId: string): readonly FactLine[] {
  const poll = pollOf(meeting, pollId)?.poll
  const told = poll ? voteLine(poll) : ''
  if (!poll || told === '') return []
  const round = poll.round === 2 ? '（第二轮）' : poll.reconsiders ? '（复议）' : ''
  return [
    { label: '表决事项', text: poll.question },
    { label: `表决结果${round}`, text: `${METHOD_NAMES[poll.method]}。${told}` },
  ]
}

function termsOf(verdict: Verdict, { details, bodies, departures }: FactSource): readonly FactLine[] {
  const detail = detailFor(details, verdict)
  const measure = detail.measure === null ? '' : MEASURE_NAMES[detail.measure]
  const duties = detail.duties.map((duty, index) => {
    const owner = bodies[duty.ownerBodyId] ?? ''
    return `${index + 1}. ${duty.text}（责任单位：${owner}；期限：${chineseDate(duty.dueOn)}）`
  })
  return [
    ...line('保留措施', [measure, detail.measureText].filter((text) => text !== '').join('：')),
    ...line('依据', detail.clauses.join('；')),
    ...line('结果运用', detail.effects.map((effect) => EFFECT_NAMES[effect]).join('；')),
    ...line('暂缓至', detail.shelvedUntil === null ? '' : chineseDate(detail.shelvedUntil)),
    ...line('纠错事项', duties.join('　')),
    ...line(
      '未采纳听证多数意见的理由',
      departures.find(({ caseId }) => caseId === verdict.item.caseId)?.reason ?? '',
    ),
  ]
}

/** The outcome of one subject with what belongs to it, or the deferral of an item. */
function outcome(source: FactSource, ref: string): readonly FactLine[] {
  const deferred = itemOf(source.meeting, ref)
  if (deferred) return line('缓议', deferred.deferral?.reason ?? '')
  const verdict = verdictsOf(source.meeting).find(
    ({ item, subjectId }) => outcomeRef(item.id, subjectId) === ref,
  )
  if (!verdict) return []
  const subject = verdict.item.subjects.find((one) => one.id === verdict.subjectId)
  return [{ label: subject?.name ?? '', text: OUTCOME_NAMES[verdict.outcome] }, ...termsOf(verdict, source)]
}

const TELL: Readonly<Record<FactKind, (source: FactSource, ref: string) => readonly FactLine[]>> = {
  attendance,
  agenda,
  recusal,
  vote,
  outcome,
}

/**
 * A fact of the meeting told in the words of official papers (always Chinese, like the papers): what a block
 * of the minutes shows and nobody can type into (N-60 … N-65). `ref` is a poll's id for `vote`, an item's for
 * `agenda`, `recusal` and a deferral, `outcomeRef` for an outcome. Unknown kinds and refs, and what is not
 * announced, give no lines.
 */
export function recordFact(
  meeting: MeetingState,
  kind: string,
  ref: string,
  filledIn: Partial<Pick<FactSource, 'bodies' | 'details' | 'departures'>> = {},
): readonly FactLine[] {
  const known = FACT_KINDS.find((candidate) => candidate === kind)
  const { bodies = {}, details = [], departures = [] } = filledIn
  return known ? TELL[known]({ meeting, bodies, details, departures }, ref) : []
}

/**
 * The same text with each fact block carrying its lines in `attrs.lines`: what departments sign, what is hashed
 * and what readers get who may not see the meeting.
 */
export function resolveFacts(
  text: ProseNode,
  meeting: MeetingState,
  bodies: Readonly<Record<string, string>>,
  details: readonly DecisionDetail[] = [],
  departures: readonly Departure[] = [],
): ProseNode {
  if (text.type === 'recordFact') {
    const { kind, ref } = text.attrs ?? {}
    const named = typeof kind === 'string' && typeof ref === 'string'
    const lines = named ? recordFact(meeting, kind, ref, { bodies, details, departures }) : []
    return { ...text, attrs: { ...text.attrs, lines } }
  }
  if (!text.content) return text
  return {
    ...text,
    content: text.content.map((node) => resolveFacts(node, meeting, bodies, details, departures)),
  }
}

/** The lines a resolved block carries, or null where the block must be told from the meeting. */
export function linesOf(node: ProseNode): readonly FactLine[] | null {
  const lines = node.attrs?.['lines']
  return Array.isArray(lines) ? (lines as readonly FactLine[]) : null
}
