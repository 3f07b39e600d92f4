import type { MeetingState } from '#domain/meetings/types.ts'
import { draftMinutes } from './draft.ts'
import type { ProseNode } from './prose.ts'
import { factKey, factsIn, missingFacts } from './required-facts.ts'

/** A block to put in, after so many of the text's outermost blocks. */
export interface FactToPutBack {
  readonly after: number
  readonly fact: ProseNode
}

const wordsOf = (node: ProseNode): string => node.text ?? (node.content ?? []).map(wordsOf).join('')

/** Whether a block of the text is the one that stands in the draft: the same fact, or the same words. */
function isSame(block: ProseNode, drafted: ProseNode): boolean {
  if (drafted.type === 'recordFact') return factsIn(block).includes(factsIn(drafted)[0] ?? '')
  return block.type === drafted.type && wordsOf(block) === wordsOf(drafted)
}

/**
 * Where each fact that the text must tell and does not comes back in (N-18): behind the nearest block before it in a fresh
 * draft that the text still has, else at the end. Nothing that stands in the text is touched.
 */
export function factsToPutBack(
  text: ProseNode,
  meeting: MeetingState,
  bodies: Readonly<Record<string, string>> = {},
): readonly FactToPutBack[] {
  const blocks = text.content ?? []
  const drafted = draftMinutes(meeting, bodies).content ?? []
  const missing = new Set(missingFacts(new Set(factsIn(text)), meeting).map(factKey))
  return drafted.flatMap((fact, place): FactToPutBack[] => {
    if (fact.type !== 'recordFact' || !missing.has(factsIn(fact)[0] ?? '')) return []
    for (const before of drafted.slice(0, place).reverse()) {
      const at = blocks.findLastIndex((block) => isSame(block, before))
      if (at >= 0) return [{ after: at + 1, fact }]
    }
    return [{ after: blocks.length, fact }]
  })
}
