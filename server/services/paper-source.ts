import type { CommentsState } from '#domain/comments/types.ts'
import type { HearingPart } from '#domain/hearings/documents.ts'
import { missingFacts } from '#domain/hearings/paper-draft.ts'
import { isShownComment, resolvePaper, type PaperSource } from '#domain/hearings/paper-facts.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import type { DocumentText, RecordPort } from './ports.ts'

/** From what the facts of a paper are told now. */
export async function sourceOf<Tx>(
  record: RecordPort<Tx>,
  state: HearingState,
  part: HearingPart,
): Promise<PaperSource> {
  const { comments } = await record.load<CommentsState>(`comments/${state.id}`)
  return { part, state, comments: [...comments.values()].filter(isShownComment) }
}

/**
 * A paper as it is read and signed: every fact told in words, and what is entered with the signature at its end, so that
 * the hash covers them. Refusals: document/empty,
 * hearing/transcript-behind (the text lacks something of the record, H-72).
 */
export function signable(
  text: DocumentText,
  source: PaperSource,
  closing: readonly ProseNode[] = [],
): DocumentText | Refusal {
  if (text.isEmpty) return refuse('document/empty')
  const written = JSON.parse(text.content) as ProseNode
  if (source.part === 'transcript' && missingFacts(written, source).length > 0)
    return refuse('hearing/transcript-behind')
  const whole = { ...written, content: [...(written.content ?? []), ...closing] }
  return { ...text, content: canonicalJson(resolvePaper(whole, source)) }
}
