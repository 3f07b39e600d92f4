import type { Sentences } from '../sentences.ts'

/** After the close, where chair or recorder cannot go on. */
export const hearingActing = {
  title: '指定临时主持人、记录员',
  about:
    '听证结束后，主持人或记录员不能履行职责的（死亡、患病、调离、账号停用等），由组织机关指定到场听证员代行，使笔录和报告得以办结。',
  which: '代行的职责',
  who: '由谁代行（到场参加听证的听证员）',
  reason: '指定理由',
  reasonHint: '写入听证记录和听证报告。原主持人、记录员没有签名的，由主持人记明。',
  records: '由您指定，姓名和理由写入听证记录并通知参加人；其所签文件注明代行职责和原因。',
  submit: { chair: '指定临时主持人', recorder: '指定临时记录员' },
  /** Beside the name of who acts. */
  as: { chair: '{{capacity}}（代行主持人职责）', recorder: '{{capacity}}（代行记录员职责）' },
  told: {
    chair: '{{name}}代行主持人职责。指定理由：{{reason}}',
    recorder: '{{name}}代行记录员职责。指定理由：{{reason}}',
  },
} satisfies Sentences
