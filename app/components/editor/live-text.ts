import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'

/** What the editor needs of a live document; `useLiveDocument` gives it. */
export interface LiveText {
  readonly doc: Doc
  readonly awareness: Awareness
  readonly mode: 'write' | 'read'
  /** Remote changes wait while an input method composes: they would break the composition. */
  readonly hold: () => void
  readonly release: () => void
  /** Calls back right before anything of others is shown; returns the end of it. */
  readonly beforeOthers: (look: () => void) => () => void
}
