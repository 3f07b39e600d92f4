import type { EvidenceMark, EvidencePiece } from '#domain/cases/evidence-types.ts'

export interface AskedPlace {
  readonly page: number
  /** Null: from the beginning. */
  readonly second: number | null
  readonly linked: EvidenceMark | null
}

/** Where in a piece an address leads: `?page=3`, `?at=83`, and with `mark=…` to a mark, wherever it is. */
export function askedPlace(search: string, { marks }: Pick<EvidencePiece, 'marks'>): AskedPlace {
  const asked = new URLSearchParams(search)
  const linked = marks.find(({ id }) => id === asked.get('mark')) ?? null
  const page = Math.floor(Number(asked.get('page')))
  const second = asked.has('at') ? Math.floor(Number(asked.get('at'))) : -1
  const place = linked?.place
  return {
    page: page >= 1 ? page : place?.kind === 'zone' ? place.page : 1,
    second: second >= 0 ? second : place?.kind === 'time' ? place.second : null,
    linked,
  }
}
