import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Rebound } from '#app/components/remarks/board.ts'
import { anchorOf, lettersOf, runsOf, type Binding, type Range } from '#app/components/remarks/anchors.ts'
import {
  changedRange,
  difference,
  isWithinOneBlock,
  wholeBlocks,
} from '#app/components/remarks/difference.ts'
import { findWords } from '#app/components/remarks/find-words.ts'
import { lookUp } from '#app/components/remarks/look-up.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import { documentExtensions } from '#protocol/text-schema.ts'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'

const schema = getSchema(documentExtensions)

/** Remarks as the server holds them, the same for all. */
class Shared {
  readonly anchors = new Map<number, Anchor>()
  private readonly makers = new Map<number, Set<Desk>>()
  private readonly apart = new Set<number>()

  /** A block with these words was divided or made another. */
  made(number: number, by: Desk): void {
    const makers = this.makers.get(number) ?? new Set()
    this.makers.set(number, makers.add(by))
    if (!by.isOnline) this.apart.add(number)
  }

  /** Two people did that while apart: y-tiptap keeps both of what they made, and letters of neither may be left. */
  isUncertain(number: number): boolean {
    return this.apart.has(number) && (this.makers.get(number)?.size ?? 0) > 1
  }
}

/** One person's editor without its window: text, shared text, and the places of remarks mapped through each change. */
class Desk {
  readonly doc = new Y.Doc()
  text: Node
  private mapping: Binding['mapping']
  private known = new Map<number, Range>()
  private touched = new Set<number>()
  private own = new Set<number>()
  private readonly unsent: Uint8Array[] = []
  private readonly untold: Rebound[] = []
  isOnline = true

  constructor(
    private readonly shared: Shared,
    private readonly others: () => readonly Desk[],
    clientId: number,
  ) {
    this.doc.clientID = clientId
    const { doc, mapping } = this.read()
    this.text = doc
    this.mapping = mapping
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return
      this.unsent.push(update)
      this.send()
    })
  }

  get binding(): Binding {
    return { doc: this.doc, type: this.doc.getXmlFragment('default'), mapping: this.mapping }
  }

  private read() {
    const { doc, mapping } = initProseMirrorDoc(this.doc.getXmlFragment('default'), schema) as {
      doc: Node
      mapping: Binding['mapping']
    }
    return { doc, mapping }
  }

  private map(before: Node, after: Node, isOwn: boolean, through?: Transform): void {
    const change = difference(before, after)
    if (!change) return
    const changed = changedRange(change)
    const isMade = isOwn && !isWithinOneBlock(before, after, change)
    const { from, to } = isMade ? wholeBlocks(before, changed) : changed
    for (const [number, range] of this.known) {
      if (range.from <= to && range.to >= from) {
        this.touched.add(number)
        if (isMade) {
          this.own.add(number)
          this.shared.made(number, this)
        }
      }
      const map = through?.mapping ?? change
      const moved = { from: map.map(range.from, 1), to: map.map(range.to, -1) }
      if (moved.from < moved.to) this.known.set(number, moved)
      else this.known.delete(number)
    }
  }

  edit(change: (transform: Transform) => void): void {
    const transform = new Transform(this.text)
    change(transform)
    if (!transform.docChanged) return
    this.map(this.text, transform.doc, true, transform)
    this.text = transform.doc
    this.doc.transact(() => {
      updateYFragment(this.doc, this.doc.getXmlFragment('default'), this.text, {
        mapping: this.mapping as never,
        isOMark: new Map(),
      })
    })
    if (this.own.size > 0) this.settle()
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'remote')
    const before = this.text
    const { doc, mapping } = this.read()
    this.text = doc
    this.mapping = mapping
    this.map(before, doc, false)
  }

  private send(): void {
    if (!this.isOnline) return
    for (const update of this.unsent.splice(0))
      for (const other of this.others()) if (other !== this && other.isOnline) other.take(update)
  }

  come(): void {
    this.isOnline = true
    for (const other of this.others()) {
      if (other === this || !other.isOnline) continue
      this.take(Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)))
      other.take(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(other.doc)))
    }
    this.unsent.length = 0
    this.settle(true)
  }

  remark(number: number, words: string): void {
    const place = this.whereIs(words)
    const anchor = place && anchorOf(this.text, place, this.binding, runsOf(this.binding))
    if (!anchor) throw new Error(`no words for ${words}`)
    this.shared.anchors.set(number, anchor)
  }

  /** `all` as after a pause of ten seconds. */
  settle(all = false): ReadonlyMap<number, Range> {
    const { binding, known, own, text: doc } = this
    const touched = all ? null : this.touched
    const { found, moved } = lookUp({ doc, binding, anchors: this.shared.anchors, known, touched, own })
    this.known = new Map(found)
    this.touched = new Set()
    this.own = new Set()
    this.untold.push(...moved)
    if (this.isOnline)
      for (const { number, start, end } of this.untold.splice(0)) {
        const anchor = this.shared.anchors.get(number)
        if (anchor) this.shared.anchors.set(number, { ...anchor, start, end })
      }
    return found
  }

  whereIs(words: string): Range | null {
    const { text, starts } = lettersOf(this.text)
    const at = text.indexOf(words)
    const start = starts.findLast((candidate) => candidate.at <= at)
    if (at === -1 || !start) return null
    const from = start.pos + at - start.at
    return { from, to: from + words.length }
  }
}

