/** Hexadecimal codes of a piece of text, as `UniGB-UCS2-H` has them. */
const codes = (words: string) =>
  [...words].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')

/** One below the other, as they are printed. */
function drawing(page: string): Buffer {
  const lines = page.split('\n').map((line) => `<${codes(line)}> Tj 0 -60 Td`)
  return Buffer.from(`BT /F1 40 Tf 60 700 Td ${lines.join(' ')} ET`)
}

/** A file of these objects, numbered from 1. */
function fileOf(objects: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const parts = [Buffer.from('%PDF-1.4\n')]
  let length = 9
  const places = objects.map((object, index) => {
    const place = length
    const part = Buffer.concat([Buffer.from(`${String(index + 1)} 0 obj`), object, Buffer.from('endobj\n')])
    parts.push(part)
    length += part.length
    return place
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  const trailer = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(length)}\n%%EOF`
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`))
  return Uint8Array.from(Buffer.concat(parts))
}

/** Pages with these contents; `filter` says how they are packed. */
export function pdfOf(contents: readonly Buffer[], filter = ''): Uint8Array<ArrayBuffer> {
  const page = (index: number) => 6 + index * 2
  const kids = contents.map((_, index) => `${String(page(index))} 0 R`).join(' ')
  return fileOf([
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${String(contents.length)}>>`),
    Buffer.from(
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    ),
    Buffer.from(
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>',
    ),
    Buffer.from(
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ),
    ...contents.flatMap((content, index) => [
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(page(index) + 1)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      ),
      Buffer.concat([
        Buffer.from(`<</Length ${String(content.length)}${filter}>>stream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    ]),
  ])
}

/**
 * A PDF as many offices make them: its Chinese letters are named by a character map and not in it, so a reader needs the map
 * `UniGB-UCS2-H` from somewhere. A page for each text.
 */
export function chinesePdf(...pages: readonly string[]): Uint8Array<ArrayBuffer> {
  return pdfOf(pages.map(drawing))
}
