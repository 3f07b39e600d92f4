import type { Sentences } from '../sentences.ts'

/** Marks on pages and in the time of a piece of evidence. */
export const evidenceMarks = {
  title: '标记（{{count}}）',
  none: '这件证据上还没有标记。',
  pick: '框选并标记',
  take: '标记框选处',
  picking: '拖动框出位置；或按方向键移动、Shift 加方向键改变大小，回车确定，Esc 取消。',
  note: '标记说明',
  records: '标记的位置和说明记入案件记录，能查阅这件证据的人都能看到；可以撤回，不能删除。',
  party: '这件证据由当事人提交，当事人也能看到。',
  save: '保存标记',
  done: '标记已保存',
  time: '时间',
  timeHint: '分:秒，如 1:23',
  timeWrong: '请按“分:秒”填写，如 1:23',
  timeBeyond: '超过了录音录像的长度',
  now: '取当前播放位置',
  numbered: '标记{{number}}',
  onPage: '第 {{page}} 页，左起 {{x}}%、上起 {{y}}%',
  atTime: '{{time}} 处',
  by: '{{name}}，{{date}}',
  withdraw: '撤回标记',
  withdrawOf: '撤回标记{{number}}',
  withdrawRecords: '将记入案件记录：撤回标记{{number}}。标记和说明保留，注明已撤回。',
  withdrawnOn: '已于 {{date}} 撤回',
  gone: '已撤回的标记（{{count}}）',
} satisfies Sentences
