export { seeded } from '../../../scripts/seeded.ts'

/** The seed of this run: `SEED=123 npx vitest …` repeats one. */
export function seedOfRun(): number {
  return Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
}
