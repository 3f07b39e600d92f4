/** A role holds from its first to its last day, both included (REQ-004). Days (YYYY-MM-DD) compare as text. */
export function covers(term: { readonly from: string; readonly until: string | null }, day: string): boolean {
  return term.from <= day && (term.until === null || day <= term.until)
}
