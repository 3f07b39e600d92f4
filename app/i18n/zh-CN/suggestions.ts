import type { Sentences } from '../sentences.ts'

export const suggestions = {
  card: '修订 {{number}} · {{where}}',
  by: '{{name}} {{date}} 提出修订（{{number}}）',
  sent: '已提出 {{count}} 处修订',
  someSent:
    '已提出 {{sent}} 处；其余 {{count}} 处没有提出，仍在修订草稿中，可稍后继续提出，已提出的不会重复。',
  mode: '修订模式：改动先作为修订提出，由起草人采纳后才写入正文。可改文字和分段，格式不变。',
  applicantReads: '当事人看得到这份陈述，也看得到所提的修订，并由当事人决定是否采纳。',
  homeless: '有 {{count}} 处改动不能作为修订提出（引用、表格或者空白处）；请改用批注。',
  left: '有一份修订草稿还没有提出，保留在这台电脑的浏览器里。',
  restored: '已恢复上次没有提出的修订草稿，可继续修改后提出，或者放弃。',
  note: '修订说明（可不填）',
  keys: '在此修改的文字作为修订提出，不直接写入正文',
  changed: '原文已有改动，无法直接采纳',
  all: '有 {{count}} 处修订待处理',
  outcome: {
    accepted: '已采纳：{{name}} {{date}}',
    refused: '未采纳：{{name}} {{date}}',
    withdrawn: '已撤回：{{name}} {{date}}',
  },
  sure: {
    accept: '采纳这 {{count}} 处修订，写入正文？原文已有改动的，仍留待处理。',
    refuse: '这 {{count}} 处修订都不采纳？',
    drop: '这 {{count}} 处改动尚未提出，放弃后不再保留。确定放弃？',
  },
  act: {
    goOn: '继续修订',
    discard: '放弃草稿',
    suggest: '提修订',
    suggestOwn: '修订模式',
    send: '提出修订（{{count}}）',
    drop: '放弃修订',
    leave: '退出修订',
    accept: '采纳',
    refuse: '不采纳',
    withdraw: '撤回',
    acceptAll: '全部采纳',
    refuseAll: '全部不采纳',
  },
} satisfies Sentences
