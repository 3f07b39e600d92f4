const CHAPTER =
  /^\u7b2c?[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e]+[、\u7ae0\u8282]/u
const SECTION = /^[（(][\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e]+[)）]/u
const LONGEST_HEADING = 60

/**
 * The level of a paragraph by the fonts of GB/T 9704, as most official papers have no styles: 小标宋 for the title, 黑体 for
 * 一、, 楷体 for （一）; null for what is no heading.
 */
export function officialHeading(font: string, words: string): 1 | 2 | 3 | null {
  if (words === '' || words.length > LONGEST_HEADING) return null
  if (/\u5c0f\u6807\u5b8b|XiaoBiaoSong/i.test(font)) return 1
  if (/\u9ed1\u4f53|SimHei/i.test(font) && CHAPTER.test(words)) return 2
  if (/\u6977\u4f53|KaiTi/i.test(font) && SECTION.test(words)) return 3
  return null
}
