/** A hundred thousand million yuan, in cents: more than any case, and a thousand rows of it still add up exactly. */
const MOST_CENTS = 10_000_000_000_000

/** An amount of money is whole cents (分): never a fraction, never below nothing. */
export function isCents(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_CENTS
}

const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/

/** What somebody typed as yuan, e.g. `12,345.6`; null where it is no amount. By digits: a float would lose cents. */
export function centsOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '')
  if (plain === '') return 0
  const [, yuan, cents = ''] = YUAN.exec(plain) ?? []
  if (yuan === undefined) return null
  const amount = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  return isCents(amount) ? amount : null
}

/** `1234567` is `12,345.67`. */
export function yuanOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

export interface LossRow {
  readonly loss: number
  readonly recovered: number
}

/** Of all rows: what was lost, what came back, what is still out (below nothing where more came back). Whole cents. */
export function lossTotals(rows: readonly LossRow[]): LossRow & { readonly open: number } {
  const loss = rows.reduce((sum, row) => sum + row.loss, 0)
  const recovered = rows.reduce((sum, row) => sum + row.recovered, 0)
  return { loss, recovered, open: loss - recovered }
}
