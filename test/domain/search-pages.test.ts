import { describe, expect, it } from 'vitest'
import { linesJoined, MOST_LETTERS, pageAt, pagesJoined } from '#domain/search/pages.ts'
import { isFoundIn, wordsOf } from '#domain/search/query.ts'

describe('the words of printed pages', () => {
  it('[Z-22] a line that ends in the middle of a Chinese word ends nothing', () => {
    const text = linesJoined(['疫情期间减免国有房屋租', '金的决定，', '  ', '由城管局 ', ' 承办'])
    expect(text).toBe('疫情期间减免国有房屋租金的决定，由城管局承办')
  })

  it('[Z-22] one that ends behind a Latin word or a figure does', () => {
    expect(linesJoined(['the land', 'use plan 2024', '12 hectares'])).toBe(
      'the land\nuse plan 2024\n12 hectares',
    )
  })

  it('[Z-22] a place stands on its page, and no word reaches from one page to the next', () => {
    const text = pagesJoined(['首页', '', '第三页说租', '金'])
    expect(pageAt(text, text.indexOf('首'))).toBe(1)
    expect(pageAt(text, text.indexOf('说'))).toBe(3)
    expect(pageAt(text, text.indexOf('金'))).toBe(4)
    expect(isFoundIn(wordsOf('租金'), '', text)).toBe(false)
  })

  it('[Z-22] what ends a page is no sign of a text, nor is what no database keeps', () => {
    const text = pagesJoined(['甲\f乙\0丙', '丁'])
    expect(text).not.toContain('\0')
    expect(pageAt(text, text.indexOf('丁'))).toBe(2)
  })

  it('[Z-23] pages without a word are nothing, and too many words are cut', () => {
    expect(pagesJoined(['', '', ''])).toBe('')
    expect(pagesJoined(['字'.repeat(MOST_LETTERS), '后'])).toHaveLength(MOST_LETTERS)
  })
})
