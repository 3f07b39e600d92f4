import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MOST_UNPACKED_BYTES, MOST_WORD_BYTES } from '#domain/dossiers/word-limits.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { readWord } from '#server/word-files/read.ts'
import { createWordFiles } from '#server/word-files/threads.ts'
import { unpack } from '#server/word-files/unpack.ts'
import { writeWord } from '#server/word-files/write.ts'
import { p, paperOf } from './papers.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const document = (body: string) => strToU8(`<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`)
const paragraph = (words: string, properties = '') =>
  `<w:p><w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${words}</w:t></w:r></w:p>`

/** A file like Word's with another body or other parts. */
async function fileWith(parts: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const own = unzipSync(await writeWord(paperOf(p('原文'))))
  return zipSync({ ...own, ...parts })
}
const withBody = (body: string) => fileWith({ 'word/document.xml': document(body) })
async function read(file: Uint8Array) {
  const words = await readWord(file)
  return isRefusal(words) ? words.refused : words
}

describe('a Word file that comes in', () => {
  it('[D-103] has its headings known by the fonts of an official paper, where it has no styles', async () => {
    const face = (name: string) => `<w:rFonts w:ascii="Calibri" w:eastAsia="${name}"/>`
    const file = await withBody(
      paragraph('情况报告', face('方正小标宋简体')) +
        paragraph('一、基本情况', face('黑体')) +
        paragraph('（一）来源', face('楷体_GB2312')) +
        paragraph('审计发现。', face('仿宋_GB2312')) +
        paragraph('一、这是正文。', face('仿宋_GB2312')),
    )
    expect(await read(file)).toMatchObject({
      html: '<h1>情况报告</h1><h2>一、基本情况</h2><h3>（一）来源</h3><p>审计发现。</p><p>一、这是正文。</p>',
    })
  })

  it('[D-104] tells of its comments and revisions, and has them as if accepted', async () => {
    const file = await withBody(
      `<w:p><w:r><w:t>甲</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>乙</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>丙</w:delText></w:r></w:del><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    )
    expect(await read(file)).toEqual({ html: '<p>甲乙</p>', comments: 1, revisions: 2 })
  })

  it('[D-105] asks nothing of anybody outside, and follows no rules of its own', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const outside = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/secret`
    const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    const image = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic ${A}><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rIdX"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const entities = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "${'一'.repeat(50)}">]>`
    const own = unzipSync(await writeWord(paperOf(p('原文'))))
    const relations = new TextDecoder()
      .decode(own['word/_rels/document.xml.rels'])
      .replace(
        '</Relationships>',
        `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${outside}" TargetMode="External"/></Relationships>`,
      )
    const answer = await read(
      await fileWith({
        'word/document.xml': strToU8(
          `${entities}<w:document ${W} ${R}><w:body>${paragraph('文字')}${image}</w:body></w:document>`,
        ),
        'word/_rels/document.xml.rels': strToU8(relations),
        'mammoth/style-map': strToU8('p => script'),
      }),
    )
    expect(answer).toEqual({ html: '<p>文字</p><p><img src="" /></p>', comments: 0, revisions: 0 })
    expect(asked).toBe(0)
    await new Promise((done) => server.close(done))
  })

  it('[D-105] is refused where it is none: other bytes, another zip, a broken one, an old .doc, broken markup', async () => {
    const whole = await writeWord(paperOf(p('原文')))
    const others: Readonly<Record<string, Uint8Array>> = {
      nothing: new Uint8Array(),
      text: strToU8('会商'),
      'another zip': zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
      'half a file': whole.slice(0, whole.length / 2),
      'an old .doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'broken markup': await fileWith({ 'word/document.xml': strToU8('<w:document><w:body>') }),
    }
    for (const [what, file] of Object.entries(others))
      expect([what, await read(file)]).toEqual([what, 'word/not-a-document'])
  })

  it('[D-105] is not unpacked where it says that it becomes too large, and grows to what it says where it lies', async () => {
    const bomb = zipSync({
      ...unzipSync(await withBody('')),
      'word/extra.xml': new Uint8Array(MOST_UNPACKED_BYTES),
    })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await read(bomb)).toBe('word/too-large')
    expect(await read(new Uint8Array(MOST_WORD_BYTES + 1))).toBe('word/too-large')
    // The size of the last part as it stands in the directory of the file, made small.
    const liar = bomb.slice()
    const at = new DataView(liar.buffer)
    let entry = -1
    for (let place = 0; place < liar.length - 4; place += 1)
      if (at.getUint32(place, true) === 0x02014b50) entry = place
    at.setUint32(entry + 24, 10, true)
    const parts = unpack(liar)
    expect(isRefusal(parts) ? parts : parts['word/extra.xml']?.byteLength).toBe(10)
  }, 30_000)
})

describe('threads of Word files', () => {
  it('[D-105] read and write apart from the process, and hand refusals back', async () => {
    const files = createWordFiles()
    const written = await files.write(paperOf(p('经过线程')))
    if (isRefusal(written)) throw new Error(written.refused)
    expect(await files.read(written)).toEqual({ html: '<p>经过线程</p>', comments: 0, revisions: 0 })
    expect(await files.read(strToU8('会商'))).toEqual({ refused: 'word/not-a-document' })
  }, 30_000)

  it('[D-105] are few, and who comes when too many wait is told so', async () => {
    const files = createWordFiles({ atOnce: 1, waiting: 1 })
    const answers = await Promise.all(Array.from({ length: 4 }, () => files.read(strToU8('会商'))))
    expect(answers.map((answer) => isRefusal(answer) && answer.refused).sort()).toEqual([
      ...['input/too-often', 'input/too-often', 'word/not-a-document', 'word/not-a-document'],
    ])
    // Whoever comes afterwards is served again.
    expect(await files.read(strToU8('会商'))).toEqual({ refused: 'word/not-a-document' })
  }, 60_000)
})
