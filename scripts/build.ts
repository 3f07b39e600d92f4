import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { packFiles } from './pack-files.ts'

const root = resolve(import.meta.dirname, '..')
const inRoot = (...path: string[]) => join(root, ...path)

rmSync(inRoot('build'), { recursive: true, force: true })

const pages = spawnSync(process.execPath, [inRoot('node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
if (pages.status !== 0) process.exit(pages.status ?? 1)
packFiles(inRoot('build/pages/client'))

const common = {
  absWorkingDir: root,
  outdir: 'build/server',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
} as const

// With pdf.js inside: of that package the product needs this and what the pages carry, and nothing else is installed for it.
// In parts, so that it loads for a file what that file needs; what reads Word files stays outside, as for the process.
await build({
  ...common,
  entryPoints: ['server/store/file-words/file-words-child.ts'],
  chunkNames: 'file-words-[hash]',
  splitting: true,
  external: ['docx', 'fflate', 'mammoth'],
})

// The process last: `npm start` takes build/server/index.js as the sign of a complete build.
await build({
  ...common,
  entryPoints: [
    'server/index.ts',
    'prisma/db-migrate.ts',
    'prisma/migrate-child.ts',
    'server/word-files/word-thread.ts',
    ...readdirSync(inRoot('server/commands')).map((file) => `server/commands/${file}`),
  ],
  // All in one folder, chunks too: what looks for a file beside itself finds it from any of them.
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  splitting: true,
  packages: 'external',
  sourcemap: true,
  external: ['vite', 'pino-pretty'],
})
