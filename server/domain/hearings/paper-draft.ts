import { chineseNumber } from '#domain/minutes/official-words.ts'
import { heading, paragraph, type ProseNode } from '#domain/minutes/prose.ts'
import type { HearingPart } from './documents.ts'
import { inCapacity, lineOf } from './people.ts'
import { isOfClosedPhase } from './official-names.ts'
import { isShownComment, standsOf, type PaperFactKind, type PaperSource } from './paper-facts.ts'
import { PHASES, type Phase } from './phases.ts'
import type { Capacity, HearingState } from './types.ts'
import { PHASE_NAMES, STAND_NAMES } from './words.ts'

/** The ten parts of a transcript (F-47) and the six of a report (F-48), in their order. */
export const PAPER_SECTIONS: Readonly<Record<HearingPart, readonly string[]>> = {
  transcript: [
    '案由',
    '听证的时间、地点和方式',
    '听证人员和听证参加人员',
    '承办人员提出的事实、证据、依据和处理建议',
    '当事人及其代理人的陈述和申辩',
    '第三人陈述的事实和理由',
    '质证和辩论',
    '证人陈述',
    '各方最后陈述',
    '其他事项',
  ],
  report: [
    '案由',
    '听证人员和听证参加人员',
    '听证的时间、地点和方式',
    '听证经过',
    '案件事实',
    '听证意见和建议',
  ],
}

const TITLES: Readonly<Record<HearingPart, string>> = { transcript: '听证笔录', report: '听证报告' }

/** A fact of the record and the section it belongs to, counted from 0. */
export interface PlacedFact {
  readonly section: number
  readonly kind: PaperFactKind
  readonly ref: string
}

const PEOPLE = 2
const WITNESSES = 7
const OTHER = 9

/** Where something said in a phase stands; a witness has his own part wherever he is heard (F-47). */
function sectionOf(phase: Phase | null, capacity: Capacity | undefined): number {
  if (capacity === 'witness') return WITNESSES
  switch (phase) {
    case 'identity':
    case 'rights':
      return PEOPLE
    case 'investigation':
      return 3
    case 'defence':
      return 4
    case 'third-parties':
      return capacity === 'expert' ? WITNESSES : 5
    case 'questions':
    case 'debate':
      return 6
    case 'final-statements':
      return 8
    case 'deliberation':
    case 'closing':
    case 'signing':
    case null:
      return OTHER
  }
}

/** Everything said, in the order of time; of the deliberation nothing (H-31). */
function said(state: HearingState): readonly PlacedFact[] {
  const capacityOf = (personId: string) => lineOf(state, personId)?.capacity
  const all = [
    ...state.floor.heard.map(({ id, personId, phase, since }) => ({
      kind: 'speech' as const,
      ref: id,
      phase,
      at: since,
      section: sectionOf(phase, capacityOf(personId)),
    })),
    ...state.passages.map(({ id, personId, phase, at }) => ({
      kind: 'passage' as const,
      ref: id,
      phase,
      at,
      section: sectionOf(phase, capacityOf(personId)),
    })),
    ...state.questions.map(({ id, to, phase, at }) => ({
      kind: 'question' as const,
      ref: id,
      phase,
      at,
      section: sectionOf(phase, capacityOf(to)),
    })),
    ...state.shown.map(({ id, by, phase, at }) => ({
      kind: 'exhibit' as const,
      ref: id,
      phase,
      at,
      section: sectionOf(phase, capacityOf(by)),
    })),
  ]
  return all
    .filter(({ phase }) => !isOfClosedPhase(phase))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ section, kind, ref }) => ({ section, kind, ref }))
}

/** Every fact that a paper must tell of the record, in the order it is told in. */
export function recordedFacts({ part, state, comments }: PaperSource): readonly PlacedFact[] {
  const { id } = state
  if (part === 'report')
    return [
      { section: 0, kind: 'cause', ref: id },
      { section: 1, kind: 'people', ref: id },
      { section: 2, kind: 'setting', ref: id },
      ...(standsOf(state).length > 0 ? [{ section: 5, kind: 'opinions' as const, ref: id }] : []),
    ]
  const orderly = state.participants.some((one) => one.warnings.length > 0 || one.expelled)
  return [
    { section: 0, kind: 'cause', ref: id },
    { section: 1, kind: 'setting', ref: id },
    { section: PEOPLE, kind: 'people', ref: id },
    ...said(state),
    ...state.recusals.map((one) => ({ section: OTHER, kind: 'application' as const, ref: one.id })),
    ...(orderly ? [{ section: OTHER, kind: 'order' as const, ref: id }] : []),
    ...comments
      .filter(isShownComment)
      .map((one) => ({ section: OTHER, kind: 'comment' as const, ref: one.id })),
  ]
}

function factsIn(text: ProseNode): readonly string[] {
  if (text.type !== 'recordFact') return (text.content ?? []).flatMap(factsIn)
  const { kind, ref } = text.attrs ?? {}
  return [`${String(kind)} ${String(ref)}`]
}

/** What of the record a text does not tell. */
export function missingFacts(text: ProseNode, source: PaperSource): readonly PlacedFact[] {
  const told = new Set(factsIn(text))
  return recordedFacts(source).filter(({ kind, ref }) => !told.has(`${kind} ${ref}`))
}

