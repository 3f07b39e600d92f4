import type { Sentences } from '../sentences.ts'
import { dossierWords } from './dossier-words.ts'

/** The field that opens on every page; the page of results has `search.ts`. */
export const searchEverywhere = {
  open: '检索',
  keys: 'Ctrl K',
  title: '检索',
  field: '词语、编号、姓名',
  hits: '检索结果',
  all: '全部结果与筛选',
  none: '您可见的范围内没有符合的内容。',
  found_other: '显示 {{count}} 条',
  waiting: '正在检索……',
  failed: '检索没有回应，继续输入可重试。',
  help: '一两个字即可检索。方向键选择，回车打开，Esc 关闭。',
  resolved: '已解决',
  withdrawn: '已撤回',
  page: '第 {{page}} 页',
  mark: '标记{{number}}',
  kind: {
    case: '案件',
    document: '文书',
    remark: '批注',
    evidence: '证据',
    meeting: '会议',
    hearing: '听证',
    comment: '现场意见',
    minutes: '纪要',
    person: '人员',
  },
  part: {
    ...dossierWords.part,
    opinion: '部门意见',
    opinionOf: '{{body}}意见',
    transcript: '听证笔录',
    report: '听证报告',
    text: '纪要正文',
  },
} satisfies Sentences
