import type { Comment } from '#domain/comments/types.ts'
import type { FactLine } from '#domain/minutes/facts.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { HearingPart } from './documents.ts'
import { inCapacity } from './people.ts'
import { majorityOf } from './opinions.ts'
import { chineseMoment, chineseTime, isOfClosedPhase, paperName, speakerName } from './official-names.ts'
import { CAPACITIES, type HearingState, type MemberOpinion, type StagedEvidence } from './types.ts'
import { CAPACITY_NAMES, CLOSED_GROUND_NAMES, PHASE_NAMES, STAND_NAMES } from './words.ts'

/** What a comment must tell to stand in a paper. */
export type PaperComment = Pick<
  Comment,
  'id' | 'authorName' | 'capacity' | 'text' | 'tie' | 'at' | 'status' | 'answer'
>

/** What the facts of a hearing's papers are told from. */
export interface PaperSource {
  readonly part: HearingPart
  readonly state: HearingState
  readonly comments: readonly PaperComment[]
}

export const PAPER_FACTS = [
  'cause',
  'setting',
  'people',
  'speech',
  'passage',
  'question',
  'exhibit',
  'comment',
  'application',
  'order',
  'opinions',
] as const
export type PaperFactKind = (typeof PAPER_FACTS)[number]

const line = (label: string, text: string): readonly FactLine[] => (text === '' ? [] : [{ label, text }])

function cause({ state }: PaperSource): readonly FactLine[] {
  return [
    ...line('听证名称', state.title),
    ...line('案件', `${state.caseNumber} ${state.caseTitle}`.trim()),
    ...line('决定机关', state.orderingBodyName),
    ...line('听证事由', state.reason),
    ...state.issues.map((issue, index) => ({ label: `听证事项${index + 1}`, text: issue.text })),
  ]
}

/** Time, place and way (F-47), with every stop. */
function setting({ state }: PaperSource): readonly FactLine[] {
  const { openedAt, closedAt, startsAt, closedGround, openReason } = state
  const until = closedAt ? `至${chineseMoment(closedAt)}` : ''
  const way = closedGround === null ? '公开听证' : `不公开听证（${CLOSED_GROUND_NAMES[closedGround]}）`
  const stops = state.stops.map(({ kind, reason, at, resumedAt }) => {
    const resumed = resumedAt ? `，${chineseMoment(resumedAt)}恢复` : ''
    return {
      label: kind === 'suspended' ? '中止' : '延期',
      text: `${chineseMoment(at)}，${reason}${resumed}`,
    }
  })
  const phases = state.phases.map(
    ({ phase, from, backReason }) =>
      `${chineseTime(from)}${backReason === null ? '' : '回到'}${PHASE_NAMES[phase]}`,
  )
  return [
    ...line('时间', `${chineseMoment(openedAt ?? startsAt)}${until}`),
    ...line('地点', state.place),
    ...line('方式', openReason ? `${way}（${openReason}）` : way),
    ...line('经过', phases.join('；')),
    ...stops,
  ]
}

/** Who came, by capacity; observers by number alone. */
function people({ state }: PaperSource): readonly FactLine[] {
  return CAPACITIES.flatMap((capacity) => {
    const all = inCapacity(state, capacity)
    const came = all.filter((one) => one.spans.length > 0)
    if (capacity === 'observer')
      return line(CAPACITY_NAMES.observer, came.length > 0 ? `${came.length}人` : '')
    const named = all.map((one) => {
      const unit = capacity === 'witness' || capacity === 'public-seat' ? '' : one.bodyName
      return `${paperName(one)}${unit ? `（${unit}）` : ''}${one.spans.length > 0 ? '' : '（未到）'}`
    })
    return line(CAPACITY_NAMES[capacity], named.join('、'))
  })
}

/** The floor as it was held. */
function speech({ state }: PaperSource, id: string): readonly FactLine[] {
  const held = state.floor.heard.find((one) => one.id === id)
  if (!held || isOfClosedPhase(held.phase)) return []
  const { personId, since, until, alsoFor } = held
  const also = alsoFor.map((one) => speakerName(state, one)).join('、')
  return line(
    `${chineseTime(since)}至${chineseTime(until)}`,
    `${speakerName(state, personId)}发言${also ? `（并代${also}）` : ''}。`,
  )
}

/** A person's own words with what was appended to them; of the deliberation nothing (H-31, H-55). */
function passage({ state }: PaperSource, id: string): readonly FactLine[] {
  const found = state.passages.find((one) => one.id === id)
  if (!found || isOfClosedPhase(found.phase)) return []
  const speaker = speakerName(state, found.personId)
  return [
    { label: `${chineseTime(found.at)} ${speaker}`, text: found.text },
    ...found.corrections.map(({ at, by, text }) => ({
      label: `补正（${speakerName(state, by)}，${chineseMoment(at)}）`,
      text,
    })),
    ...line('本人确认', found.confirmedAt ? chineseMoment(found.confirmedAt) : '尚未确认'),
  ]
}

function question({ state }: PaperSource, id: string): readonly FactLine[] {
  const found = state.questions.find((one) => one.id === id)
  if (!found || isOfClosedPhase(found.phase)) return []
  const { from, to, text, at, answered } = found
  const done = answered === null ? '未记载是否答复' : answered.yes ? '已答复' : '未答复'
  return [
    { label: `${chineseTime(at)} ${speakerName(state, from)}问${speakerName(state, to)}`, text },
    { label: '答复情况', text: done },
  ]
}

