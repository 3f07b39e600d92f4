import type { MeetingState, AgendaItem } from '#domain/meetings/types.ts'
import { verdictsOf } from './decisions.ts'
import { outcomeRef, recordFact, type FactKind } from './facts.ts'
import { METHOD_NAMES } from './facts-vote.ts'
import { agreedMatters } from './agreed-matters.ts'
import { chineseHalfDay, chineseNumber } from './official-words.ts'
import { chairAtOpening } from './presiding.ts'
import { heading, orderedList, paragraph, type ProseNode } from './prose.ts'

const fact = (kind: FactKind, ref: string): ProseNode => ({ type: 'recordFact', attrs: { kind, ref } })

function titleOf(meeting: MeetingState): string {
  return meeting.title.endsWith('纪要') ? meeting.title : `${meeting.title}纪要`
}

/** When, where, under whom, on what: the first paragraph (F-62). */
function opening(meeting: MeetingState, bodies: Readonly<Record<string, string>>): string {
  const chair = meeting.membersDue.find((member) => member.personId === chairAtOpening(meeting))
  const led = chair ? `${chair.bodyName || (bodies[chair.bodyId] ?? '')}${chair.name}同志主持召开` : '召开'
  const when = chineseHalfDay(meeting.openedAt ?? meeting.startsAt)
  const items = `研究${meeting.items.length}项议题`
  return `${when}，${led}${meeting.title}，${items}。会议地点：${meeting.place}。现将会议议定事项纪要如下。`
}

/** What happened, in the third person, only as far as the record shows it (F-60, F-65). */
function course(item: AgendaItem): string {
  const steps = [
    item.presenterId === null ? '' : '听取了案件情况汇报',
    item.papers.length > 0 ? '审阅了会议材料' : '',
    item.statements.length > 0 ? '与会成员逐一发表了意见' : '',
  ].filter((step) => step !== '')
  return steps.length > 0 ? `会议${steps.join('，')}。` : ''
}

const withoutStop = (text: string): string => text.trim().replace(/[。；;.]+$/u, '')

/** 会议认为: the reasons of those who were for it, without names (F-65); the record keeps all (F-17, F-20). */
function findings(item: AgendaItem): string {
  const reasons = item.statements
    .filter((statement) => statement.stand === 'FOR')
    .map((statement) => withoutStop(statement.reason))
    .filter((reason) => reason !== '')
  return reasons.length > 0 ? `会议认为，${[...new Set(reasons)].join('；')}。` : ''
}

function decisions(meeting: MeetingState, item: AgendaItem): readonly ProseNode[] {
  const verdicts = verdictsOf(meeting).filter((verdict) => verdict.item === item)
  const bySubject = item.subjects.flatMap((subject) => {
    const polls = item.polls.filter((poll) => poll.subjectId === subject.id && poll.status === 'announced')
    const methods = [...new Set(polls.map((poll) => METHOD_NAMES[poll.method]))]
    const voted = polls.length > 0 ? [paragraph(`会议对${subject.name}进行了${methods.join('、')}。`)] : []
    const decided = verdicts.some((verdict) => verdict.subjectId === subject.id)
    return [
      ...voted,
      ...polls.map((poll) => fact('vote', poll.id)),
      ...(decided
        ? [
            paragraph(`会议决定，对${subject.name}作如下处理：`),
            fact('outcome', outcomeRef(item.id, subject.id)),
          ]
        : []),
    ]
  })
  if (item.phase !== 'deferred') return bySubject
  const left = verdicts.length > 0 ? '其余事项缓议。' : '本议题缓议。'
  return [...bySubject, paragraph(`会议决定，${left}`), fact('outcome', item.id)]
}

function itemText(meeting: MeetingState, item: AgendaItem, index: number): readonly ProseNode[] {
  const title = `${chineseNumber(index + 1)}、${item.caseTitle}（${item.caseNumber}）`
  const recusals = recordFact(meeting, 'recusal', item.id)
  const said = [course(item), findings(item)].filter((text) => text !== '')
  return [
    heading(2, title),
    fact('agenda', item.id),
    ...(recusals.length > 0 ? [fact('recusal', item.id)] : []),
    ...said.map(paragraph),
    ...decisions(meeting, item),
  ]
}

/**
 * The text of the minutes as the record gives it, for the secretaries to go on from (REQ-239, F-60 … F-79):
 * title, opening, per item the course in the third person with its facts as blocks, agreed matters, and below
 * the body the attendance (F-78). ProseMirror JSON of the shared schema. `bodies`: names of today, for where
 * the meeting kept none.
 */
export function draftMinutes(
  meeting: MeetingState,
  bodies: Readonly<Record<string, string>> = {},
): ProseNode {
  const matters = agreedMatters(meeting)
  const agreed =
    matters.length > 0
      ? [heading(2, `${chineseNumber(meeting.items.length + 1)}、议定事项`), orderedList(matters)]
      : []
  return {
    type: 'doc',
    content: [
      heading(1, titleOf(meeting)),
      paragraph(opening(meeting, bodies)),
      ...meeting.items.flatMap((item, index) => itemText(meeting, item, index)),
      ...agreed,
      fact('attendance', meeting.id),
    ],
  }
}
