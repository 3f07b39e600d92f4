import { Extension } from '@tiptap/core'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export interface SlashPlace {
  /** From the stroke to the cursor: goes when something is chosen. */
  readonly from: number
  readonly to: number
  /** What was typed behind the stroke. */
  readonly query: string
  /** Of the stroke, in the window. */
  readonly left: number
  readonly top: number
  readonly bottom: number
}

type Key = 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape'
const KEYS: readonly string[] = ['ArrowDown', 'ArrowUp', 'Enter', 'Escape'] satisfies readonly Key[]

/** What the editor says to the menu beside it. The focus stays in the text, so typing and composing go on there. */
export class SlashBoard {
  #place: SlashPlace | null = null
  readonly #listeners = new Set<() => void>()
  #onKey: (key: Key) => boolean = () => false
  close: () => void = () => undefined

  readonly place = (): SlashPlace | null => this.#place
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** The menu's answer to a key; true: it was for the menu. Gives the way to listen no more. */
  answerKeys(onKey: (key: Key) => boolean): () => void {
    this.#onKey = onKey
    return () => {
      this.#onKey = () => false
    }
  }
  press(key: Key): boolean {
    return this.#onKey(key)
  }
  set(place: SlashPlace | null): void {
    if (this.#place === place || (place && same(this.#place, place))) return
    this.#place = place
    for (const listener of this.#listeners) listener()
  }
}

const same = (one: SlashPlace | null, other: SlashPlace) =>
  one !== null && JSON.stringify(one) === JSON.stringify(other)

/** At the beginning of a block or behind a space, and only what was typed since. */
const STROKE = /(?:^|\s)([/／])([^\s/／]{0,12})$/

function strokeAt({ selection }: EditorState) {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.name === 'lossRow') return null
  const found = STROKE.exec($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'))
  if (!found) return null
  const query = found[2] ?? ''
  return { from: $from.pos - query.length - 1, to: $from.pos, query }
}

/**
 * A typed stroke opens the menu. Looked at in the text at every change and not kept as a position: a change of others replaces the
 * whole text. Only letters typed by themselves open it: what an input method composes is its own, and while it
 * composes no key is for the menu.
 */
export function slash(board: SlashBoard): Extension {
  return Extension.create({
    name: 'slash',
    // Before the keys of lists, tables and remarks: Enter and Escape are for the menu while it is open.
    priority: 1_000,
    addProseMirrorPlugins() {
      let armed = false
      const look = (view: EditorView) => {
        const stroke = armed ? strokeAt(view.state) : null
        if (!stroke) armed = false
        board.set(stroke && { ...stroke, ...placeOf(view, stroke.from) })
      }
      return [
        new Plugin({
          props: {
            handleTextInput(view, _from, _to, text) {
              if (!view.composing && (text === '/' || text === '／')) armed = true
              return false
            },
            handleKeyDown(view, event) {
              // 229: the key belongs to an input method, also where the browser does not say that it composes.
              if (!board.place() || view.composing || event.isComposing || event.keyCode === 229) return false
              return KEYS.includes(event.key) && board.press(event.key as Key)
            },
            handleDOMEvents: {
              blur(view) {
                armed = false
                look(view)
                return false
              },
            },
          },
          view(view) {
            board.close = () => {
              armed = false
              look(view)
            }
            return { update: look, destroy: () => board.set(null) }
          },
        }),
      ]
    },
  })
}

function placeOf(view: EditorView, at: number) {
  const { left, top, bottom } = view.coordsAtPos(at)
  return { left, top, bottom }
}
