import { TextSelection } from '@tiptap/pm/state'
import { undo, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'
import { Desk, desks, p, schema, two } from '../support/editor-desk.ts'

describe('what others change in a text', () => {
  it('[D-90] replaces what they changed, and every other block stays the same node', () => {
    const [a, b] = two(Array.from({ length: 100 }, (_, at) => p(`第${String(at)}段的文字`)))
    const before = b.state.doc
    const at = 50 * before.child(0).nodeSize
    b.taken.length = 0
    a.edit((tr) => tr.insertText('添', at))
    expect(b.words).toBe(a.words)
    const changed: number[][] = []
    for (const map of b.taken.flatMap(({ steps }) => steps.map((step) => step.getMap())))
      map.forEach((from, to, newFrom, newTo) => changed.push([from, to, newFrom, newTo]))
    expect(changed).toHaveLength(1)
    const [[from = 0, to = 0, newFrom = 0, newTo = 0] = []] = changed
    expect([to - from, newTo - newFrom]).toEqual([before.child(49).nodeSize, before.child(49).nodeSize + 1])
    let same = 0
    before.forEach((node, _, index) => (same += node === b.state.doc.child(index) ? 1 : 0))
    expect(same).toBe(99)
  })

  it('[D-90] leaves the cursor between its letters, wherever blocks come, go and divide', () => {
    const [a, b] = two([p('甲乙丙丁'), p('戊己庚辛')])
    b.cursor(9)
    expect(b.shown).toBe('甲乙丙丁|戊己^庚辛')
    a.edit((tr) => tr.insertText('前', 1))
    expect(b.shown).toBe('前甲乙丙丁|戊己^庚辛')
    a.edit((tr) => tr.insert(0, p('新段')))
    expect(b.shown).toBe('新段|前甲乙丙丁|戊己^庚辛')
    a.edit((tr) => tr.delete(0, 4))
    a.edit((tr) => tr.split(3))
    expect(b.shown).toBe('前甲|乙丙丁|戊己^庚辛')
    a.edit((tr) => tr.insertText('旁', tr.doc.content.size - 3))
    expect(b.shown).toBe('前甲|乙丙丁|戊己^旁庚辛')
  })

  it('[D-90] leaves two people who begin a paragraph at the same moment each in his own', () => {
    const [a, b] = two([p('甲乙')])
    a.isOnline = false
    for (const desk of [a, b]) {
      desk.edit((tr) => tr.insert(4, p('')))
      desk.cursor(5)
    }
    a.come()
    a.edit((tr) => tr.insertText('王写'))
    b.edit((tr) => tr.insertText('李写'))
    expect(a.words).toBe(b.words)
    expect([...a.words.split('|')].sort()).toEqual(['甲乙', '李写', '王写'].sort())
  })

  it(
    '[D-90] leaves three people who begin paragraphs over a slow line each in his own, whenever what arrives',
    { timeout: 30_000 },
    () => {
      const words = ['甲乙丙丁', '一二三四', '子丑寅卯']
      const seed = seedOfRun()
      const next = seeded(seed)
      for (let course = 0; course < 15; course += 1) {
        const all = desks(3)
        const [first] = all
        first?.edit((tr) => tr.replaceWith(0, tr.doc.content.size, [p('标题'), p('正文')]))
        for (const desk of all) desk.delay()
        for (let round = 1; round <= 3; round += 1) {
          for (const desk of all) desk.cursor(desk.state.doc.content.size - 1)
          const left = words.map((one) => ['', ...one])
          while (left.some((keys) => keys.length > 0)) {
            const who = Math.floor(next() * 3)
            const desk = all[who]
            if (next() < 0.5) desk?.arrive(1 + Math.floor(next() * 3))
            else {
              const key = left[who]?.shift()
              if (key === '') desk?.edit((tr) => tr.split(tr.selection.head))
              else if (key !== undefined) desk?.edit((tr) => tr.insertText(key))
            }
          }
          for (const desk of all) desk.arrive()
          for (const desk of all)
            expect(
              words.map((one) => desk.words.split('|').filter((block) => block === one).length),
              `SEED=${String(seed)} ${desk.words}`,
            ).toEqual([round, round, round])
        }
      }
    },
  )

  it('[D-90] what is undone is one’s own, and what others wrote stays', () => {
    const [a, b] = two([p('甲乙')])
    b.cursor(3)
    b.edit((tr) => tr.insertText('己写'))
    a.edit((tr) => tr.insertText('他写', 1))
    undo(b.state)
    expect(b.words).toBe('他写甲乙')
    expect(a.words).toBe('他写甲乙')
  })

  it(
    '[D-90] 300 edits of four people with disconnections: text and shared text are one, and one letter replaces hardly more than one block',
    { timeout: 60_000 },
    () => {
      const seed = seedOfRun()
      const next = seeded(seed)
      const upTo = (most: number) => Math.floor(next() * (most + 1))
      const all = desks(4)
      const [first] = all
      if (!first) throw new Error('desks')
      const cell = (name: string) => schema.node(name, null, [p('格')])
      const row = (name: string) => schema.node('tableRow', null, [cell(name), cell(name)])
      const table = schema.node('table', null, [row('tableHeader'), row('tableCell'), row('tableCell')])
      const list = schema.node('bulletList', null, [
        schema.node('listItem', null, [p('一项')]),
        schema.node('listItem', null, [p('两项')]),
      ])
      // Of somebody who is gone: nobody undoes it.
      const author = new Desk([])
      author.doc.clientID = 99
      author.edit((tr) =>
        tr.replaceWith(0, tr.doc.content.size, [
          ...Array.from({ length: 20 }, (_, at) => p(`第${String(at)}段`)),
          table,
          list,
        ]),
      )
      for (const desk of all) desk.take(Y.encodeStateAsUpdate(author.doc))
      const look = (desk: Desk) =>
        expect(desk.state.doc.toJSON(), `SEED=${String(seed)}`).toEqual(
          yXmlFragmentToProseMirrorRootNode(desk.type, schema).toJSON(),
        )
      let letters = 0
      for (let turn = 0; turn < 300; turn += 1) {
        const desk = all[upTo(all.length - 1)] ?? first
        const { doc } = desk.state
        const at = doc.resolve(upTo(doc.content.size))
        const dice = next()
        for (const one of all) one.taken.length = 0
        const isLetter = dice >= 0.12 && dice < 0.5 && at.parent.isTextblock
        if (dice < 0.06) {
          if (desk.isOnline) desk.isOnline = false
          else desk.come()
        } else if (dice < 0.12) {
          const from = doc.resolve(upTo(doc.content.size))
          desk.edit((tr) => tr.setSelection(TextSelection.between(from, at)))
        } else if (isLetter) desk.edit((tr) => tr.insertText('字', at.pos))
        else if (dice < 0.6 && at.parent.isTextblock && at.depth === 1) desk.edit((tr) => tr.split(at.pos))
        else if (dice < 0.65 && at.parent.isTextblock) {
          const to = Math.min(at.end(), at.pos + 3)
          if (to > at.pos) desk.edit((tr) => tr.delete(at.pos, to))
        } else if (dice < 0.7 && at.parent.isTextblock && at.parent.content.size > 2) {
          const bold = schema.marks['bold']
          if (bold) desk.edit((tr) => tr.addMark(at.start(), at.end(), bold.create()))
        } else if (dice < 0.75 && at.depth === 1)
          desk.edit((tr) =>
            tr.setBlockType(at.pos, at.pos, schema.nodes['heading'] ?? schema.topNodeType, { level: 2 }),
          )
        else if (dice < 0.8 && at.depth >= 1) {
          // A block is moved to the beginning.
          const [start, end] = [at.before(1), at.after(1)]
          const moved = doc.slice(start, end)
          desk.edit((tr) => tr.delete(start, end).insert(0, moved.content))
        } else if (dice < 0.84 && at.depth >= 1 && doc.childCount > 12)
          desk.edit((tr) => tr.delete(at.before(1), at.after(1)))
        else if (dice < 0.87) desk.edit((tr) => tr.insert(0, next() < 0.5 ? table : list))
        else if (dice < 0.92) undo(desk.state)
        for (const one of all) {
          if (turn % 10 === 0) look(one)
          // One letter by one person: nothing else of the text is touched at the others'.
          if (!isLetter) continue
          for (const { before: was, doc: is } of one.taken) {
            letters += 1
            let other = 0
            was.forEach((node, _, index) => (other += node === is.maybeChild(index) ? 0 : 1))
            // Besides it now and then one whose node was a copy.
            expect(other, `SEED=${String(seed)}`).toBeLessThan(5)
          }
        }
      }
      for (const desk of all) if (!desk.isOnline) desk.come()
      for (const desk of all) {
        look(desk)
        expect(desk.state.doc.toJSON(), `SEED=${String(seed)}`).toEqual(first.state.doc.toJSON())
      }
      expect(letters).toBeGreaterThan(5)
    },
  )
})
