import { describe, expect, it } from 'vitest'
import { plainText } from '#domain/cases/plain-text.ts'
import { gb18030 } from '../support/gb18030.ts'

describe('a plain text', () => {
  it('[Z-32] is read in the encoding that it was written in', () => {
    const words = '关于减免租金的说明，共 12 户（甲）'
    expect(plainText(Buffer.from(words))).toBe(words)
    expect(plainText(Buffer.from(`\ufeff${words}`))).toBe(words)
    expect(plainText(gb18030(words))).toBe(words)
    expect(plainText(Buffer.from('plain words'))).toBe('plain words')
    expect(plainText(new Uint8Array())).toBe('')
  })

  it('[Z-32] that was cut in the middle of a sign is of its encoding all the same', () => {
    expect(plainText(Buffer.from('租金').subarray(0, 5))).toBe('租')
    expect(plainText(gb18030('租金').subarray(0, 3))).toBe('租')
  })

  it('[Z-32] of no encoding known shows what it can', () => {
    expect(plainText(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\ufffdb')
  })
})
