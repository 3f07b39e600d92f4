import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import type { Link, Opened } from '../wire/link.ts'
import { nowMicros, stamp } from '../wire/stamp.ts'

/** Somebody who types: a paragraph of his own, each update a stamp at its end, perhaps a cursor behind it. */
export class Writer {
  readonly doc = new Y.Doc()
  sent = 0
  private readonly text = new Y.XmlText()
  private update: Uint8Array | null = null
  private presenceClock = 0

  constructor(
    private readonly number: number,
    private readonly link: Link,
    private readonly channel: number,
  ) {
    this.doc.on('update', (update: Uint8Array) => (this.update = update))
  }

  /** The empty paragraph, which the others must have before the first word. */
  begin(): void {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [this.text])
    this.doc.getXmlFragment(TEXT_FIELD).push([paragraph])
    this.send()
  }

  /** @param at microseconds; what the stamp says, so that those of the warm-up can be told apart */
  type(at = nowMicros()): void {
    this.text.insert(this.text.length, stamp(this.number, at))
    this.send()
    this.sent++
  }

  moveCursor(): void {
    const place = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(this.text, this.text.length),
    ) as object
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, this.doc.clientID)
    encoding.writeVarUint(encoder, ++this.presenceClock)
    const user = { name: `person ${this.number}`, color: '#335577' }
    encoding.writeVarString(encoder, JSON.stringify({ user, cursor: { anchor: place, head: place } }))
    this.link.present(this.channel, encoding.toUint8Array(encoder))
  }

  private send(): void {
    if (this.update) this.link.write(this.channel, this.update)
    this.update = null
  }
}

/** What everybody's copy must be in the end. */
export function expectedText(writers: readonly Writer[]): string {
  const all = new Y.Doc()
  for (const { doc } of writers) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  return textOf(all)
}

/** The copy of somebody who came late. */
export function copyOf({ update, rest = [] }: Opened): Y.Doc {
  const copy = new Y.Doc()
  copy.transact(() => {
    for (const piece of [update, ...rest]) Y.applyUpdate(copy, piece)
  })
  return copy
}

export function textOf(doc: Y.Doc): string {
  return doc.getXmlFragment(TEXT_FIELD).toJSON()
}
