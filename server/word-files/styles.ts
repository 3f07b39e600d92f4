import { AlignmentType, BorderStyle, convertMillimetersToTwip, LineRuleType, type IStylesOptions } from 'docx'

/** Of what stands above a text that is taken out: by these names it is known when the file comes back. */
export const HEAD_STYLES = ['案卷标题', '案卷题头'] as const
const [TITLE_NAME, HEAD_NAME] = HEAD_STYLES

/** Paragraph styles by their ids; what Word calls them stands below. */
export const STYLE = {
  title: 'CaseTitle',
  head: 'CaseHead',
  body: 'BodyText',
  list: 'ListText',
  quote: 'Quote',
  cell: 'CellText',
  taken: 'TakenOut',
} as const

const LATIN = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
const font = (eastAsia: string) => ({ ...LATIN, eastAsia })
const FANG_SONG = font('仿宋_GB2312')
const XIAO_BIAO_SONG = font('方正小标宋简体')
const HEI = font('黑体')
const KAI = font('楷体_GB2312')
export const SONG = font('宋体')

/** The names under which the faces of GB/T 9704 stand on machines that lack them: Word and WPS take the second. */
const OTHERWISE: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  方正小标宋简体: '华文中宋',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  宋体: 'SimSun',
}

export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(OTHERWISE)
  .map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`

/** Half points: 三号, 二号, 四号, 小四, 小五. */
export const SIZE = { body: 32, title: 44, page: 28, cell: 24, taken: 18 } as const

const LINE = { line: 580, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const TWO_SIGNS = 640

/** GB/T 9704-2012: A4, 37/35/28/26 mm, 22 lines of 28 signs. */
export const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    header: convertMillimetersToTwip(22),
    footer: convertMillimetersToTwip(23),
  },
}
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

const heading = (face: typeof HEI, bold = false) => ({
  run: { font: face, size: SIZE.body, bold, color: '000000' },
  paragraph: { spacing: LINE, indent: { firstLine: TWO_SIGNS }, keepNext: true },
})

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FANG_SONG, size: SIZE.body }, paragraph: { spacing: LINE } },
    heading1: {
      run: { font: XIAO_BIAO_SONG, size: SIZE.title, bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 290, after: 290 },
        keepNext: true,
      },
    },
    heading2: heading(HEI),
    heading3: heading(KAI),
    heading4: heading(FANG_SONG, true),
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: 'Body Text',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: TWO_SIGNS } },
    },
    { id: STYLE.list, name: 'List Text', basedOn: 'Normal' },
    { id: STYLE.quote, name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: TWO_SIGNS } } },
    {
      id: STYLE.cell,
      name: 'Cell Text',
      basedOn: 'Normal',
      run: { size: SIZE.cell },
      paragraph: { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
    },
    {
      id: STYLE.title,
      name: TITLE_NAME,
      basedOn: 'Normal',
      run: { font: XIAO_BIAO_SONG, size: SIZE.title },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 290 },
      },
    },
    { id: STYLE.head, name: HEAD_NAME, basedOn: 'Normal' },
    {
      id: STYLE.taken,
      name: 'Taken Out',
      basedOn: 'Normal',
      run: { size: SIZE.taken },
      paragraph: {
        alignment: AlignmentType.RIGHT,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
      },
    },
  ],
}

/** No red line: that is of issued papers. */
export const THIN_LINE = { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' }
