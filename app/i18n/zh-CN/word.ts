import type { Sentences } from '../sentences.ts'

export const word = {
  export: '导出 Word 文件（.docx）',
  import: {
    open: '导入 Word 文件（.docx）',
    title: '导入 Word 文件',
    file: 'Word 文件（.docx）',
    hint: '先预览，确认后才写入。保留标题、列表、表格、粗体、斜体、下划线、删除线和链接；页眉页脚、颜色和字号不带入。',
    choose: '选择文件',
    reading: '正在读取……',
    preview: '将要写入的内容',
    atEnd: '内容写在正文末尾，不改动已有文字；可以撤销。',
    asText: '正文还是空的，内容写入后即为正文；可以撤销。',
    images: '有 {{count}} 张图片不带入，请作为证据上传后再引用。',
    comments: '有 {{count}} 处批注不带入。',
    revisions: '文件中有修订痕迹，按接受修订后的文字读取。',
    empty: '文件中没有可以带入的文字。',
    tooLong: '文字和表格超过一次 {{most}} 万字的上限，没有写入。请分成几个文件。',
    insert: '写入正文',
    cancel: '取消',
  },
  evidence: {
    loading: '正在读取文件内容……',
    asText: '以下为文件中的文字，版式与原件不同，以原件为准。',
    images: '有 {{count}} 张图片没有显示。',
    comments: '有 {{count}} 处批注没有显示。',
    revisions: '文件带有修订痕迹，按接受修订后的文字显示。',
    empty: '文件中没有文字。',
  },
  finding: {
    body: '部门',
    side: '研判',
    reason: '理由',
    evidence: '依据',
  },
  condition: {
    of: '认定条件（{{subject}}）：',
    is: '{{text}}（{{met}}）',
    leans: '　依据：{{evidence}}',
  },
} satisfies Sentences
