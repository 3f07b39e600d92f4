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

// The process last: `npm start` takes build/server/index.js as the sign of a complete build.
await build({
  absWorkingDir: root,
  entryPoints: [
    'server/index.ts',
    'prisma/db-migrate.ts',
    'prisma/migrate-child.ts',
    ...readdirSync(inRoot('server/commands')).map((file) => `server/commands/${file}`),
  ],
  outdir: 'build/server',
  // All in one folder, chunks too: what looks for a file beside itself finds it from any of them.
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  external: ['vite', 'pino-pretty'],
})
