import { CAPACITY_NAMES, CLOSED_GROUND_NAMES, PHASE_NAMES, STAND_NAMES } from '#domain/hearings/words.ts'
import type { Sentences } from '../sentences.ts'

/** What a hearing's codes are called, on every page and in every paper: the one list (glossary). */
export const hearingWords = {
  status: {
    ordered: '准备中',
    noticed: '待举行',
    postponed: '已延期',
    open: '进行中',
    suspended: '已中止',
    closed: '已结束，待核对签名',
    finished: '已办结',
    terminated: '已终止',
    cancelled: '已取消',
  },
  phase: { ...PHASE_NAMES },
  capacity: { ...CAPACITY_NAMES },
  side: { handling: '承办一方', party: '当事人一方', third: '第三方', none: '听证组' },
  stand: { ...STAND_NAMES, none: '未形成多数意见' },
  closedGround: { ...CLOSED_GROUND_NAMES },
  /** Why it was postponed, suspended, ended. */
  ground: {
    'person-prevented': '有关人员因正当理由不能到场',
    'papers-late': '材料未按时送达',
    recusal: '因回避需要更换人员',
    'new-witness': '需要通知新的证人到场',
    'new-evidence': '需要调取新的证据',
    're-appraisal': '需要重新鉴定、勘验',
    withdrawn: '申请人撤回听证申请',
    absent: '当事人无正当理由不到场',
    left: '当事人未经许可中途退场',
    'death-or-dissolution': '当事人死亡或者终止',
    disorder: '当事人严重扰乱听证秩序',
    cancelled: '取消听证',
    other: '其他情形',
  },
} satisfies Sentences
