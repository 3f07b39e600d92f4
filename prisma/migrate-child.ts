import { openEngine } from './engine.ts'
import type { DatabaseAddress } from './schema-source.ts'

// A process of its own: the engine keeps a SQLite file locked until its process ends.
const engine = await openEngine(JSON.parse(process.env['HUISHANG_MIGRATE'] ?? 'null') as DatabaseAddress)
await engine.apply()
process.exit(0)
