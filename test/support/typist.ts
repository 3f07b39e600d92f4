import * as Y from 'yjs'
import { paragraph } from '../realtime/support/raw-socket.ts'
import type { MemberSocket } from './member-socket.ts'
import { wordsOf } from './page.ts'

const PAUSE_MS = 5

/** Somebody who writes in a text; after a kill he comes back with what he had, as our page does. */
export class Typist {
  /** What the server said it has, and all that was sent. */
  readonly acknowledged: string[] = []
  readonly typed: string[] = []
  private readonly doc = new Y.Doc()

  constructor(
    readonly name: string,
    private readonly text: string,
  ) {}

  /** Paragraph after paragraph until the line is cut; rejects then. */
  async write(line: MemberSocket, round: number): Promise<void> {
    const opened = await line.openDocument(this.text, this.doc)
    Y.applyUpdate(this.doc, new Uint8Array(opened.update))
    const lacking = Y.encodeStateAsUpdate(this.doc, new Uint8Array(opened.stateVector))
    await line.must('document/update', { id: opened.id, update: lacking })
    this.acknowledged.splice(0, Infinity, ...this.typed)
    for (let count = 0; ; count += 1) {
      const words = `${this.name}-${round}-${count}`
      const update = paragraph(words, this.doc)
      this.typed.push(words)
      await line.must('document/update', { id: opened.id, update })
      this.acknowledged.push(words)
      await new Promise((done) => setTimeout(done, PAUSE_MS))
    }
  }

  /** What of the acknowledged a text lacks, and what of the typed it has more than once. */
  async compare(line: MemberSocket): Promise<{ readonly lost: string[]; readonly twice: string[] }> {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array((await line.openDocument(this.text, doc)).update))
    const found = wordsOf(doc).split('|')
    return {
      lost: this.acknowledged.filter((words) => !found.includes(words)),
      twice: this.typed.filter((words) => found.filter((one) => one === words).length > 1),
    }
  }
}
