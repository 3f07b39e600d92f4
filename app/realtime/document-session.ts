import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { DocumentMode, OpenedDocument } from '#protocol/messages.ts'
import { CompositionGuard } from './composition-guard.ts'
import type { Connection } from './connection.ts'
import { KeptEdits } from './kept-edits.ts'
import type { PendingEdits } from './pending-edits.ts'
import { SharedText } from './shared-text.ts'
import { Unsent } from './unsent.ts'

export type Saved = 'saved' | 'saving' | 'offline'

/** What the page shows of a live document. */
export interface DocumentSnapshot {
  readonly doc: Doc
  readonly awareness: Awareness
  /** Null until opened and while it may not be seen. */
  readonly mode: DocumentMode | null
  /** `saved` only when everything typed here is acknowledged, and the server acknowledges after its commit. */
  readonly saved: Saved
  readonly refusal: Refusal | null
  /** Words typed here that the server will not take any more (the text was submitted meanwhile): to be copied. */
  readonly unsentText: string | null
}

/** Refusals that pass by themselves. */
const PASSING: readonly string[] = ['record/unavailable', 'input/too-often', 'auth/required']
/** Refusals of an update after which the document is opened anew, to learn what the server has and allows. */
const REOPENING: readonly string[] = [
  'document/unknown',
  'document/access-changed',
  'document/read-only',
  'record/conflict',
]
/** Resendings of one edit before the page says that it cannot be sent. */
const MOST_RESENDINGS = 5
const PAUSE_MS = 1_000
/** Between two letters everything is saved for a moment: that is said where typing pauses, not twice a letter. */
const SAVED_AFTER_MS = 400
/** Cursor moves of one page are sent at most this often. */
const CURSOR_EVERY_MS = 40

/**
 * The browser's end of one live document: opens it, sends what is typed one frame at a time (what is typed
 * meanwhile goes together in the next), keeps it until it is acknowledged, and opens again after every
 * reconnect, when both ends tell each other what they lack.
 */
export class DocumentSession {
  private text: SharedText
  private readonly guard = new CompositionGuard()
  private readonly unsent = new Unsent()
  private readonly kept: KeptEdits
  private readonly watchers = new Set<() => void>()
  private readonly unsubscribe: () => void
  private id: number | null = null
  /** Counts openings: what belongs to an earlier one is ignored. */
  private opening = 0
  private inFlight = false
  private resendings = 0
  private mode: DocumentMode | null = null
  private refusal: Refusal | null = null
  private unsentText: string | null = null
  private cursorTimer: ReturnType<typeof setTimeout> | undefined
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private savedTimer: ReturnType<typeof setTimeout> | undefined
  private isDestroyed = false
  private current: DocumentSnapshot

  constructor(
    readonly name: string,
    private readonly connection: Connection,
    pending: PendingEdits,
  ) {
    this.text = this.newText()
    this.kept = new KeptEdits(pending, connection.personId, name)
    this.current = this.make()
    this.unsubscribe = connection.subscribe(() => this.connectionChanged())
    void this.kept.load().then(() => this.open())
  }

  snapshot = (): DocumentSnapshot => this.current

  subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  hold = (): void => this.guard.hold()
  release = (): void => this.guard.release()
  beforeOthers = (look: () => void): (() => void) => this.guard.beforeOthers(look)

  /** The person has copied the words, or does not want them. */
  discardUnsent = (): void => {
    this.unsentText = null
    this.kept.discard()
    this.changed()
  }

  get isSaved(): boolean {
    return this.unsent.isEmpty && !this.inFlight
  }

  get isRefused(): boolean {
    return this.mode === null && this.refusal !== null
  }

  /** Asks for the document; at the start, after every reconnect, and whenever the server sends us away. */
  open(): void {
    if (this.isDestroyed || !this.kept.isLoaded || !this.connection.isOnline) return
    clearTimeout(this.retryTimer)
    const opening = ++this.opening
    this.closeOpened()
    const { name, text } = this
    this.connection.ask('document/open', { name, stateVector: text.stateVector() }, (answer) => {
      if (opening !== this.opening || !answer) return
      if (answer.ok) this.opened(answer)
      else this.refused(answer.refusal)
    })
    this.changed()
  }

  takeUpdates(id: number, updates: readonly Uint8Array[]): void {
    const { text } = this
    if (id === this.id) this.guard.pass(() => text.take(...updates))
  }

  takePresence(id: number, frame: Uint8Array): void {
    const { text } = this
    // A cursor drawn beside a composition disturbs it as a text change does.
    if (id === this.id) this.guard.pass(() => text.takePresence(frame))
  }

  revoked(id: number, refusal: Refusal): void {
    if (id !== this.id) return
    this.id = null
    // Cut off at once; where only the mode changed the text may stay while we ask.
    if (refusal.refused !== 'document/access-changed') this.hide(refusal)
    this.open()
  }

  destroy(): void {
    this.isDestroyed = true
    this.unsubscribe()
    clearTimeout(this.cursorTimer)
    clearTimeout(this.retryTimer)
    clearTimeout(this.savedTimer)
    this.closeOpened()
    this.text.destroy()
  }

  private opened({ id, mode, update, stateVector }: OpenedDocument): void {
    this.id = id
    this.mode = mode
    this.refusal = null
    if (mode === 'read' && !this.unsent.isEmpty) {
      // The copy holds words that nobody else has and nobody will take: it must not pass for the text.
      this.hideOwnWords()
      return
    }
    const { text } = this
    const remote = new Uint8Array(update)
    this.guard.pass(() => text.take(remote))
    if (mode === 'write') this.sendWhatIsMissing(new Uint8Array(stateVector))
    else this.showSetAside()
    this.sayCursor()
    this.changed()
  }

