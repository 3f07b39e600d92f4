import { describe, expect, test } from 'vitest'
import { parseProse, plainLines, safeHref } from '#app/components/editor/prose-json.ts'
import { agreementOf } from '#domain/criteria/agreement.ts'
import { en } from '#app/i18n/en/index.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { FACT_KINDS } from '#domain/minutes/facts.ts'

describe('a stored text', () => {
  test('that cannot be read is shown empty', () => {
    for (const content of [null, '', 'nonsense', '[]', '{"content":3}'])
      expect(plainLines(parseProse(content))).toEqual([])
  })

  test('gives a line for each paragraph, cell and list item with words', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })
    const doc = {
      type: 'doc',
      content: [
        paragraph('一'),
        paragraph(''),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('二')] }] },
        {
          type: 'table',
          content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('三')] }] }],
        },
      ],
    }
    expect(plainLines(parseProse(JSON.stringify(doc)))).toEqual(['一', '二', '三'])
  })

  test('[N-68] every fact of the record stands under its name in the reader’s language', () => {
    const facts = FACT_KINDS.map((kind) => ({ type: 'recordFact', attrs: { kind, ref: 'r' } }))
    const content = parseProse(JSON.stringify({ type: 'doc', content: facts }))
    const names: Readonly<Record<string, string>> = zhCN.minutes.factKind
    const lines = plainLines(content, (kind) => names[kind] ?? kind)
    expect(lines).toEqual(['〔出席情况〕', '〔议题〕', '〔回避情况〕', '〔表决情况〕', '〔决定〕'])
    expect(Object.keys(en.minutes.factKind).sort()).toEqual([...FACT_KINDS].sort())
  })

  test.each([
    ['https://example.cn/a', true],
    ['mailto:a@example.cn', true],
    ['/cases/1', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//evil.example', false],
    ['/\\evil.example', false],
    [null, false],
  ])('links to %s: %s', (href, allowed) => {
    expect(safeHref(href) !== null).toBe(allowed)
  })
})

describe('departments', () => {
  test.each([
    [['a', 'a', 'a'], 'agree'],
    [['a', 'b', null], 'differ'],
    [['a', 'a', null], 'incomplete'],
    [[null, null], 'incomplete'],
    [[], 'incomplete'],
  ] as const)('that say %j: %s', (said, agreement) => {
    expect(agreementOf(said)).toBe(agreement)
  })
})
