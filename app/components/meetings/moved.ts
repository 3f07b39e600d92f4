/** The list with the entry at `place` moved by `by` places; null where that leads out of the list. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): readonly T[] | null {
  const to = place + by
  const entry = list[place]
  if (entry === undefined || to < 0 || to >= list.length) return null
  const rest = list.filter((_, at) => at !== place)
  return [...rest.slice(0, to), entry, ...rest.slice(to)]
}
