import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { Proposed } from '#domain/remarks/types.ts'
import type { RemarksService } from './remarks.ts'

/** The suggestions on a text that wait and that this person may see, oldest first. Refusals: those of the document. */
export async function openSuggestions(
  remarks: Pick<RemarksService, 'changes'>,
  actor: Actor,
  name: string,
): Promise<readonly Proposed[] | Refusal> {
  const found: (Proposed & { readonly number: number })[] = []
  for (let after = 0; ;) {
    const told = await remarks.changes(actor, name, after)
    if (isRefusal(told)) return told
    for (const { number, anchor, suggestion, resolved, messages } of told.remarks) {
      if (!anchor || !suggestion || resolved) continue
      const { start, end } = anchor
      const [{ authorName: by = '', at = '' } = {}] = messages
      found.push({ number, start, end, ...suggestion, by, at })
    }
    if (!told.more) return found.sort((a, b) => a.number - b.number)
    after = told.seq
  }
}
