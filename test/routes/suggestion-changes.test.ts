import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asProposed } from '#app/components/suggestions/changes.ts'
import { Draft } from '#app/components/suggestions/draft.ts'
import { documentExtensions } from '#protocol/text-schema.ts'
import { amend } from '#server/realtime/documents/amend.ts'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'

const schema = getSchema(documentExtensions)

const nodeOf = (doc: Y.Doc) =>
  initProseMirrorDoc(doc.getXmlFragment('default'), schema) as unknown as { doc: Node; mapping: unknown }

/** As the editor does it: by ProseMirror's steps, written by y-tiptap. */
function edit(doc: Y.Doc, change: (transform: Transform, text: Node) => void): void {
  const { doc: text, mapping } = nodeOf(doc)
  const transform = new Transform(text)
  change(transform, text)
  const fragment = doc.getXmlFragment('default')
  doc.transact(() =>
    updateYFragment(doc, fragment, transform.doc, { mapping: mapping as never, isOMark: new Map() }),
  )
}

const linesOf = (doc: Y.Doc) => {
  const lines: string[] = []
  nodeOf(doc).doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textContent)
  })
  return lines
}
const posOf = (text: Node, words: string) => {
  let found = -1
  text.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at !== -1 && found === -1) found = pos + at
  })
  return found
}

function written(...paragraphs: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  const blocks = paragraphs.map((words) => schema.node('paragraph', null, words ? [schema.text(words)] : []))
  edit(doc, (tr, text) => tr.replaceWith(0, text.content.size, blocks))
  return doc
}

/** The text, and what somebody makes of it in a draft. */
function drafted(text: Y.Doc, change: (transform: Transform, text: Node) => void) {
  const draft = new Draft()
  draft.follow(text)
  edit(draft.doc, change)
  return draft
}

function accepted(text: Y.Doc, draft: Draft) {
  const { changes, homeless } = draft.compare()
  const proposed = changes.map(asProposed).map(({ anchor, ...words }) => ({ ...anchor, ...words }))
  const { update, made } = amend(
    text,
    proposed.map(({ start, end }, at) => ({
      ...{ start, end },
      ...{ before: changes[at]?.before ?? '', text: changes[at]?.text ?? '' },
    })),
  )
  Y.applyUpdate(text, update)
  return { lines: linesOf(text), made, homeless, changes }
}

