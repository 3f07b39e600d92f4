import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database as DatabaseAddress } from '#server/env.ts'

export type { DatabaseAddress }
export type DatabaseKind = DatabaseAddress['kind']

/**
 * The folder `prisma/` as source, in a bundle and in the image: looked for upwards from this module (which
 * a bundle moves to `build/`), then from the working directory.
 */
export function prismaFolder(): string {
  const starts = [dirname(fileURLToPath(import.meta.url)), process.cwd()]
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, 'prisma')
      if (existsSync(join(candidate, 'schema.prisma'))) return candidate
      if (dirname(folder) === folder) break
    }
  }
  throw new Error(
    `The folder prisma/ (schema and migrations) was not found from ${starts.join(' nor from ')}.`,
  )
}

/** The text of the schema for a database; the PostgreSQL variant differs in provider and output alone. */
export function schemaFor(kind: DatabaseKind): string {
  const source = readFileSync(join(prismaFolder(), 'schema.prisma'), 'utf8')
  if (kind === 'sqlite') return source
  return source
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../server/store/generated/sqlite"', '"../../server/store/generated/postgresql"')
    .replace(/^/, '// Derived from prisma/schema.prisma by `npm run db:generate`. Do not edit.\n\n')
}
