import type { Outcome } from '#domain/decisions/outcome.ts'
import type { AgendaItem, MeetingState } from '#domain/meetings/types.ts'
import { verdictsOf } from './decisions.ts'

/** What each outcome makes somebody do next (F-64; process A.4). Tolerated errors are corrected (REQ-109). */
const FOLLOWS: Readonly<Record<Outcome, string>> = {
  EXEMPT: '有关单位落实纠错整改，按期报告落实情况',
  LIGHTER: '有关单位落实保留措施和纠错整改，按期报告落实情况',
  MITIGATED: '有关单位落实保留措施和纠错整改，按期报告落实情况',
  NOT_TOLERATED: '按程序向申请人反馈认定结果并说明理由',
  SHELVED: '暂缓期间补充核实，期限届满前重新提请会商',
  TO_HEARING: '组织听证，听证后重新提请会商',
  RETURNED: '退回补充核实，核实后重新提请会商',
}

function mattersOf(meeting: MeetingState, item: AgendaItem): readonly string[] {
  const verdicts = verdictsOf(meeting).filter((verdict) => verdict.item === item)
  const follow = new Map<string, string[]>()
  for (const verdict of verdicts) {
    const name = item.subjects.find((subject) => subject.id === verdict.subjectId)?.name ?? ''
    const names = follow.get(FOLLOWS[verdict.outcome])
    if (names) names.push(name)
    else follow.set(FOLLOWS[verdict.outcome], [name])
  }
  const matters = [...follow].map(([what, names]) => `${item.caseNumber}（${names.join('、')}）：${what}。`)
  return item.phase === 'deferred'
    ? [...matters, `${item.caseNumber}：就有关问题进一步研究，提请下次会议会商。`]
    : matters
}

/** 议定事项: who does what after the meeting, one line per case and follow-up. */
export function agreedMatters(meeting: MeetingState): readonly string[] {
  return meeting.items.flatMap((item) => mattersOf(meeting, item))
}
