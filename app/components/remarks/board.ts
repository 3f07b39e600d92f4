import type { SeenRemark } from '#domain/remarks/view.ts'
import type { Anchor } from '#domain/remarks/types.ts'

/** Where a remark stands in the text now. */
export interface Place {
  readonly from: number
  readonly to: number
  /** 1 for the first paragraph, heading, list or table of the text. */
  readonly block: number
}

/** Where words went that this editor moved. */
export interface Rebound {
  readonly number: number
  readonly start: string
  readonly end: string
}

/** What the editor does for the list beside it. */
export interface TextSide {
  /** Shows the words and puts the cursor there. */
  goTo(number: number): void
  /** Of the selected words; null where none are selected. */
  anchorOfSelection(): Anchor | null
  /** Of a whole block, counted as in `Place`; null where it has no words. */
  anchorOfBlock(block: number): Anchor | null
  /** Beginnings of the blocks that have words. */
  blocks(): readonly { readonly block: number; readonly words: string }[]
  /** The list or the highlighted remark changed. */
  redraw(): void
}

export interface BoardSnapshot {
  /** Of every remark whose words are there. */
  readonly places: ReadonlyMap<number, Place>
  /** False until the editor has looked: nothing is called detached before. */
  readonly looked: boolean
  readonly hasSelection: boolean
  readonly active: number | null
  /** A new remark is being written, on these words, or without any. */
  readonly composing: { readonly selected: Anchor | null } | null
  /** Where there is no room beside the text: the list lies over it. */
  readonly opened: boolean
  /** Asked for from the text or by an address: the card of the active remark, to be read. */
  readonly wantsCard: boolean
}

function areAlike(before: ReadonlyMap<number, Place>, now: ReadonlyMap<number, Place>): boolean {
  if (before.size !== now.size) return false
  const others = before.entries()
  for (const [number, { block }] of now) {
    const [other, place] = others.next().value ?? []
    if (other !== number || place?.block !== block) return false
  }
  return true
}

/**
 * Between the editor and the list of remarks: each tells it what the other needs. Knows neither Yjs nor ProseMirror, so
 * the page has it before the editor is loaded.
 */
export class RemarkBoard {
  remarks: ReadonlyMap<number, SeenRemark> = new Map()
  text: TextSide | null = null
  /** Whose a suggestion is and of when, said where it stands in the text. */
  say: (remark: SeenRemark) => string = () => ''
  private sendRebound: (places: readonly Rebound[]) => void = () => undefined

  private known: BoardSnapshot = {
    places: new Map(),
    looked: false,
    hasSelection: false,
    active: null,
    composing: null,
    opened: false,
    wantsCard: false,
  }
  private readonly watchers = new Set<() => void>()

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly snapshot = (): BoardSnapshot => this.known

  setRemarks(remarks: ReadonlyMap<number, SeenRemark>, say: (remark: SeenRemark) => string): void {
    this.say = say
    if (remarks === this.remarks) return
    this.remarks = remarks
    this.text?.redraw()
  }

  /** In the order of the text. The list beside it is drawn anew only where order or paragraphs have changed. */
  setPlaces(places: ReadonlyMap<number, Place>): void {
    if (this.known.looked && areAlike(this.known.places, places)) return
    this.set({ places, looked: true })
  }

  setSelection(hasSelection: boolean): void {
    if (hasSelection !== this.known.hasSelection) this.set({ hasSelection })
  }

  activate(active: number | null): void {
    if (active === this.known.active) return
    this.set({ active })
    this.text?.redraw()
  }

  /** Leads to the card of a remark, from the text or from an address. */
  showCard(active: number | null): void {
    if (active === null) return
    this.activate(active)
    this.set({ wantsCard: true, opened: true })
  }

  cardShown(): void {
    if (this.known.wantsCard) this.set({ wantsCard: false })
  }

  /** Begins a remark, on what is selected in the text if nothing else is said, or ends it. */
  compose(isWanted: boolean, selected = this.text?.anchorOfSelection() ?? null): void {
    if (!isWanted) this.set({ composing: null })
    else this.set({ composing: { selected }, opened: true })
  }

  open(opened: boolean): void {
    this.set({ opened })
  }

  onRebound(send: (places: readonly Rebound[]) => void): void {
    this.sendRebound = send
  }

  rebound(places: readonly Rebound[]): void {
    this.sendRebound(places)
  }

  /** The editor is gone; another may have come before. */
  forgetText(text: TextSide): void {
    if (this.text !== text) return
    this.text = null
    this.set({ places: new Map(), looked: false, hasSelection: false })
  }

  private set(changed: Partial<BoardSnapshot>): void {
    this.known = { ...this.known, ...changed }
    for (const watcher of [...this.watchers]) watcher()
  }
}
