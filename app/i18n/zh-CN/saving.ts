import type { Sentences } from '../sentences.ts'

/** Words for taking a file out of the system; spread into `common`. */
export const saving = {
  save: '下载',
  saveOf: '下载：{{title}}',
  why: '下载用途',
  whyHint: '例：附入调查报告。',
  records: '下载人、时间、用途记入查阅记录。下载的文件没有水印，请按规定保管，不得外传。',
} satisfies Sentences
