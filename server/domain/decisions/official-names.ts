import type { ExaminationKind } from '#domain/cases/examination-types.ts'
import type { DossierPart } from '#domain/cases/types.ts'
import type { Effect, Measure, Outcome } from './outcome.ts'

// The words of official papers. These are written in Chinese whatever language the page is read in, like the
// papers themselves, and so they stand here and not with the page's own texts.

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  EXEMPT: '免责',
  LIGHTER: '从轻',
  MITIGATED: '减责',
  NOT_TOLERATED: '不予容错',
  SHELVED: '暂缓',
  TO_HEARING: '转听证',
  RETURNED: '退回核实',
}

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  'talk-reminder': '谈话提醒',
  'criticism-education': '批评教育',
  'ordered-self-examination': '责令检查',
  'admonishing-talk': '诫勉谈话',
  other: '其他',
}

/** Seed rows 2-18 … 2-23. */
export const EFFECT_NAMES: Readonly<Record<Effect, string>> = {
  'no-deduction': '各类考核免予扣分',
  'no-veto': '免予一票否决',
  'bonus-unaffected': '考核奖金不受影响',
  'promotion-unaffected': '提拔任用不作负面评价',
  'rank-unaffected': '职级职称不作负面评价',
  'honours-unaffected': '评先评优与党风廉政审查不受影响',
  'style-accountability-lifted': '免予或减轻作风和效能问责',
  'unit-not-deducted': '所在单位考核一般不予扣分',
}

export const HEARING_REPORT_NAME = '听证报告'

export const PART_NAMES: Readonly<Record<DossierPart | ExaminationKind, string>> = {
  symposium: '座谈会情况',
  'third-party': '第三方调查报告',
  facts: '事实材料',
  'applicant-statement': '申请人陈述',
  'verification-report': '核实报告',
  'condition-matrix': '条件对照表',
  'draft-decision': '拟处理意见',
}
