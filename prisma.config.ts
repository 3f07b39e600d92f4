import { defineConfig } from 'prisma/config'

// The CLI would download a native engine even for `generate`, which runs on WASM: any existing file will do.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma' })
