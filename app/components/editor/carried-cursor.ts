import type { Node } from '@tiptap/pm/model'

/** The blocks of a text that a change has made anew. */
export interface Changed {
  readonly doc: Node
  readonly from: number
  readonly to: number
}

export interface Carried {
  /** Behind the letters that the cursor stood behind. */
  readonly at: number
  /** What its owner typed before he knew of the change, and what stayed where he no longer is. */
  readonly left: { readonly from: number; readonly to: number } | null
}

/** The letter that Yjs has the cursor behind. */
export interface Letter {
  readonly isGone: boolean
  /** Typed here and not by anybody else. */
  readonly isOwn: boolean
}

/** The letters of blocks, a line for each, and where in the text each stands. */
function linesOf({ doc, from, to }: Changed) {
  const lines: { readonly at: number; readonly pos: number }[] = []
  let text = ''
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    lines.push({ at: text.length, pos: pos + 1 })
    text += `${node.textBetween(0, node.content.size, undefined, '\ufffc')}\n`
    return false
  })
  return {
    text,
    at(pos: number): number {
      const line = lines.findLast((one) => one.pos <= pos)
      return line ? line.at + pos - line.pos : 0
    },
    pos(at: number): number {
      const line = lines.findLast((one) => one.at <= at)
      return line ? line.pos + at - line.at : from
    },
  }
}

/**
 * Where a place between letters is once others have changed them; null where its own letters have changed.
 * @param isWhole only where every letter still stands, and in order
 */
function through(before: string, at: number, after: string, isWhole: boolean): number | null {
  const most = Math.min(before.length, after.length)
  let [first, last] = [0, 0]
  while (first < most && before[first] === after[first]) first++
  while (first + last < most && before.at(-1 - last) === after.at(-1 - last)) last++
  if (isWhole && first + last < before.length) return null
  if (at <= first) return at
  return before.length - at <= last ? after.length - (before.length - at) : null
}

/**
 * Where the cursor belongs after a change of others in its block. y-tiptap makes the second half of a divided paragraph
 * anew, and all of one that is joined or becomes a heading: Yjs then knows only where those letters were, and who types on
 * would write before what he has just written.
 * @param was the cursor before the change
 * @param now where Yjs has it: null, or behind a letter that is gone, where it does not know
 * @returns null where Yjs is right, or nobody knows better
 */
export function carried(
  before: Changed,
  after: Changed,
  was: number,
  now: number | null,
  { isGone, isOwn }: Letter,
): Carried | null {
  const [old, made] = [linesOf(before), linesOf(after)]
  const at = old.at(was)
  if (now === null || isGone) {
    const found = through(old.text, at, made.text, false)
    return found === null ? null : { at: made.pos(found), left: null }
  }
  if (!isOwn || through(old.text, at, made.text, true) !== null) return null
  const end = made.at(now)
  let typed = 0
  while (isLetter(old.text[at - typed - 1]) && old.text[at - typed - 1] === made.text[end - typed - 1])
    typed++
  // All that stood before the cursor in its line stands there still: only a letter that was made anew has left others behind.
  if (typed === 0 || !isLetter(old.text[at - typed - 1])) return null
  const others = (text: string, place: number) => text.slice(0, place - typed) + text.slice(place)
  // But for what was typed meanwhile, all letters stand in order: the cursor was behind that one, and is.
  const found = through(others(old.text, at), at - typed, others(made.text, end), true)
  if (found === null || found === end - typed) return null
  return {
    at: made.pos(found > end - typed ? found + typed : found),
    left: { from: now - typed, to: now },
  }
}

const isLetter = (letter: string | undefined) => letter !== undefined && letter !== '\n'
