import type { Sentences } from '../sentences.ts'
import { cases } from './cases.ts'
import { comments } from './comments.ts'
import { hearingWords } from './hearing-words.ts'
import { meetings } from './meetings.ts'
import { minutes } from './minutes.ts'

export const search = {
  title: '检索',
  lead: '您可见的全部内容：案件、文书、批注、证据（含标记说明和 PDF、Word、纯文本文件中的文字）、会议、听证及现场意见、纪要、人员。',
  field: '检索内容',
  fieldHint: '一个字即可；多个词须全部出现，“引号内”按原样检索。',
  submit: '检索',
  clear: '清除筛选',
  kind: '类别',
  allKinds: '全部类别',
  state: '阶段或状态',
  allStates: '全部',
  year: '年份',
  allYears: '全部年份',
  body: '部门',
  allBodies: '全部部门',
  startTitle: '要找什么？',
  noneTitle: '没有找到',
  noneHint: '您可见的范围内没有同时含有这些词语的内容；词语少些、短些，结果会多些。',
  more: '更多结果',
  first: '从头看',
  results: '检索结果',
  stateOf: {
    case: cases.stage,
    remark: { open: '未解决', resolved: '已解决' },
    meeting: meetings.status,
    hearing: hearingWords.status,
    comment: comments.status,
    minutes: minutes.step,
  },
} satisfies Sentences
