import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { acceptUpdate } from './check-update.ts'
import { textNow, updateTowards, type DocumentText } from './document-text.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { LiveDocument } from './live-document.ts'
import type { DocumentRegistry } from './registry.ts'

interface Parts {
  readonly registry: DocumentRegistry
  readonly elsewhere: Elsewhere
  /** Counts the changes of access. */
  readonly members: { readonly epoch: number }
  readonly commit: (live: LiveDocument, update: Uint8Array, personId: string) => Promise<Refusal | null>
}

/** A text that is frozen again and again, or never quiet between two changes, is left alone. */
const MOST_ASKS = 50

/**
 * A person's edit of the whole text, through the same gate as what he types: not while the document is held, and not
 * on an answer about access that a freezing has overtaken. So nothing is written into what was submitted meanwhile.
 */
export async function rewrite(
  { registry, elsewhere, members, commit }: Parts,
  name: string,
  content: unknown,
  personId: string,
  may: () => Promise<Refusal | null>,
  unless: (before: DocumentText) => Refusal | null = () => null,
): Promise<{ readonly before: DocumentText } | Refusal> {
  const { live, release } = await registry.claim(name)
  try {
    for (let asks = 0; asks < MOST_ASKS; asks++) {
      await elsewhere.catchUp(live)
      while (live.isHeld) await live.released()
      const { epoch } = members
      const unable = await may()
      if (unable) return unable
      await live.flushed()
      // From here on nothing is awaited until the edit is accepted: what is typed comes before `before` or after the edit.
      if (live.isHeld || live.pending > 0 || epoch !== members.epoch) continue
      const before = textNow(live)
      const inTheWay = unless(before)
      if (inTheWay) return inTheWay
      const update = updateTowards(live.doc, content)
      const refusal = acceptUpdate(live, update, personId, Infinity) ?? (await commit(live, update, personId))
      return refusal ?? { before }
    }
    return refuse('record/unavailable')
  } finally {
    release()
  }
}
