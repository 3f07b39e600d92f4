import { officialHeading } from '#domain/dossiers/official-headings.ts'

/** What a paste from an office program brings, as the schema of our texts takes it, and what it had to leave behind. */
export interface Pasted {
  readonly html: string
  readonly left: Left
}

export interface Left {
  readonly images: number
  readonly comments: number
  /** Words that were inserted or deleted as revisions: taken as if these were accepted, as those of a Word file are. */
  readonly revisions: number
}

/** Of Word's and WPS's HTML nothing of this is words of the text. */
const NO_WORDS =
  'script, style, meta, link, title, xml, template, object, iframe, svg, video, audio, noscript'
/** Word's comments: the marks in the text and the list below it. */
const COMMENTS = '[style*="mso-comment-reference"], .MsoCommentReference, .msocomanchor, .msocomoff'
const COMMENT_LISTS = '[style*="mso-element:comment-list"], .msocomtxt, .msocomhide'
/** What Word and WPS track; what an author struck out himself they write as `s`. */
const INSERTED = 'ins[cite], ins[datetime], .msoIns'
const DELETED = 'del[cite], del[datetime], .msoDel'
const KEPT = new Set(
  'P,H1,H2,H3,H4,UL,OL,LI,BLOCKQUOTE,TABLE,TBODY,THEAD,TFOOT,TR,TD,TH,BR,HR,STRONG,B,EM,I,U,S,STRIKE,DEL,A,DIV'.split(
    ',',
  ),
)

const styleOf = (element: Element) => element.getAttribute('style') ?? ''
const wordsOf = (element: Element) => (element.textContent ?? '').replace(/[\s\u00a0\u3000]+/gu, ' ').trim()

/** Whether Word or WPS wrote it. */
export const isFromOffice = (html: string): boolean =>
  /\bmso-|class="?Mso|urn:schemas-microsoft-com:office|ProgId[^>]*(Word|Excel|WPS)/i.test(html)

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

function rename(element: Element, name: string): Element {
  const made = element.ownerDocument.createElement(name)
  made.append(...element.childNodes)
  for (const { name: attribute, value } of element.attributes) made.setAttribute(attribute, value)
  element.replaceWith(made)
  return made
}

/** The font of all the words of a paragraph, where they have one. */
function fontOf(paragraph: Element): string {
  const fonts = new Set<string>()
  const walk = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.textContent?.trim()) continue
    let at = node.parentElement
    let font = ''
    for (; at && font === ''; at = at === paragraph ? null : at.parentElement)
      font = at.getAttribute('face') ?? /(?:^|;)\s*font-family:\s*([^;]+)/i.exec(styleOf(at))?.[1] ?? ''
    fonts.add(font)
  }
  return fonts.size === 1 ? ([...fonts][0] ?? '') : ''
}

/**
 * The level of a heading, or null. By Word's outline, by the names of its styles, and, since most official papers have
 * neither, by the fonts of GB/T 9704: 小标宋 for the title, 黑体 for 一、, 楷体 for （一）.
 */
function headingLevel(paragraph: Element): number | null {
  const outline = /mso-outline-level:\s*([1-9])/i.exec(styleOf(paragraph))?.[1]
  if (outline) return Number(outline)
  const { className } = paragraph
  const named = /MsoHeading([1-9])|\bheading-?([1-9])\b/i.exec(className)
  if (named) return Number(named[1] ?? named[2])
  if (/MsoTitle/i.test(className)) return 1
  if (/MsoSubtitle/i.test(className)) return 2
  return officialHeading(fontOf(paragraph), wordsOf(paragraph))
}

interface Item {
  readonly level: number
  readonly ordered: boolean
  readonly start: number
}

/** Word writes list items as paragraphs with their number in words; null for what is none of ours. */
function listItem(paragraph: Element): Item | null {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(styleOf(paragraph))?.[1]
  if (!level) return null
  const mark = [...paragraph.querySelectorAll('[style]')].find((one) =>
    /mso-list:\s*ignore/i.test(styleOf(one)),
  )
  const sign = mark ? wordsOf(mark) : ''
  const number = /^(\d+)[.．、)）]?$/u.exec(sign)?.[1]
  // （一） and 第一条 are words of an official paper: as a list they would become 1.
  if (number === undefined && /[\p{Script=Han}\p{N}]/u.test(sign)) {
    mark?.replaceWith(sign)
    return null
  }
  mark?.remove()
  return { level: Math.min(9, Number(level)), ordered: number !== undefined, start: Number(number ?? 1) }
}

/** Paragraphs that follow each other as items become lists within lists. */
function gatherLists(body: HTMLElement): void {
  const open: { readonly list: Element; readonly level: number }[] = []
  let last: Element | null = null
  for (const paragraph of [...body.querySelectorAll('p')]) {
    const item = listItem(paragraph)
    if (!item || last?.nextElementSibling !== paragraph) open.length = 0
    if (!item) {
      last = null
      continue
    }
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const name = item.ordered ? 'OL' : 'UL'
    const here = open.at(-1)
    if (!here || here.level < item.level || here.list.tagName !== name) {
      if (here?.level === item.level) open.pop()
      const list = body.ownerDocument.createElement(name)
      if (item.start > 1) list.setAttribute('start', String(item.start))
      const above = open.at(-1)?.list.lastElementChild
      if (above) above.append(list)
      else paragraph.before(list)
      open.push({ list, level: item.level })
    }
    const line = body.ownerDocument.createElement('li')
    open.at(-1)?.list.append(line)
    last = open[0]?.list ?? null
    line.append(paragraph)
  }
}

