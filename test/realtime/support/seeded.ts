export { seeded } from '../../../scripts/seeded.ts'

const USUAL = 20_261_122

/** The seed of this run: `SEED=123 npx vitest …` repeats one, `SEED=any` looks for one that nobody has tried; what everybody runs is the same for all. */
export function seedOfRun(): number {
  const { SEED } = process.env
  if (SEED === 'any') return anySeed()
  return SEED ? Number(SEED) : USUAL
}

export const anySeed = (): number => Math.floor(Math.random() * 2 ** 31)
