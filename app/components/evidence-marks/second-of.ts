/** What somebody typed as a moment, in whole seconds: 83, 1:23 or 1:02:03, with the signs of an input method too; null: none. */
export function secondOf(text: string): number | null {
  const parts = text.normalize('NFKC').trim().split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,6}$/.test(part))) return null
  const [first = 0, ...rest] = parts.map(Number)
  // Behind a colon there are no more than 59; 90 alone are ninety seconds.
  return rest.every((part) => part < 60) ? rest.reduce((sum, part) => sum * 60 + part, first) : null
}
