import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { prismaFolder, schemaFor } from './schema-source.ts'

const folder = prismaFolder()
const root = dirname(folder)
const derived = join(folder, 'postgresql/schema.prisma')

mkdirSync(dirname(derived), { recursive: true })
writeFileSync(derived, schemaFor('postgresql'))
// Models that left the schema would otherwise stay behind as files.
rmSync(join(root, 'server/store/generated'), { recursive: true, force: true })

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
for (const schema of [join(folder, 'schema.prisma'), derived]) {
  execFileSync(process.execPath, [cli, 'generate', '--schema', schema], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // No download and no report to the vendor: this runs on closed networks.
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
}
console.log('Prisma clients generated for SQLite and PostgreSQL.')