const factNode = ({ kind, ref }: PlacedFact): ProseNode => ({ type: 'recordFact', attrs: { kind, ref } })
const wordsOf = (node: ProseNode): string => node.text ?? (node.content ?? []).map(wordsOf).join('')
const isHeading = (node: ProseNode) => node.type === 'heading' && Number(node.attrs?.['level']) <= 2
const isBlank = (node: ProseNode) => node.type === 'paragraph' && wordsOf(node).trim() === ''

/** The heading may have been reworded: its number tells the section. */
const headingOf = (section: number) => `${chineseNumber(section + 1)}、`

function place(nodes: readonly ProseNode[], part: HearingPart, section: number, facts: readonly ProseNode[]) {
  const title = `${headingOf(section)}${PAPER_SECTIONS[part][section] ?? ''}`
  const at = nodes.findIndex((node) => isHeading(node) && wordsOf(node).trim().startsWith(headingOf(section)))
  if (at < 0) return [...nodes, heading(2, title), ...facts]
  const next = nodes.findIndex((node, index) => index > at && isHeading(node))
  let end = next < 0 ? nodes.length : next
  // What is blank at the end of a section stays there for the next words.
  while (end > at + 1 && isBlank(nodes[end - 1] ?? { type: '' })) end -= 1
  return [...nodes.slice(0, end), ...facts, ...nodes.slice(end)]
}

/**
 * The text with what it lacks of the record put at the end of each section. No node that stands in it is changed, moved
 * or taken away, so whoever writes meanwhile loses no word (H-57).
 */
export function broughtUp(text: ProseNode, source: PaperSource): ProseNode {
  const missing = missingFacts(text, source)
  if (missing.length === 0) return text
  const sections = [...new Set(missing.map(({ section }) => section))].sort((a, b) => a - b)
  const content = sections.reduce<readonly ProseNode[]>(
    (nodes, section) =>
      place(nodes, source.part, section, missing.filter((one) => one.section === section).map(factNode)),
    text.content ?? [],
  )
  return { ...text, content }
}

function skeleton(part: HearingPart, words: Readonly<Record<number, readonly ProseNode[]>> = {}): ProseNode {
  return {
    type: 'doc',
    content: [
      heading(1, TITLES[part]),
      ...PAPER_SECTIONS[part].flatMap((title, section) => [
        heading(2, `${headingOf(section)}${title}`),
        ...(words[section] ?? [{ type: 'paragraph' }]),
      ]),
    ],
  }
}

/** The transcript as the record gives it, for the recorder to go on from (REQ-079, F-47). */
export function draftTranscript(source: Omit<PaperSource, 'part'>): ProseNode {
  return broughtUp(skeleton('transcript'), { ...source, part: 'transcript' })
}

const withoutStop = (text: string): string => text.trim().replace(/[。；;.]+$/u, '')

function wordsIn(state: HearingState, capacities: readonly Capacity[], who: string): readonly ProseNode[] {
  const own = state.passages.filter(({ personId, phase }) => {
    const capacity = lineOf(state, personId)?.capacity
    return capacity !== undefined && capacities.includes(capacity) && !isOfClosedPhase(phase)
  })
  return own.length > 0 ? [paragraph(`${who}：${own.map(({ text }) => withoutStop(text)).join('；')}。`)] : []
}

/** Without names: who holds what stays with the tribunal (H-32). */
function reasons(state: HearingState): readonly ProseNode[] {
  const members = new Set(inCapacity(state, 'member').map((one) => one.personId))
  return standsOf(state).flatMap(({ stand }) => {
    const given = state.opinions
      .filter((one) => members.has(one.personId) && one.stand === stand)
      .map(({ reason }) => withoutStop(reason))
    return [paragraph(`主张${STAND_NAMES[stand]}的理由：${given.join('；')}。`)]
  })
}

/** The report as record and opinions give it, for the chair to go on from (REQ-080, F-48). */
export function draftReport(source: Omit<PaperSource, 'part'>): ProseNode {
  const { state } = source
  const held = state.questions.filter(({ phase }) => !isOfClosedPhase(phase)).length
  const course = [
    `听证会按照${PHASES.slice(0, -1)
      .map((phase) => PHASE_NAMES[phase])
      .join('、')}的程序进行。`,
    held > 0 ? `各方共提出询问${held}项。` : '',
    state.recusals.length > 0 ? `共提出回避申请${state.recusals.length}项，均已作出决定。` : '',
  ].join('')
  const facts = [
    ...wordsIn(state, ['investigator'], '承办人员提出'),
    ...wordsIn(state, ['party', 'representative'], '当事人提出'),
    ...wordsIn(state, ['third-party', 'witness', 'expert', 'public-seat'], '其他参加人提出'),
  ]
  const text = skeleton('report', {
    3: [paragraph(course)],
    4: [...facts, paragraph('经听证，认定案件事实如下：')],
    5: [
      ...(standsOf(state).length > 0 ? [factNode({ section: 5, kind: 'opinions', ref: state.id })] : []),
      ...reasons(state),
    ],
  })
  return broughtUp(text, { ...source, part: 'report' })
}
