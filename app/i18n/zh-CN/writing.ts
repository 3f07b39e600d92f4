import type { Sentences } from '../sentences.ts'

export const writing = {
  tools: '阅读与查找',
  find: {
    open: '查找和替换（Ctrl+F）',
    bar: '查找和替换',
    words: '查找内容',
    instead: '替换为',
    previous: '上一处（Shift+回车）',
    next: '下一处（回车）',
    of: '第 {{number}} 处，共 {{count}} 处',
    none: '没有找到',
    replace: '替换',
    replaceAll: '全部替换',
    replaced: '已替换 {{count}} 处',
    close: '关闭查找',
  },
  outline: {
    open: '目录',
    none: '本文没有标题。用“段落样式”设置标题后，这里列出目录。',
  },
  letters: {
    count: '{{count}} 字',
    how: '字数按字符计，含标点，不含空格',
  },
  screen: {
    fill: '全屏阅读',
    leave: '退出全屏',
  },
  paste: {
    tooLong: '粘贴的内容超过一次 {{most}} 万字的上限，没有粘贴，正文没有改变。请分几次粘贴。',
    images: '有 {{count}} 张图片没有带入正文，请作为证据上传后再引用。',
    comments: '有 {{count}} 处原文批注没有带入。',
    revisions: '原文有修订痕迹，按接受修订后的文字粘贴。',
    close: '知道了',
  },
  print: {
    act: '打印',
    title: '打印案卷文书',
  },
  paper: {
    opinion: '会商意见',
    case: '{{number}}　{{title}}',
    revised: '文中有 {{count}} 处修订待处理：下划线为拟增加，删除线为拟删除，其后注明提出人和时间。',
    taken: '{{unit}} {{name}} {{at}} 输出，内部材料，注意保管',
  },
} satisfies Sentences
