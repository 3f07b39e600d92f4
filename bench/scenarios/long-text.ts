import * as Y from 'yjs'
import { TEXT_FIELD } from '#protocol/text-field.ts'

const EDITS_A_PARAGRAPH = 500
const EDITS_A_SITTING = 2_000
const WORDS = ['and', 'it', 'was', 'so', 'ok', 'rent', 'x', 'relief']

/** The same sequence for the same seed (a linear congruential generator): every server gets the same text. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

export interface LongText {
  readonly doc: Y.Doc
  /** One edit: a word put in somewhere, now and then one taken out. @returns the update */
  edit(): Uint8Array
}

/** Somebody who writes a long dossier over many days: paragraphs, words in their midst, corrections. */
export function longText(): LongText {
  const doc = new Y.Doc()
  const roll = dice(20_260_301)
  let update: Uint8Array = new Uint8Array()
  doc.on('update', (bytes: Uint8Array) => (update = bytes))
  let text = new Y.XmlText()
  let edits = 0
  return {
    doc,
    edit() {
      // Another day, another page: a client id of its own.
      if (edits % EDITS_A_SITTING === 0) doc.clientID = 1_000_000 + edits
      if (edits % EDITS_A_PARAGRAPH === 0) {
        text = new Y.XmlText()
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [text])
        doc.getXmlFragment(TEXT_FIELD).push([paragraph])
      } else if (text.length > 10 && roll(10) === 0) text.delete(roll(text.length - 3), 2)
      else text.insert(roll(text.length + 1), WORDS[roll(WORDS.length)] ?? '')
      edits++
      return update
    },
  }
}
