import { pageIn } from '#app/components/evidence/paths.ts'

/** As a block in a text holds it: ids, and no words. */
export type Reference = Readonly<Record<string, unknown>>

/** What people copy out of the line above the page, or off a mark. */
const ADDRESS = /(?:https?:\/\/[^\s/]+)?\/cases\/([\w-]+)\/evidence\/([\w-]+)\/view\b(?:\?([\w=&-]+))?/g

function referenceIn(evidenceId: string, search: string): Reference | null {
  const asked = new URLSearchParams(search)
  const markId = asked.get('mark')
  if (markId) return { evidenceId, markId }
  // Nobody has marked that moment: the address says more than a reference could.
  if (asked.has('at')) return null
  const page = pageIn(asked.get('page') ?? '')
  return page === null ? { evidenceId } : { evidenceId, page }
}

/** What was said, in pieces: words, and where an address of evidence of this case stands, what it refers to. */
export function withReferences(text: string, caseId: string | null): readonly (string | Reference)[] {
  const parts: (string | Reference)[] = []
  let end = 0
  for (const { 0: address, 1: ofCase, 2: evidenceId = '', 3: search = '', index } of text.matchAll(ADDRESS)) {
    const reference = ofCase === caseId ? referenceIn(evidenceId, search) : null
    if (!reference) continue
    parts.push(text.slice(end, index), reference)
    end = index + address.length
  }
  return [...parts, text.slice(end)].filter((part) => part !== '')
}
