import type { Sentences } from '../sentences.ts'

/** What a ballot's codes are called, on every page. */
export const ballotWords = {
  choice: {
    EXEMPT: '免责',
    LIGHTER: '从轻',
    MITIGATED: '减责',
    NOT_TOLERATED: '不予容错',
    SHELVED: '暂缓',
    TO_HEARING: '转听证',
    RETURNED: '退回核实',
    ABSTAIN: '弃权',
  },
  method: {
    named: '记名投票',
    secret: '无记名投票',
    'show-of-hands': '举手表决',
  },
  voidGround: {
    'roll-wrong': '表决人名册有误',
    'question-wrong': '表决事项或者备选意见有误',
    'technical-fault': '设备或者系统故障影响投票',
    'recused-voted': '应当回避的人员参加了表决',
    'votes-exceed-voters': '票数多于表决人数',
    'quorum-lost': '表决时到会人数不足法定人数',
  },
} as const satisfies Sentences
