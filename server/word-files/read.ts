import { strFromU8, strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { officialHeading } from '#domain/dossiers/official-headings.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { WordText } from '#server/services/word-files.ts'
import { HEAD_STYLES } from './styles.ts'
import { unpack } from './unpack.ts'

/** Beside mammoth's own, which know headings, lists, bold, italic and struck words. */
const STYLES = [
  'u => u',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  // What we put above a text that was taken out is no part of it.
  ...HEAD_STYLES.map((name) => `p[style-name='${name}'] => !`),
]

/** Footnotes follow the text; their way back leads nowhere here. */
const WAY_BACK = /<a href="#[^"]*note-ref-[^"]*">[^<]*<\/a>/g

/** The words of a Word file. Refusals: word/not-a-document, word/too-large. */
export async function readWord(file: Uint8Array): Promise<WordText | Refusal> {
  const parts = unpack(file)
  if (isRefusal(parts)) return parts
  let comments = 0
  let revisions = 0
  for (const [name, part] of Object.entries(parts)) {
    if (!/^word\/document\d*\.xml$/.test(name)) continue
    const xml = strFromU8(part)
    comments += count(xml, /<w:commentReference\b/g)
    revisions += count(xml, /<w:(ins|del|moveTo|moveFrom)\b/g)
    parts[name] = strToU8(withChineseFonts(xml))
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        styleMap: STYLES,
        // The file's own rules would make any element of its words.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        // The pictures are not unpacked; where they stood is counted when the words are cleaned.
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        transformDocument: withOfficialHeadings,
      },
    )
    return { html: value.replace(WAY_BACK, ''), comments, revisions }
  } catch {
    // Whatever a stranger's file breaks in its reader, it is no paper to us.
    return refuse('word/not-a-document')
  }
}

const count = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0

/** mammoth tells the font of Latin letters alone; headings are known by that of the Chinese ones. */
function withChineseFonts(xml: string): string {
  return xml.replace(/<w:rFonts\b[^>]*>/g, (fonts) => {
    const chinese = /\sw:eastAsia="([^"]*)"/.exec(fonts)?.[1]
    if (!chinese) return fonts
    return fonts.replace(/\sw:ascii="[^"]*"/, '').replace('<w:rFonts', `<w:rFonts w:ascii="${chinese}"`)
  })
}

/** What mammoth makes of a file before it becomes HTML. */
interface Element {
  readonly type: string
  readonly children?: readonly Element[]
  readonly styleName?: string | null
  readonly numbering?: unknown
  readonly font?: string | null
  readonly value?: string
}

/** Headings that are told by their fonts alone get the style of one; cells of tables have none. */
function withOfficialHeadings(element: Element): Element {
  if (element.type === 'document')
    return { ...element, children: (element.children ?? []).map(withOfficialHeadings) }
  if (element.type !== 'paragraph' || element.numbering || /^(heading|title)/i.test(element.styleName ?? ''))
    return element
  const fonts = new Set(runsOf(element).flatMap((run) => (wordsOf(run).trim() ? [run.font ?? ''] : [])))
  const [font = ''] = fonts
  const level = fonts.size === 1 ? officialHeading(font, wordsOf(element).trim()) : null
  if (level === null) return element
  const number = String(level)
  return Object.assign({}, element, { styleId: `Heading${number}`, styleName: `heading ${number}` })
}

const runsOf = (element: Element): readonly Element[] =>
  element.type === 'run' ? [element] : (element.children ?? []).flatMap(runsOf)
const wordsOf = (element: Element): string => element.value ?? (element.children ?? []).map(wordsOf).join('')
