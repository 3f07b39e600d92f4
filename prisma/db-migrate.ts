import { readEnv } from '#server/env.ts'
import { migrate, MigrationRefused } from './migrate.ts'

try {
  const applied = await migrate(readEnv().database)
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.')
} catch (error) {
  if (!(error instanceof MigrationRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
