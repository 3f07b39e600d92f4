import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { countLetters, headingsOf, lettersIn } from '#app/components/writing/count-letters.ts'
import {
  findingKey,
  findWordsInText,
  nextOf,
  placesOf,
  replaceAll,
  tellFinding,
} from '#app/components/writing/find-words-in-text.ts'
import { documentExtensions } from '#protocol/text-schema.ts'

const schema = getSchema(documentExtensions)
const bold = [{ type: 'bold' }]
const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks ? { marks } : {}) })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const docOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content })
const wordsAt = (doc: ReturnType<typeof docOf>, words: string) =>
  placesOf(doc, words).map(({ from, to }) => doc.textBetween(from, to))

const doc = docOf(
  { type: 'heading', attrs: { level: 1 }, content: [text('租金减免情况')] },
  paragraph(text('共减免'), text('租金', bold), text('三万元，另有 Rent 与 rent。')),
  {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('租金'))] }] }],
  },
  { type: 'heading', attrs: { level: 2 }, content: [text('后续')] },
  paragraph(text('租'), { type: 'hardBreak' }, text('金')),
)

describe('finding words in a text', () => {
  it('[D-92] finds them in headings, paragraphs, cells, across marks, in large and small letters', () => {
    expect(wordsAt(doc, '租金')).toEqual(['租金', '租金', '租金'])
    expect(wordsAt(doc, '免租金三')).toEqual(['免租金三'])
    expect(wordsAt(doc, 'RENT')).toEqual(['Rent', 'rent'])
    expect(wordsAt(doc, '')).toEqual([])
    expect(wordsAt(doc, '没有')).toEqual([])
    expect(wordsAt(docOf(paragraph(text('İİ a'))), 'a')).toEqual(['a'])
  })

  it('[D-92] goes on round the end to the beginning, in both directions', () => {
    const places = placesOf(doc, '租金')
    const [first, second, third] = places
    expect(nextOf(places, 0, false)).toEqual(first)
    expect(nextOf(places, second?.from ?? 0, false)).toEqual(second)
    expect(nextOf(places, doc.content.size, false)).toEqual(first)
    expect(nextOf(places, 0, true)).toEqual(third)
    expect(nextOf([], 0, false)).toBeNull()
  })

  it('[D-92] replaces all in one step, and what is put in looks as what stood there', () => {
    const plugins = findWordsInText.config.addProseMirrorPlugins?.call({} as never) ?? []
    let state = EditorState.create({ doc, plugins })
    let steps = 0
    const view = {
      get state() {
        return state
      },
      dispatch(tr: EditorState['tr']) {
        if (tr.docChanged) steps += 1
        state = state.apply(tr)
      },
    } as unknown as EditorView
    view.dispatch(tellFinding(state.tr, { open: true, words: '租金' }))
    expect(findingKey.getState(state)?.set.find()).toHaveLength(3)
    expect(replaceAll(view, '租金租金')).toBe(3)
    expect(steps).toBe(1)
    expect(placesOf(state.doc, '租金租金')).toHaveLength(3)
    expect(
      state.doc
        .child(1)
        .child(1)
        .marks.map(({ type }) => type.name),
    ).toEqual(['bold'])
    expect(replaceAll(view, '')).toBe(6)
    expect(placesOf(state.doc, '租金')).toEqual([])
  })
})

describe('the length of a text', () => {
  it('[D-93] counts characters with punctuation, without white space, a rare character as one', () => {
    expect(lettersIn('容错 纠错，3 万元。\u3000\n')).toBe(9)
    expect(lettersIn('𠮷')).toBe(1)
    expect(countLetters(docOf(paragraph(text('一 二')), paragraph(), paragraph(text('三。'))))).toBe(4)
  })

  it('[D-93] its outline are its headings, in order', () => {
    expect(headingsOf(doc).map(({ level, words }) => [level, words])).toEqual([
      [1, '租金减免情况'],
      [2, '后续'],
    ])
  })
})
