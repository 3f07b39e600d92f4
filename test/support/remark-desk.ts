import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Rebound } from '#app/components/remarks/board.ts'
import { anchorOf, lettersOf, runsOf, type Binding, type Range } from '#app/components/remarks/anchors.ts'
import {
  changedRange,
  difference,
  isWithinOneBlock,
  wholeBlocks,
} from '#app/components/remarks/difference.ts'
import { lookUp } from '#app/components/remarks/look-up.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import { documentExtensions } from '#protocol/text-schema.ts'

export const schema = getSchema(documentExtensions)

/** Remarks as the server holds them, the same for all. */
export class SharedRemarks {
  readonly anchors = new Map<number, Anchor>()
  private readonly makers = new Map<number, Set<RemarkDesk>>()
  private readonly apart = new Set<number>()

  /** A block with these words was divided or made another. */
  made(number: number, by: RemarkDesk): void {
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
export class RemarkDesk {
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
    private readonly shared: SharedRemarks,
    private readonly others: () => readonly RemarkDesk[],
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
