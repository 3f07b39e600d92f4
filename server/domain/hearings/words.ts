import type { ClosedGround, Phase } from './phases.ts'
import type { Capacity, MemberOpinion } from './types.ts'

// The Chinese words of a hearing, each once: its papers are Chinese whatever language the page is read in, and the pages say
// the same (`app/i18n/zh-CN/hearing-words.ts`). Glossary: bodies and offices, meetings and votes.

export const CAPACITY_NAMES: Readonly<Record<Capacity, string>> = {
  chair: '听证主持人',
  member: '听证员',
  recorder: '记录员',
  investigator: '案件承办人员',
  party: '当事人',
  representative: '代理人',
  'third-party': '第三人',
  witness: '证人',
  expert: '专家',
  'public-seat': '公众代表',
  observer: '旁听人',
}

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  identity: '核对身份',
  rights: '告知权利与回避',
  investigation: '承办人员陈述',
  defence: '当事人陈述申辩',
  'third-parties': '第三人和证人陈述',
  questions: '询问',
  debate: '质证辩论',
  deliberation: '评议',
  'final-statements': '最后陈述',
  closing: '宣布结束',
  signing: '核对签名',
}

export const CLOSED_GROUND_NAMES: Readonly<Record<ClosedGround, string>> = {
  'cadre-case': '涉及干部管理事项',
  'state-secret': '涉及国家秘密',
  'work-secret': '涉及工作秘密',
  'business-secret': '涉及商业秘密',
  privacy: '涉及个人隐私',
}

export const STAND_NAMES: Readonly<Record<MemberOpinion['stand'], string>> = {
  tolerate: '予以容错',
  'not-tolerate': '不予容错',
  other: '其他意见',
}
