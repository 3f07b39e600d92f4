import { describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import type { WordNode } from '#server/services/word-files.ts'
import { readWord } from '#server/word-files/read.ts'
import { writeWord } from '#server/word-files/write.ts'
import { cell, h, list, mark, p, paperOf, partsOf, table, text } from './papers.ts'

async function outAndIn(...content: WordNode[]): Promise<string> {
  const words = await readWord(await writeWord(paperOf(...content)))
  if (isRefusal(words)) throw new Error(words.refused)
  return words.html
}

describe('a text that goes out as a Word file and comes in again', () => {
  it('[D-103] keeps headings of four levels, marks and links, and nothing of what was put above it', async () => {
    const html = await outAndIn(
      h(1, '核实报告'),
      h(2, '一、基本情况'),
      h(3, '（一）来源'),
      h(4, '1.经过'),
      p('甲', text('粗', [mark('bold')]), text('斜', [mark('italic')]), text('线', [mark('underline')])),
      p(text('删', [mark('strike')]), text('址', [mark('link', { href: 'https://example.org/a?b=1&c=2' })])),
      p('上', { type: 'hardBreak' }, '下'),
    )
    expect(html).toBe(
      '<h1>核实报告</h1><h2>一、基本情况</h2><h3>（一）来源</h3><h4>1.经过</h4>' +
        '<p>甲<strong>粗</strong><em>斜</em><u>线</u></p>' +
        '<p><s>删</s><a href="https://example.org/a?b=1&amp;c=2">址</a></p><p>上<br />下</p>',
    )
  })

  it('[D-103] keeps lists within lists and quotations', async () => {
    const html = await outAndIn(
      list(
        'orderedList',
        [p('第一项'), list('bulletList', [p('其中甲')], [p('其中乙')])],
        [p('第二项'), list('orderedList', [p('再')])],
      ),
      p('之间'),
      list('orderedList', [p('另起')]),
      { type: 'blockquote', content: [p('引文')] },
    )
    expect(html).toBe(
      '<ol><li>第一项<ul><li>其中甲</li><li>其中乙</li></ul></li><li>第二项<ol><li>再</li></ol></li></ol>' +
        '<p>之间</p><ol><li>另起</li></ol><blockquote><p>引文</p></blockquote>',
    )
  })

  it('[D-103] keeps tables with merged cells, rows of headings and widths', async () => {
    const drawn = table(
      [
        cell('事项', { colwidth: [100] }, 'tableHeader'),
        cell('金额', { colspan: 2, colwidth: [300, 200] }, 'tableHeader'),
      ],
      [cell('左', { rowspan: 2 }), cell('甲'), cell('乙')],
      [cell('丙'), cell('')],
    )
    const html = await outAndIn(drawn)
    expect(html.replaceAll(/<\/?p>/g, '')).toBe(
      '<table><thead><tr><th>事项</th><th colspan="2">金额</th></tr></thead>' +
        '<tbody><tr><td rowspan="2">左</td><td>甲</td><td>乙</td></tr><tr><td>丙</td><td></td></tr></tbody></table>',
    )
    const { 'word/document.xml': xml = '' } = await partsOf(paperOf(drawn))
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.map((width) => Math.round(width / 100))).toEqual([15, 44, 29])
  })
})

describe('a Word file', () => {
  it('[D-100] names who took it out, of which unit and when, at the head of every page', async () => {
    const paper = paperOf(p('正文'))
    const parts = await partsOf(paper)
    const heads = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    // Odd and even pages.
    expect(heads.length).toBe(2)
    for (const [, head] of heads) expect(head).toContain(paper.taken)
    const xml = parts['word/document.xml'] ?? ''
    expect([...xml.matchAll(/<w:headerReference w:type="(\w+)"/g)].map(([, kind]) => kind).sort()).toEqual([
      'default',
      'even',
    ])
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders')
  })

  it('[D-100] has the measures and faces of GB/T 9704: A4, 仿宋, 黑体, 小标宋, numbers of pages, other names for each face', async () => {
    const parts = await partsOf(paperOf(h(2, '一、情况'), p('正文')))
    const xml = parts['word/document.xml'] ?? ''
    const mm = (name: string, from: RegExp) =>
      Math.round(
        (Number(new RegExp(`w:${name}="(\\d+)"`).exec(from.exec(xml)?.[0] ?? '')?.[1]) / 1440) * 25.4,
      )
    const [size, margin] = [/<w:pgSz[^>]*>/, /<w:pgMar[^>]*>/]
    expect(['w', 'h'].map((name) => mm(name, size))).toEqual([210, 297])
    expect(['top', 'bottom', 'left', 'right'].map((name) => mm(name, margin))).toEqual([37, 35, 28, 26])
    for (const face of ['仿宋_GB2312', '黑体', '方正小标宋简体', '楷体_GB2312'])
      expect(parts['word/styles.xml']).toContain(`w:eastAsia="${face}"`)
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    const feet = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
    expect(feet.length).toBe(2)
    for (const [, foot] of feet) expect(foot).toContain('PAGE')
  })

  it('[D-102] has what is proposed as revisions, with author and time', async () => {
    const who = { by: '李敏', at: '2026-11-20T08:00:00.123Z' }
    const { 'word/document.xml': xml = '' } = await partsOf(
      paperOf(
        p(
          '经查，',
          text('擅自', [mark('deletion', who)]),
          text('违规\n另起', [mark('insertion', who)]),
          '减免。',
        ),
      ),
    )
    expect(xml).toMatch(
      /<w:del w:id="\d+" w:author="李敏" w:date="2026-11-20T08:00:00Z">(?:(?!<\/w:del>).)*<w:delText[^>]*>擅自<\/w:delText>/,
    )
    expect(xml).toMatch(
      /<w:ins w:id="\d+" w:author="李敏" w:date="2026-11-20T08:00:00Z">(?:(?!<\/w:ins>).)*<w:t[^>]*>违规<\/w:t>/,
    )
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('[D-100] stands whatever people typed: controls, halves of signs, markup, words of the format itself', async () => {
    const nasty = 'a\u0000\u0008\uffff\ud800b <w:p>&amp;"\' 𠮷 CURRENT'
    const html = await outAndIn(p(nasty), p(text('x', [mark('link', { href: 'javascript:alert(1)' })])), {
      type: 'unknown',
      content: [p('仍在')],
    })
    expect(html).toBe('<p>ab &lt;w:p&gt;&amp;amp;"\' 𠮷 CURRENT</p><p>x</p><p>仍在</p>')
  })
})