describe('a draft of suggestions', () => {
  it('[D-53] what is put in, taken away and put in the place of other words is the same when accepted', () => {
    const text = written('金松投资集团擅自少减免租金。', '第二段。')
    const draft = drafted(text, (tr, doc) => {
      tr.insert(posOf(doc, '金松'), schema.text('经查，'))
      tr.delete(tr.mapping.map(posOf(doc, '擅自')), tr.mapping.map(posOf(doc, '擅自')) + 2)
      tr.insert(tr.doc.content.size - 1, schema.text('末尾另加。'))
    })
    const { lines, made } = accepted(text, draft)
    expect(lines).toEqual(['经查，金松投资集团少减免租金。', '第二段。末尾另加。'])
    expect(made).toEqual([true, true, true])
  })

  it('[D-53] divided, joined, new and removed paragraphs, points of a list and cells', () => {
    const text = written('第一段前半后半。', '第二段。', '第三段。', '末段。')
    const divided = drafted(text, (tr, doc) => tr.split(posOf(doc, '后半')))
    expect(divided.compare().changes).toMatchObject([{ before: '半', text: '半\n' }])
    expect(accepted(text, divided).lines).toEqual(['第一段前半', '后半。', '第二段。', '第三段。', '末段。'])
    const removed = drafted(text, (tr, doc) => tr.delete(posOf(doc, '第二段') - 1, posOf(doc, '第三段') - 1))
    expect(accepted(text, removed).lines).toEqual(['第一段前半', '后半。', '第三段。', '末段。'])
    const joined = drafted(text, (tr, doc) => tr.join(posOf(doc, '后半') - 1))
    expect(accepted(text, joined).lines).toEqual(['第一段前半后半。', '第三段。', '末段。'])
    const added = drafted(text, (tr, doc) =>
      tr.insert(posOf(doc, '第三段') - 1, [
        schema.node('paragraph', null, [schema.text('新一。')]),
        schema.node('paragraph', null, [schema.text('新二。')]),
      ]),
    )
    expect(accepted(text, added).lines).toEqual([
      '第一段前半后半。',
      '新一。',
      '新二。',
      '第三段。',
      '末段。',
    ])
    const over = drafted(text, (tr, doc) => tr.delete(posOf(doc, '后半'), posOf(doc, '二。')))
    expect(accepted(text, over).lines).toEqual(['第一段前半二。', '第三段。', '末段。'])
  })

  it('[D-53] a point of a list is divided into points, an emptied one goes, a cell stays', () => {
    const text = new Y.Doc()
    const paragraph = (words: string) => schema.node('paragraph', null, words ? [schema.text(words)] : [])
    edit(text, (tr, doc) =>
      tr.replaceWith(0, doc.content.size, [
        schema.node('bulletList', null, [
          schema.node('listItem', null, [paragraph('甲事项乙事项')]),
          schema.node('listItem', null, [paragraph('丙事项')]),
        ]),
        schema.node('table', null, [
          schema.node('tableRow', null, [
            schema.node('tableCell', null, [paragraph('单元')]),
            schema.node('tableCell', null, [paragraph('')]),
          ]),
        ]),
        paragraph('末段'),
      ]),
    )
    const draft = drafted(text, (tr, doc) => {
      tr.delete(posOf(doc, '单元'), posOf(doc, '单元') + 2)
      tr.delete(posOf(doc, '丙事项'), posOf(doc, '丙事项') + 3)
      tr.split(posOf(doc, '乙事项'), 2)
    })
    const { homeless } = accepted(text, draft)
    expect(homeless).toBe(0)
    const list = nodeOf(text).doc.child(0)
    expect(list.children.map((item) => item.textContent)).toEqual(['甲事项', '乙事项'])
    expect(nodeOf(text).doc.child(1).child(0).childCount).toBe(2)
    const lost = drafted(text, (tr, doc) => {
      // Into the second, empty cell: nothing there can hold it.
      const cell = posOf(doc, '末段') - 5
      tr.insert(cell, schema.text('无处'))
    })
    expect(lost.compare()).toMatchObject({ changes: [], homeless: 1 })
  })

  it('[D-53] a reference among the words stays where it is; to change it cannot be proposed', () => {
    const text = new Y.Doc()
    const reference = () => schema.node('evidenceRef', { evidenceId: 'e1' })
    edit(text, (tr, doc) =>
      tr.replaceWith(0, doc.content.size, [
        schema.node('paragraph', null, [schema.text('前半中间'), reference(), schema.text('后半结尾')]),
        schema.node('paragraph', null, [reference()]),
      ]),
    )
    const draft = drafted(text, (tr, doc) => {
      tr.insert(posOf(doc, '结尾'), schema.text('新的'))
      tr.split(posOf(doc, '中间'))
    })
    expect(accepted(text, draft)).toMatchObject({ homeless: 0, made: [true, true] })
    const shown = nodeOf(text).doc.children.map(({ children }) =>
      children.map((one) => one.text ?? one.type.name),
    )
    expect(shown).toEqual([['前半'], ['中间', 'evidenceRef', '后半新的结尾'], ['evidenceRef']])
    const lost = drafted(text, (tr, doc) => {
      tr.insert(doc.content.size - 1, schema.text('其后'))
      tr.delete(posOf(doc, '中间') + 1, posOf(doc, '后半') + 1)
    })
    expect(lost.compare()).toMatchObject({ changes: [], homeless: 2 })
  })

  it('[D-57] takes in what others write meanwhile, and proposes none of it', () => {
    const text = written('甲方垫付三万元，乙方未支付。')
    const draft = drafted(text, (tr, doc) => tr.insert(posOf(doc, '未支付'), schema.text('至今')))
    edit(text, (tr, doc) => tr.insert(posOf(doc, '甲方'), schema.text('经核实，')))
    edit(text, (tr, doc) => tr.replaceWith(posOf(doc, '三万'), posOf(doc, '三万') + 1, schema.text('四')))
    expect(draft.compare().changes).toMatchObject([{ before: '方', text: '方至今' }])
    expect(accepted(text, draft).lines).toEqual(['经核实，甲方垫付四万元，乙方至今未支付。'])
  })

  it('[D-57] while an input method composes nothing comes in; afterwards all of it', () => {
    const text = written('正文')
    const draft = drafted(text, (tr, doc) => tr.insert(posOf(doc, '文'), schema.text('式')))
    draft.hold()
    edit(text, (tr, doc) => tr.insert(posOf(doc, '文') + 1, schema.text('在此')))
    expect(linesOf(draft.doc)).toEqual(['正式文'])
    draft.release()
    expect(linesOf(draft.doc)).toEqual(['正式文在此'])
  })

  it('[D-53] letters of two code units are never divided', () => {
    const text = written('前𠀀😀后')
    const draft = drafted(text, (tr, doc) => {
      const at = posOf(doc, '😀')
      tr.replaceWith(at, at + 2, schema.text('😁'))
      tr.insert(tr.mapping.map(posOf(doc, '𠀀')) + 2, schema.text('补'))
    })
    expect(accepted(text, draft).lines).toEqual(['前𠀀补😁后'])
  })

  it(
    '[D-53] 60 drafts of random edits, with others writing elsewhere: accepted, the text is what the draft was',
    { timeout: 30_000 },
    () => {
      const seed = seedOfRun()
      const next = seeded(seed)
      const below = (most: number) => Math.floor(next() * most)
      for (let round = 0; round < 60; round += 1) {
        const text = written(...Array.from({ length: 6 }, (_, at) => `第${String(at)}段开头其后若干文字。`))
        const draft = new Draft()
        draft.follow(text)
        for (let turn = 0; turn < 8; turn += 1)
          edit(draft.doc, (tr, doc) => {
            const pos = 1 + below(doc.content.size - 2)
            if (!doc.resolve(pos).parent.isTextblock) return
            const dice = next()
            if (dice < 0.45) tr.insert(pos, schema.text(['字', '词语', '一句话。'][below(3)] ?? ''))
            else if (dice < 0.65) tr.split(pos)
            else {
              const to = Math.min(pos + 1 + below(dice < 0.8 ? 4 : 24), doc.content.size - 1)
              if (doc.resolve(to).parent.isTextblock) tr.delete(pos, to)
            }
          })
        // Somebody else, in the last paragraph, which drafts may have joined to another.
        edit(text, (tr, doc) => tr.insert(doc.content.size - 1, schema.text('旁人')))
        const wanted = linesOf(draft.doc).filter((line) => line !== '')
        const { lines, homeless, made } = accepted(text, draft)
        expect(homeless, `SEED=${String(seed)}`).toBe(0)
        expect(made.every(Boolean), `SEED=${String(seed)}`).toBe(true)
        expect(
          lines.filter((line) => line !== ''),
          `SEED=${String(seed)}`,
        ).toEqual(wanted)
      }
    },
  )
})
