import { Readable } from 'node:stream'
import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import { MOST_UNPACKED_BYTES } from '#domain/dossiers/word-limits.ts'
import type { WordedType } from '#domain/search/file-types.ts'
import { MOST_LETTERS } from '#domain/search/pages.ts'
import type { EvidenceStore } from '#server/services/evidence.ts'
import { createFileReader } from '#server/store/file-words/reader.ts'
import { writeWord } from '#server/word-files/write.ts'
import { chinesePdf, pdfOf } from '../support/chinese-pdf.ts'
import { gb18030 } from '../support/gb18030.ts'
import { cell, h, list, p, paperOf, table } from '../word-files/papers.ts'

const never = new AbortController().signal
const read = (file: Uint8Array, signal = never, mostMs?: number, type: WordedType = 'application/pdf') => {
  const get: EvidenceStore['get'] = (_, part) =>
    Promise.resolve(Readable.from([Buffer.from(file).subarray(0, (part?.end ?? Infinity) + 1)]))
  return createFileReader({ get }, mostMs)({ sha256: '-', type }, signal)
}
const readWord = (file: Uint8Array) => read(file, never, undefined, WORD_TYPE)
const readText = (file: Uint8Array) => read(file, never, undefined, 'text/plain')

/** Packed to a thousandth: a megabyte of nothing in each block, and nobody checks the sum at the end. */
function bomb(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_048_576, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: megabytes }, () => block),
    deflateRawSync(Buffer.from('q Q')),
  ])
}

describe('the words of a PDF', { timeout: 300_000 }, () => {
  it('[Z-22] are read by pages, lines that end in the middle of a word joined', async () => {
    expect(await read(chinesePdf('会议记录', '减免国有房屋租\n金的决定'))).toBe(
      '会议记录\f减免国有房屋租金的决定',
    )
  })

  it('[Z-23] a broken file and one that is none have none', async () => {
    const file = chinesePdf('会议记录')
    expect(await read(Buffer.from('%PDF-1.4\nno more'))).toBeNull()
    expect(await read(file.subarray(0, 300))).toBeNull()
  })

  it('[Z-23] a page that unpacks to gigabytes ends the process that reads it, and no other', async () => {
    const before = process.memoryUsage().rss
    expect(await read(pdfOf([bomb(4_000)], '/Filter/FlateDecode'))).toBeNull()
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576)
  })

  it('[Z-23] who takes too long is not waited for, nor is he who reads when the product stops', async () => {
    expect(await read(chinesePdf('会议记录'), never, 1)).toBeNull()
    const stopping = new AbortController()
    const reading = read(chinesePdf('会议记录'), stopping.signal)
    stopping.abort()
    await expect(reading).rejects.toThrow()
  })
})

describe('the words of a Word file', { timeout: 300_000 }, () => {
  it('[Z-30] are those that its page shows, and none reaches over the end of a line or cell', async () => {
    const file = await writeWord(
      paperOf(
        h(2, '一、经过'),
        p('减免租金 <b>&amp; 其他'),
        list('bulletList', [p('甲')], [p('乙')]),
        table([cell('应收'), cell('实收')]),
      ),
    )
    expect(await readWord(file)).toBe('一、经过\n减免租金 <b>&amp; 其他\n甲\n乙\n应收\n实收')
  })

  it('[Z-33] that is none, broken or unpacks beyond measure: there are none', async () => {
    const file = await writeWord(paperOf(p('会议记录')))
    const bomb = zipSync({ ...unzipSync(file), 'word/extra.xml': new Uint8Array(MOST_UNPACKED_BYTES) })
    for (const broken of [zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), file.subarray(0, 900), bomb])
      expect(await readWord(broken)).toBeNull()
  })
})

describe('the words of a plain text', { timeout: 300_000 }, () => {
  it('[Z-30] are read in UTF-8, with its mark or without, and in GB18030', async () => {
    const words = '减免国有房屋租金，\n计 12 户'
    expect(await readText(Buffer.from(words))).toBe(words)
    expect(await readText(Buffer.from(`\ufeff${words}`))).toBe(words)
    expect(await readText(gb18030(words))).toBe(words)
  })

  it('[Z-33] that does not end: the beginning is found', async () => {
    const long = `甲${'乙丙'.repeat(MOST_LETTERS)}`
    expect(await readText(Buffer.from(long))).toBe(long.slice(0, MOST_LETTERS))
    expect(await readText(gb18030(long))).toBe(long.slice(0, MOST_LETTERS))
  })
})
