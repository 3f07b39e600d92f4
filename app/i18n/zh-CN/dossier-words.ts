import type { Sentences } from '../sentences.ts'

/** What the parts of a dossier and the codes of its findings are called, on every page. */
export const dossierWords = {
  part: {
    symposium: '座谈会情况',
    'third-party': '第三方调查报告',
    facts: '案件事实',
    'applicant-statement': '申请人陈述',
    'verification-report': '核实报告',
    'condition-matrix': '条件对照说明',
    'draft-decision': '拟办意见',
  },
  criterion: {
    'distinction-1': '推进改革中的失误与明知故犯',
    'distinction-2': '探索性试验与明令禁止后我行我素',
    'distinction-3': '推动发展与谋取私利',
    'look-nature': '看问题性质',
    'look-basis': '看工作依据',
    'look-motive': '看主观动机',
    'look-process': '看决策过程',
    'look-orientation': '看履职取向',
    'look-correction': '看纠错态度',
  },
  side: { tolerable: '可容', punishable: '应究', unclear: '尚不清楚' },
  met: { met: '具备', 'not-met': '不具备', unclear: '尚不清楚' },
} as const satisfies Sentences
