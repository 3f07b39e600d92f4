import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '#domain/search/fold.ts'
import { markedTitle, passageIn } from '#domain/search/passage.ts'
import { isFoundIn, tokensOfWords, wordsOf } from '#domain/search/query.ts'
import { tokensOf } from '#domain/search/tokens.ts'

const proposed = (query: string, title: string, text = '') => {
  const held = new Set(tokensOf(title, text))
  return tokensOfWords(wordsOf(query), 'anywhere').every((token) => held.has(token))
}
const finds = (query: string, title: string, text = '') =>
  proposed(query, title, text) && isFoundIn(wordsOf(query), title, text)

describe('what is looked for', () => {
  it('[Z-01] is found by any of its characters, one and two of them too', () => {
    const text = '疫情期间减免国有房屋租金'
    for (const query of ['疫', '金', '租金', '国有', '减免国有', '疫情期间减免国有房屋租金'])
      expect([query, finds(query, '', text)]).toEqual([query, true])
    for (const query of ['租国', '金租', '龘', '减免房屋'])
      expect([query, finds(query, '', text)]).toEqual([query, false])
  })

  it('[Z-01] is found in capital, small and full-width letters alike', () => {
    expect(finds('ｐｐｐ', '', 'PPP 项目')).toBe(true)
    expect(finds('1号', '容错〔2026〕１号')).toBe(true)
    expect(finds('ÉCOLE', '', 'école')).toBe(true)
  })

  it('[Z-01] has every word in it, wherever, and a phrase in quotation marks as it is', () => {
    expect(wordsOf('  租金　减免 ')).toEqual(['租金', '减免'])
    expect(wordsOf('“land use” 12')).toEqual(['land use', '12'])
    expect(finds('鱼塘 城管', '鱼塘清退', '由城管局承办')).toBe(true)
    expect(finds('"城管 鱼塘"', '鱼塘清退', '由城管局承办')).toBe(false)
  })

  it('[Z-01] is known by two characters, and by three figures or Latin letters', () => {
    const tokens = (query: string) => tokensOfWords(wordsOf(query), 'anywhere')
    expect(tokens('4567号')).toEqual(['456', '567', '7号'])
    expect(tokens('租金12')).toEqual(['租金', '金1', '12'])
    expect(tokens('PPP项目')).toEqual(['ppp', 'p项', '项目'])
    expect(tokens('7')).toEqual(['7'])
    for (const query of ['5671', '67', '1号', '56'])
      expect([query, finds(query, '容错〔2026〕4567号')]).toEqual([query, query === '67' || query === '56'])
  })

  it('[Z-01] is nothing where there is no letter and no figure', () => {
    for (const query of ['', '   ', '、。', '%_', '"" “”', '-- * ^']) expect(wordsOf(query)).toEqual([])
    expect(isFoundIn(wordsOf('。'), '。', '。')).toBe(false)
  })

  it('[Z-01] stands for itself: no sign in it is a command', () => {
    for (const query of [
      'a" OR "b',
      'NEAR(a b)',
      'x*',
      "'; DROP TABLE entry; --",
      'r=role:secretary',
      'k=case',
    ])
      for (const token of tokensOfWords(wordsOf(query), 'anywhere'))
        expect(token).toMatch(/^[\p{L}\p{N}\p{M}]{1,4}$/u)
  })

  it('[Z-01] whatever stands in a text is proposed and found', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.nat(39),
        fc.nat(12),
        (text, from, length) => {
          const piece = [...text].slice(from, from + length + 1).join('')
          const words = wordsOf(piece)
          if (words.length === 0) return
          expect(tokensOfWords(words, 'anywhere').every((token) => tokensOf('', text).includes(token))).toBe(
            true,
          )
          expect(isFoundIn(words, '', text)).toBe(true)
        },
      ),
    )
  })

  it('[Z-01] folding moves nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(foldText(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('what is shown of it', () => {
  it('[Z-02] is the place where the text says it, marked, with some words around', () => {
    const text = `${'前'.repeat(200)}减免租金\n的决定，租金${'后'.repeat(300)}`
    const passage = passageIn(text, wordsOf('租金'))
    expect(passage).toMatchObject({ cutBefore: true, cutAfter: true })
    const marked = passage?.marks.map(([from, to]) => passage.text.slice(from, to))
    expect(marked).toEqual(['租金', '租金'])
    expect(passage?.text).not.toContain('\n')
    expect(passage?.text.length).toBeLessThanOrEqual(140)
    expect(passageIn('没有', wordsOf('租金'))).toBeNull()
  })

  it('[Z-02] marks what overlaps once, and never half a character', () => {
    expect(markedTitle('土地政策', wordsOf('土地政 地政策')).marks).toEqual([[0, 4]])
    const passage = passageIn(`${'𠮷'.repeat(40)}租`, wordsOf('租'))
    expect(passage?.text.startsWith('𠮷')).toBe(true)
  })
})
