import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { RawSocket } from './support/raw-socket.ts'
import { openSite } from './support/site.ts'

const NAME = 'case/c1/facts'

function changed(change: (text: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc.getXmlFragment('default'), doc)
  return Y.encodeStateAsUpdate(doc)
}

function nested(levels: number): Uint8Array {
  return changed((text) => {
    let inner: Y.XmlFragment = text
    for (let level = 0; level < levels; level++) {
      const quote = new Y.XmlElement('blockquote')
      inner.push([quote])
      inner = quote
    }
  })
}

/** As a program writes it: types and values that no editor of ours makes. */
function element(change: (made: Y.XmlElement) => void, name = 'paragraph'): Uint8Array {
  return changed((text) => {
    const made = new Y.XmlElement(name)
    text.push([made])
    change(made)
  })
}

const foreign = (type: object) => type as Y.XmlElement
const value = (attribute: unknown) => attribute as string

const UNREADABLE: Readonly<Record<string, Uint8Array>> = {
  'too deep for a recursion': nested(3_000),
  'deeper than any list': nested(150),
  'a map in the place of a paragraph': changed((text) => text.push([foreign(new Y.Map())])),
  'a hook in the place of a paragraph': changed((text) => text.push([foreign(new Y.XmlHook('x'))])),
  'words without a paragraph': changed((text) => text.push([new Y.XmlText('x')])),
  'values in the place of a text': changed((_, doc) => doc.getMap('form').set('x', new Y.Map())),
  'a list instead of elements': (() => {
    const doc = new Y.Doc()
    doc.getArray('default').push([1, { a: 1 }])
    return Y.encodeStateAsUpdate(doc)
  })(),
  'half of such a list deleted': (() => {
    const doc = new Y.Doc()
    doc.getArray('default').push([1, { a: 1 }])
    doc.getArray('default').delete(0, 1)
    return Y.encodeStateAsUpdate(doc)
  })(),
  'an object among the words': element((made) => {
    const words = new Y.XmlText()
    made.push([words])
    words.insertEmbed(0, { image: 'x' })
  }),
  'a type as an attribute': element((made) => made.setAttribute('align', value(new Y.Map()))),
  'an object as an attribute': element((made) => made.setAttribute('kind', value({ a: 1 })), 'recordFact'),
  'a cell as wide as a thousand million': element(
    (made) => made.setAttribute('colspan', value(1e9)),
    'tableCell',
  ),
  'a width in letters': element((made) => made.setAttribute('colspan', '999999999'), 'tableCell'),
  'words that are an element': element((made) => made.push([new Y.XmlElement('text')])),
  'a text within the text': element(() => undefined, 'doc'),
  'a point without a list': element((made) => made.push([new Y.XmlElement('paragraph')]), 'listItem'),
  'a break between paragraphs': element(() => undefined, 'hardBreak'),
  'a level that is no number': element((made) => made.setAttribute('level', value(NaN)), 'heading'),
  'a number of any length': element((made) => made.setAttribute('level', value(1n)), 'heading'),
  'a width without an end': element((made) => made.setAttribute('colwidth', value([Infinity])), 'tableCell'),
  'lists within a list of widths': element(
    (made) => made.setAttribute('colwidth', value([[1]])),
    'tableCell',
  ),
  'a mark that holds more than words': element((made) => {
    const words = new Y.XmlText()
    made.push([words])
    words.insert(0, '字', { link: { href: { a: { b: 1 } } } })
  }),
  'a text of another name, that nobody reads': changed((_, doc) => doc.getText('hidden').insert(0, '藏')),
}

it.each(Object.entries(UNREADABLE))('[T-24] %s is refused without effect', async (_, update) => {
  const site = await openSite()
  const writer = await new RawSocket(site.url, site.services.signIn('wang')).connected()
  const { id } = await writer.openDocument(NAME)
  expect((await writer.ask('document/update', { id, update })).refusal?.refused).toBe('input/invalid')
  expect(site.store.rows.size).toBe(0)
  expect((await site.realtime.documents.read(NAME)).isEmpty).toBe(true)
})

it('[T-24] everything that our editor and forms write is taken', async () => {
  const site = await openSite()
  const words = (text: string, ...marks: object[]) => ({ type: 'text', text, marks })
  const paragraph = { type: 'paragraph', content: [words('字')] }
  const item = (...content: object[]) => ({ type: 'listItem', content: [paragraph, ...content] })
  const cell = {
    type: 'tableCell',
    attrs: { colspan: 2, rowspan: 1, colwidth: [100, 200] },
    content: [paragraph],
  }
  const content = {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { level: 2 },
        content: [words('标题', { type: 'bold' }, { type: 'italic' })],
      },
      {
        type: 'paragraph',
        content: [
          words('甲', { type: 'link', attrs: { href: 'https://example.org' } }),
          { type: 'hardBreak' },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 2026 },
        content: [item({ type: 'bulletList', content: [item()] })],
      },
      { type: 'blockquote', content: [paragraph] },
      { type: 'horizontalRule' },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      { type: 'recordFact', attrs: { kind: 'vote', ref: 'p1' } },
    ],
  }
  await site.realtime.documents.replaceText(NAME, content, 'wang')
  const before = await site.realtime.documents.read(NAME)
  expect(JSON.parse(before.content)).toMatchObject({ content: [{ type: 'heading' }, {}, {}, {}, {}, {}, {}] })
  const writer = await new RawSocket(site.url, site.services.signIn('wang')).connected()
  const { id } = await writer.openDocument(NAME)
  const form = changed((_, doc) => {
    doc.getMap('form').set('stands', { deng: 'EXEMPT' })
    doc.getMap('form').set('clauses', ['第一条'])
  })
  expect((await writer.ask('document/update', { id, update: form })).ok).toBe(true)
  // A part of it deleted, and the whole sent again, as a page does that comes back.
  const doc = new Y.Doc()
  Y.applyUpdate(doc, before.state)
  doc.getXmlFragment('default').delete(1, 3)
  expect((await writer.ask('document/update', { id, update: Y.encodeStateAsUpdate(doc) })).ok).toBe(true)
  expect((await site.realtime.documents.read(NAME)).form).toEqual({
    stands: { deng: 'EXEMPT' },
    clauses: ['第一条'],
  })
})