/** Bold, italic, underlined, struck: what our texts know; everything else of a style is dropped. */
function markedAs(style: string): readonly string[] {
  return [
    ...(/(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/i.test(style) ? ['strong'] : []),
    ...(/(?:^|;)\s*font-style:\s*italic/i.test(style) ? ['em'] : []),
    ...(/(?:^|;)\s*text-decoration[^:;]*:[^;]*underline/i.test(style) ? ['u'] : []),
    ...(/(?:^|;)\s*text-decoration[^:;]*:[^;]*line-through/i.test(style) ? ['s'] : []),
  ]
}

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
  OL: ['start'],
  A: ['href'],
}

/** Leaves of an element what our texts know. */
function plain(element: Element): void {
  if (/^(H5|H6)$/.test(element.tagName)) element = rename(element, 'h4')
  const marks = /^(SPAN|FONT)$/.test(element.tagName) ? markedAs(styleOf(element)) : []
  for (const name of marks) {
    const mark = element.ownerDocument.createElement(name)
    mark.append(...element.childNodes)
    element.append(mark)
  }
  // A link to a place within the other paper, and an anchor there, lead nowhere here.
  const isDead = element.tagName === 'A' && !/^(https?:|mailto:)/i.test(element.getAttribute('href') ?? '')
  if (!KEPT.has(element.tagName) || isDead) return unwrap(element)
  const kept = ATTRIBUTES[element.tagName] ?? []
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name)
}

/** The indent of a paragraph is the sheet's own; office programs and people make it of blanks. */
function withoutIndent(paragraph: Element): void {
  const walk = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    node.textContent = (node.textContent ?? '').replace(/^[\s\u00a0\u3000]+/u, '')
    if (node.textContent !== '') return
  }
}

/** One within another counts once. */
const outermost = (body: HTMLElement, selector: string) =>
  [...body.querySelectorAll(selector)].filter((one) => !one.parentElement?.closest(selector))

/** @returns how many revisions there were */
function acceptRevisions(body: HTMLElement): number {
  const count = outermost(body, `${INSERTED}, ${DELETED}`).length
  for (const element of outermost(body, DELETED)) {
    const paragraph = element.closest('p')
    element.remove()
    // Of a deleted item of a list its number is left.
    const number = paragraph?.querySelector('[style*="mso-list:Ignore" i]')
    if (paragraph && !paragraph.closest('td, th') && wordsOf(paragraph) === (number ? wordsOf(number) : ''))
      paragraph.remove()
  }
  return count
}

function removed(body: HTMLElement, selector: string): number {
  const found = outermost(body, selector)
  for (const element of found) element.remove()
  return found.length
}

/**
 * HTML from the clipboard with headings, lists, tables, bold, italic, underlined, struck words and links, and nothing
 * else of it: no colours, fonts, sizes, pictures, comments. Parsed without loading or running anything of it.
 */
export function cleanPasted(html: string): Pasted {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const office = isFromOffice(html)
  const comments = removed(body, COMMENTS)
  removed(body, COMMENT_LISTS)
  removed(body, NO_WORDS)
  const images = removed(body, 'img, picture, canvas, v\\:shape, v\\:imagedata')
  const nodes = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const hidden: ChildNode[] = []
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) hidden.push(node as ChildNode)
  for (const node of hidden) {
    // Browsers that take the marks of the styles away leave this one around the number of a list item.
    if (/!supportLists/.test(node.nodeValue ?? '') && node.nextSibling instanceof Element)
      node.nextSibling.setAttribute('style', 'mso-list:Ignore')
    node.remove()
  }
  const revisions = office ? acceptRevisions(body) : 0
  if (office) {
    for (const paragraph of [...body.querySelectorAll('p')]) {
      const level = paragraph.closest('td, th, li') ? null : headingLevel(paragraph)
      const mark =
        level === null
          ? null
          : [...paragraph.querySelectorAll('[style]')].find((one) => /mso-list:\s*ignore/i.test(styleOf(one)))
      if (mark) mark.replaceWith(wordsOf(mark))
      if (level !== null) rename(paragraph, `h${String(Math.min(4, level))}`)
    }
    gatherLists(body)
  }
  for (const element of [...body.querySelectorAll('*')]) plain(element)
  for (const heading of body.querySelectorAll('h1, h2, h3, h4'))
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold)
  if (office)
    for (const paragraph of [...body.querySelectorAll('p, h1, h2, h3, h4')]) {
      withoutIndent(paragraph)
      // Word spaces its pages by empty paragraphs; a cell keeps the one it needs.
      if (wordsOf(paragraph) === '' && !paragraph.closest('td, th, li')) paragraph.remove()
    }
  return { html: body.innerHTML, left: { images, comments, revisions } }
}