function three() {
  const shared = new Shared()
  const desks: Desk[] = []
  const open = (id: number) => new Desk(shared, () => desks, id)
  for (const id of [1, 2, 3]) desks.push(open(id))
  const [a, b, c] = desks
  if (!a || !b || !c) throw new Error('three desks')
  const write = (paragraphs: readonly string[]) =>
    a.edit((transform) => {
      const blocks = paragraphs.map((words) =>
        schema.node('paragraph', null, words ? [schema.text(words)] : []),
      )
      transform.replaceWith(0, transform.doc.content.size, blocks)
    })
  const words = (desk: Desk, number: number) => {
    const range = desk.settle().get(number)
    return range ? desk.text.textBetween(range.from, range.to, '\n') : null
  }
  return { shared, desks, open, a, b, c, write, words }
}

describe('a remark on words', () => {
  it('[D-46] keeps them while everybody writes around and inside them', () => {
    const { a, b, c, write, words } = three()
    write(['首字在此，邓某对政策把握不准，未谋取私利。'])
    a.remark(1, '首字在此')
    a.remark(2, '把握不准')
    for (const desk of [a, b, c]) desk.settle()
    b.edit((tr) => tr.insert(1, schema.text('经核实，')))
    c.edit((tr) => tr.insert((c.whereIs('把握不准')?.from ?? 0) + 2, schema.text('一时')))
    c.edit((tr) => tr.insert(c.whereIs('把握一时不准')?.to ?? 0, schema.text('（见附件）')))
    for (const desk of [a, b, c]) {
      expect(words(desk, 1)).toBe('首字在此')
      expect(words(desk, 2)).toBe('把握一时不准')
    }
  })

  it('[D-46] keeps them when their paragraph is divided, joined or made a heading, by whomever', () => {
    const { a, b, c, write, words } = three()
    write(['前文甲乙丙丁，邓某对政策把握不准，未谋取私利。', '第二段'])
    a.remark(1, '把握不准')
    for (const desk of [a, b, c]) desk.settle()
    b.edit((tr) => tr.split(b.whereIs('邓某')?.from ?? 0))
    // Others find them by the words before b has told where they went.
    expect(words(c, 1)).toBe('把握不准')
    expect(words(b, 1)).toBe('把握不准')
    // And from then on also where the words change.
    c.edit((tr) => tr.insert((c.whereIs('把握不准')?.from ?? 0) + 2, schema.text('一时')))
    for (const desk of [a, b, c]) expect(words(desk, 1)).toBe('把握一时不准')
    c.edit((tr) => {
      const { from, to } = c.whereIs('把握一时不准') ?? { from: 0, to: 0 }
      tr.setBlockType(from, to, schema.nodes['heading'] ?? null!, { level: 2 })
    })
    expect(words(c, 1)).toBe('把握一时不准')
    for (const desk of [a, b]) expect(words(desk, 1)).toBe('把握一时不准')
    a.edit((tr) => tr.join((a.whereIs('邓某')?.from ?? 0) - 1))
    for (const desk of [a, b, c]) expect(words(desk, 1)).toBe('把握一时不准')
  })

  it('[D-46] is detached where they are deleted, whatever stands elsewhere in the same words', () => {
    const { a, b, c, write, words } = three()
    write(['甲公司少减免租金三万元。', '乙公司另有一处，同样少减免租金若干，已整改到位。'])
    a.remark(1, '少减免租金')
    for (const desk of [a, b, c]) desk.settle()
    b.edit((tr) => {
      const { from, to } = b.whereIs('少减免租金') ?? { from: 0, to: 0 }
      tr.delete(from, to)
    })
    for (const desk of [a, b, c]) expect(words(desk, 1)).toBeNull()
  })

  it('[D-46] finds words again only among the letters they stood in', () => {
    const sought = { words: '租金', before: '少减免', after: '三万元' }
    expect(findWords('甲少减免租金三万元', sought)).toBe(4)
    expect(findWords('另有租金一笔', sought)).toBeNull()
    expect(findWords('另有租金一笔，少减免租金三万元', sought)).toBe(10)
    expect(findWords('租金', { words: '租金', before: '', after: '' })).toBe(0)
    expect(findWords('租金', { words: '', before: '', after: '' })).toBeNull()
  })

  it(
    '[D-46] 400 edits of three people with disconnections: every copy is equal, no remark stands on other words',
    { timeout: 30_000 },
    () => {
      const seed = seedOfRun()
      const next = seeded(seed)
      const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T
      const { shared, desks, open, a, write, words } = three()
      const tokens = Array.from({ length: 30 }, (_, at) => `〔第${String(at + 1)}处〕`)
      write(tokens.map((token, at) => `第${String(at)}段开头${token}其后若干文字。`))
      tokens.forEach((token, at) => a.remark(at + 1, token))
      for (const desk of desks) desk.settle()
      const gone = new Set<number>()
      /** Two who divide one paragraph at once, apart from each other, double its letters: then no place is the right one. */
      const doubled = new Set<string>()
      const look = (desk: Desk) => {
        const { text } = lettersOf(desk.text)
        for (const token of tokens) if (text.split(token).length > 2) doubled.add(token)
      }
      for (let turn = 0; turn < 400; turn += 1) {
        const desk = pick(desks)
        const dice = next()
        const { text, starts } = lettersOf(desk.text)
        const run = pick(starts)
        // Beside the words, never inside of them: what becomes of those is said above.
        const offset = run.at + Math.floor(next() * 8)
        const inToken = /〔[^〕]*$/u.test(text.slice(0, offset)) && offset < text.length
        const pos = run.pos + offset - run.at
        const isInside = pos < desk.text.content.size && desk.text.resolve(pos).parent.isTextblock
        if (dice < 0.06) {
          if (desk.isOnline) desk.isOnline = false
          else desk.come()
        } else if (inToken || !isInside) continue
        else if (dice < 0.55) desk.edit((tr) => tr.insert(pos, schema.text(pick(['字', '词语', '一句话。']))))
        else if (dice < 0.7) desk.edit((tr) => tr.split(pos))
        else if (dice < 0.8) {
          const type = schema.nodes[pick(['heading', 'paragraph'])]
          if (type)
            desk.edit((tr) => tr.setBlockType(pos, pos, type, type.name === 'heading' ? { level: 2 } : null))
        } else if (dice < 0.84 && desk.isOnline) {
          const number = 1 + Math.floor(next() * tokens.length)
          const place = desk.whereIs(tokens[number - 1] ?? '')
          if (!place) continue
          gone.add(number)
          desk.edit((tr) => tr.delete(place.from, place.to))
        }
        if (next() < 0.5) desk.settle(next() < 0.1)
        for (const one of desks) look(one)
      }
      for (const desk of desks) if (!desk.isOnline) desk.come()
      for (let round = 0; round < 3; round += 1) for (const desk of desks) desk.settle()
      // Somebody who opens the text now knows only what Yjs and the server have.
      const late = open(4)
      desks.push(late)
      late.come()
      const [first] = desks
      let looked = 0
      let lost = 0
      for (const desk of desks)
        expect(desk.text.toJSON(), `SEED=${String(seed)}`).toEqual(first?.text.toJSON())
      for (const desk of desks)
        tokens.forEach((token, at) => {
          const stands = lettersOf(desk.text).text.split(token).length - 1
          const told = words(desk, at + 1)
          if (doubled.has(token) || shared.isUncertain(at + 1)) return
          looked += 1
          const where = `${token} SEED=${String(seed)}`
          if (stands === 1) {
            // Never on other words. That they were not found again although they stand is seldom, and is said so.
            expect([where, told === null ? token : told]).toEqual([where, token])
            if (told === null) lost += 1
          } else if (stands === 0)
            expect([where, told === null || !told.includes(token)]).toEqual([where, true])
        })
      expect(gone.size).toBeGreaterThan(0)
      expect(looked).toBeGreaterThan((desks.length * tokens.length) / 2)
      expect(lost, `SEED=${String(seed)}`).toBeLessThan(looked / 10)
    },
  )
})
