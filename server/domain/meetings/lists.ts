export function hasDuplicates(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length
}
