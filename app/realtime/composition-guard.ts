/**
 * Keeps remote changes away from the editor while an input method composes: a change at the place of a
 * composition would leave every intermediate pinyin in everybody's text. What is kept is applied, in order,
 * as soon as the composition is over.
 */
export class CompositionGuard {
  private held: (() => void)[] = []
  private holding = false
  private readonly looks = new Set<() => void>()

  /** Called right before anything of others is shown; returns the end of it. */
  beforeOthers(look: () => void): () => void {
    this.looks.add(look)
    return () => this.looks.delete(look)
  }

  /** Now, or after the composition. */
  pass(apply: () => void): void {
    if (this.holding) this.held.push(apply)
    else this.show([apply])
  }

  hold(): void {
    this.holding = true
  }

  /** Safe to call at any time, also without a composition. */
  release(): void {
    this.holding = false
    this.show(this.held.splice(0))
  }

  private show(changes: readonly (() => void)[]): void {
    if (changes.length > 0) for (const look of this.looks) look()
    for (const apply of changes) apply()
  }

  /** What is kept belongs to a text that is shown no more. */
  forget(): void {
    this.held = []
  }
}

export interface Holdable {
  hold(): void
  release(): void
}

/**
 * Wires an editor's element to its document; returns the unwiring. Released after the event's turn, because
 * the composed words enter the document only then, and on blur, because some input methods end without
 * saying so.
 */
export function holdDuringComposition(element: HTMLElement, live: Holdable): () => void {
  const hold = () => live.hold()
  const release = () => setTimeout(() => live.release(), 0)
  element.addEventListener('compositionstart', hold)
  element.addEventListener('compositionend', release)
  element.addEventListener('blur', release)
  return () => {
    element.removeEventListener('compositionstart', hold)
    element.removeEventListener('compositionend', release)
    element.removeEventListener('blur', release)
    live.release()
  }
}
