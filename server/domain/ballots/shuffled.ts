/**
 * A copy in an order given by chance (Fisher–Yates), every order equally likely. Used when a secret ballot is
 * rewritten at the close: rows in cast order would name the voters (architecture §5).
 */
export function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1))
    const [a, b] = [copy[last], copy[other]]
    copy[last] = b as T
    copy[other] = a as T
  }
  return copy
}
