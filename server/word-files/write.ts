import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { WordPaper } from '#server/services/word-files.ts'
import { BlocksOfText } from './blocks.ts'
import { writable } from './runs.ts'
import { FONT_TABLE, PAGE, SIZE, SONG, STYLE, STYLES, TEXT_WIDTH, THIN_LINE } from './styles.ts'

const ONE_SIGN = 320

/** A section of a dossier as the printed page has it: title, case, unit and date, text, who took it out on every page. */
export async function writeWord(paper: WordPaper): Promise<Uint8Array> {
  const text = new BlocksOfText()
  const children = [...headOf(paper), ...text.all(paper.content.content ?? [])]
  const taken = () =>
    new Header({ children: [new Paragraph({ style: STYLE.taken, text: writable(paper.taken) })] })
  const document = new Document({
    title: writable(paper.title),
    creator: writable(paper.unit),
    description: writable(paper.taken),
    styles: STYLES,
    numbering: text.numbering,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: taken(), even: taken() },
        footers: { default: numberAt(AlignmentType.RIGHT), even: numberAt(AlignmentType.LEFT) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }])
}

function headOf({ title, caseLine, unit, date }: WordPaper): readonly Paragraph[] {
  return [
    new Paragraph({ style: STYLE.title, text: writable(title) }),
    new Paragraph({
      style: STYLE.head,
      alignment: AlignmentType.CENTER,
      spacing: { after: 580 },
      text: writable(caseLine),
    }),
    new Paragraph({
      style: STYLE.head,
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - ONE_SIGN }],
      indent: { left: ONE_SIGN, right: ONE_SIGN },
      border: { bottom: THIN_LINE },
      spacing: { after: 290 },
      children: [
        new TextRun(writable(unit)),
        new TextRun({ children: [new Tab()] }),
        new TextRun(writable(date)),
      ],
    }),
  ]
}

/** Odd pages carry the number on the right, even ones on the left, a sign from the edge (GB/T 9704). */
function numberAt(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: ONE_SIGN, right: ONE_SIGN },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: SONG, size: SIZE.page })],
      }),
    ],
  })
}
