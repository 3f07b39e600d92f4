/** Times in and out of a room; the last `out` is null while the person is in it (F-21, REQ-093). */
export interface Span {
  readonly in: string
  readonly out: string | null
}

export function isIn(spans: readonly Span[]): boolean {
  return spans.at(-1)?.out === null
}

/** Whoever is not in stays as he is: an entry too many must not make a second end. */
export function ended<S extends Span>(spans: readonly S[], at: string): readonly S[] {
  return spans.map((span) => (span.out === null ? { ...span, out: at } : span))
}