/** The page, and where on it; whole percent are exact enough to find it again. */
function viewInWords({ page, zone }: Pick<StagedEvidence, 'page' | 'zone'>): string {
  if (!zone) return `第${page}页`
  const [x, y, width, height] = [zone.x, zone.y, zone.width, zone.height].map((part) => Math.round(part / 10))
  return `第${page}页（指明左起${x}%、上起${y}%，宽${width}%、高${height}%处）`
}

/** A piece as it was shown: what, which pages, by whom, when and in which phase. */
function exhibit({ state }: PaperSource, id: string): readonly FactLine[] {
  const found = state.shown.find((one) => one.id === id)
  if (!found || isOfClosedPhase(found.phase)) return []
  const { title, by, phase, at, until, views } = found
  const time = until ? `${chineseTime(at)}至${chineseTime(until)}` : `${chineseTime(at)}起`
  const pages = views.map(viewInWords).filter((words, place, all) => words !== all[place - 1])
  return [
    {
      label: `${time} ${speakerName(state, by)}出示证据`,
      text: title === '' ? '（未载名称）' : `《${title}》`,
    },
    ...line('出示环节', phase ? PHASE_NAMES[phase] : ''),
    ...line('出示页面', pages.join('；')),
  ]
}

export const isShownComment = ({ status }: PaperComment) => status === 'admitted' || status === 'answered'

function comment({ comments }: PaperSource, id: string): readonly FactLine[] {
  const found = comments.find((one) => one.id === id && isShownComment(one))
  if (!found) return []
  const by = `${CAPACITY_NAMES[found.capacity]}${paperName({ name: found.authorName, capacity: found.capacity })}`
  return [
    { label: `${chineseTime(found.at)} ${by}书面意见`, text: found.text },
    ...line('答复', found.answer?.text ?? ''),
  ]
}

/** An application for recusal and what was ruled. */
function application({ state }: PaperSource, id: string): readonly FactLine[] {
  const found = state.recusals.find((one) => one.id === id)
  if (!found) return []
  const { by, personId, reason, ruling } = found
  const asked = by === personId ? '自行提出回避' : `申请${speakerName(state, personId)}回避`
  const ruled = ruling
    ? `${ruling.authority === 'chair' ? '主持人' : '决定机关'}决定${ruling.granted ? '准予' : '驳回'}：${ruling.reason}`
    : '尚未决定'
  return [
    { label: `${speakerName(state, by)}${asked}`, text: reason },
    { label: '决定', text: ruled },
  ]
}

/** Warnings, silence, removal (REQ-084). */
function order({ state }: PaperSource): readonly FactLine[] {
  return state.participants.flatMap((one) => {
    const who = speakerName(state, one.personId)
    return [
      ...one.warnings.map(({ at, reason }) => ({ label: `${chineseTime(at)} 警告${who}`, text: reason })),
      ...(one.expelled ? line(`${chineseTime(one.expelled.at)} 责令${who}退场`, one.expelled.reason) : []),
    ]
  })
}

/** How many members hold what, in the order of the list; the chair reports and is not counted (H-32). */
export function standsOf(state: HearingState): readonly { stand: MemberOpinion['stand']; count: number }[] {
  const members = new Set(inCapacity(state, 'member').map((one) => one.personId))
  const given = state.opinions.filter((one) => members.has(one.personId))
  return (['tolerate', 'not-tolerate', 'other'] as const)
    .map((stand) => ({ stand, count: given.filter((one) => one.stand === stand).length }))
    .filter(({ count }) => count > 0)
}

/** In the report alone. Numbers, never names: the investigators read it too (H-32). */
function opinions({ part, state }: PaperSource): readonly FactLine[] {
  const stands = part === 'report' ? standsOf(state) : []
  if (stands.length === 0) return []
  const total = stands.reduce((sum, { count }) => sum + count, 0)
  const majority = majorityOf(state)
  return [
    {
      label: '听证员意见',
      text: `共${total}人：${stands.map(({ stand, count }) => `${STAND_NAMES[stand]}${count}人`).join('，')}。`,
    },
    { label: '多数意见', text: majority ? STAND_NAMES[majority] : '未形成多数意见' },
  ]
}

const TELL: Readonly<Record<PaperFactKind, (source: PaperSource, ref: string) => readonly FactLine[]>> = {
  cause,
  setting,
  people,
  speech,
  passage,
  question,
  exhibit,
  comment,
  application,
  order,
  opinions,
}

/**
 * A fact of the hearing in the words of its papers: what a block of transcript or report shows and nobody can type into.
 * `ref` is the id of what it tells, of the hearing for `cause`, `setting`, `people`, `order` and `opinions`. Unknown kinds and
 * refs, and whatever belongs to the deliberation, give no lines; `opinions` belongs to the report alone.
 */
export function paperFact(source: PaperSource, kind: string, ref: string): readonly FactLine[] {
  const known = PAPER_FACTS.find((candidate) => candidate === kind)
  return known ? TELL[known](source, ref) : []
}

/** The same text with each fact block carrying its lines in `attrs.lines`: what is read, signed and hashed. */
export function resolvePaper(text: ProseNode, source: PaperSource): ProseNode {
  if (text.type === 'recordFact') {
    const { kind, ref } = text.attrs ?? {}
    const named = typeof kind === 'string' && typeof ref === 'string'
    return { ...text, attrs: { ...text.attrs, lines: named ? paperFact(source, kind, ref) : [] } }
  }
  if (!text.content) return text
  return { ...text, content: text.content.map((node) => resolvePaper(node, source)) }
}
