import type { Sentences } from '../sentences.ts'

/** Words of the upload; spread into `evidence`. */
export const evidenceUpload = {
  chooseMany: '选择文件，或将多个文件拖到此处',
  nameOfOne: '只传一件时填写；不填或传多件时用文件名。',
  empty: '“{{name}}”是空文件，请核对后重新选择。',
  tooLarge: '“{{name}}”超过大小限制。请压缩或者拆分后再上传。',
  resumable: '转到其他页面不影响上传；断线或关闭浏览器页面后，选同一文件即可从中断处续传，保留 4 天。',
  queue: '上传进度',
  waiting: '等待上传',
  sending: '已上传 {{percent}}%（{{arrived}}／{{size}}）',
  paused: '已暂停，{{percent}}%',
  retrying: '线路中断，正在重试，{{percent}}%',
  checking: '已传完，正在计算校验值…',
  done: '已列入证据',
  failed: '没有传完。请检查网络后点“继续”。',
  pause: '暂停',
  pauseOf: '暂停：{{name}}',
  resume: '继续',
  resumeOf: '继续：{{name}}',
  drop: '放弃',
  dropOf: '放弃：{{name}}',
  clear: '移出列表',
  clearOf: '移出列表：{{name}}',
  unfinished: '未传完的文件',
  unfinishedHint: '请再次选择同一文件，即从中断处续传。',
  unfinishedAt: '{{name}}，已传 {{percent}}%（共 {{size}}）',
} satisfies Sentences