  private sendWhatIsMissing(serverVector: Uint8Array): void {
    const earlier = this.kept.take()
    for (const update of earlier) this.text.take(update)
    this.unsent.addBefore(earlier)
    this.unsentText = null
    const missing = this.unsent.isEmpty ? this.text.missingAt(serverVector) : this.text.since(serverVector)
    if (!missing) return
    if (missing.byteLength > LIMITS.updateBytes) {
      this.flush()
      return
    }
    this.unsent.takeAll()
    this.post(missing)
  }

  private typed(update: Uint8Array): void {
    // What an editor tidies up for itself in a text that may only be read is nobody's edit.
    if (this.mode === 'read') return
    this.unsent.add(update)
    this.kept.keep(this.unsent.all)
    this.flush()
    this.changed()
  }

  private flush(): void {
    if (this.id === null || this.inFlight || this.mode !== 'write') return
    const update = this.unsent.take()
    if (update) this.post(update)
  }

  private post(update: Uint8Array): void {
    const { opening } = this
    this.inFlight = true
    this.connection.ask('document/update', { id: this.id, update }, (answer) => {
      if (opening !== this.opening) return
      this.inFlight = false
      if (answer?.ok) this.acknowledged()
      else {
        this.unsent.failed()
        if (answer) this.updateRefused(answer.refusal)
      }
      this.changed()
    })
  }

  private acknowledged(): void {
    this.resendings = 0
    this.refusal = null
    this.unsent.acknowledged()
    this.kept.acknowledged(this.unsent.all)
    this.flush()
  }

  private updateRefused(refusal: Refusal): void {
    this.resendings++
    const comesRight = PASSING.includes(refusal.refused) || REOPENING.includes(refusal.refused)
    if (!comesRight || this.resendings > MOST_RESENDINGS) this.refusal = refusal
    if (!comesRight) return
    this.later(() => (PASSING.includes(refusal.refused) ? this.flush() : this.open()))
  }

  private refused(refusal: Refusal): void {
    if (PASSING.includes(refusal.refused)) {
      this.refusal = refusal
      this.later(() => this.open())
    } else this.hide(refusal)
    this.changed()
  }

  /** The text may not be seen any more: the copy goes, what was typed stays kept. */
  private hide(refusal: Refusal): void {
    this.mode = null
    this.refusal = refusal
    this.kept.setAside(this.unsent.all)
    this.unsent.clear()
    this.replaceText()
    this.changed()
  }

  private hideOwnWords(): void {
    this.kept.setAside(this.unsent.all)
    this.unsent.clear()
    this.replaceText()
    this.open()
  }

  /** Readable only, and yet something was typed here: the words apart, to be copied. */
  private showSetAside(): void {
    this.guard.release()
    const updates = this.kept.waiting()
    if (updates.length === 0) return
    this.unsentText = this.text.wordsWith(updates)
    this.refusal = refuse('document/frozen')
  }

  private replaceText(): void {
    this.guard.forget()
    this.text.destroy()
    this.text = this.newText()
  }

  private newText(): SharedText {
    return new SharedText(
      (update) => this.typed(update),
      () => {
        this.cursorTimer ??= setTimeout(() => this.sayCursor(), CURSOR_EVERY_MS)
      },
    )
  }

  private sayCursor(): void {
    clearTimeout(this.cursorTimer)
    this.cursorTimer = undefined
    const update = this.text.ownPresence()
    if (this.id !== null && update) this.connection.tell('document/presence', { id: this.id, update })
  }

  private connectionChanged(): void {
    if (!this.connection.isOnline) {
      this.opening++
      this.id = null
      this.inFlight = false
      this.unsent.failed()
      this.text.forgetOthers()
    }
    this.changed()
  }

  private closeOpened(): void {
    if (this.id !== null) this.connection.tell('document/close', { id: this.id })
    this.id = null
    this.inFlight = false
    this.unsent.failed()
  }

  private later(
    what: () => void,
    pause = PAUSE_MS * Math.min(4, 2 ** this.resendings) * (0.5 + Math.random()),
  ): void {
    clearTimeout(this.retryTimer)
    this.retryTimer = setTimeout(what, pause)
  }

  private make(): DocumentSnapshot {
    const { mode, refusal, unsentText } = this
    const { doc, awareness } = this.text
    const saved = !this.connection.isOnline
      ? 'offline'
      : this.id !== null && this.isSaved
        ? 'saved'
        : 'saving'
    return { doc, awareness, mode, saved, refusal, unsentText }
  }

  private changed(): void {
    clearTimeout(this.savedTimer)
    const now = this.make()
    // A text that has just been opened has nothing to wait for.
    const waits = now.saved === 'saved' && this.current.saved === 'saving' && this.current.mode !== null
    if (waits) this.savedTimer = setTimeout(() => this.tell(this.make()), SAVED_AFTER_MS)
    this.tell(waits ? { ...now, saved: 'saving' } : now)
  }

  private tell(next: DocumentSnapshot): void {
    const keys = Object.keys(next) as (keyof DocumentSnapshot)[]
    if (keys.every((key) => next[key] === this.current[key])) return
    this.current = next
    for (const watcher of [...this.watchers]) watcher()
  }
}
