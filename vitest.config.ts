import { defineConfig } from 'vitest/config'

const SUITES = ['contracts', 'services', 'realtime', 'access', 'bench', 'cluster', 'e2e']
/** A machine that does something else for a moment is no fault of the product; vitest's own second would be one. */
const patient = { poll: { timeout: 20_000 } }
const within = (folder: string) => [`test/${folder}/**/*.test.{ts,tsx}`]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Whatever is no suite of its own, so that no test file is forgotten.
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: SUITES.flatMap(within),
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contracts',
          include: within('contracts'),
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'services',
          include: within('services'),
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'realtime',
          include: [...within('realtime'), ...within('access'), ...within('bench')],
          testTimeout: 60_000,
          expect: patient,
          hookTimeout: 180_000,
          // These measure delays; two at once on two cores would measure each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          // Needs PostgreSQL and Redis: `npm run test:cluster`.
          name: 'cluster',
          include: within('cluster'),
          testTimeout: 60_000,
          expect: patient,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: within('e2e'),
          testTimeout: 180_000,
          expect: patient,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
