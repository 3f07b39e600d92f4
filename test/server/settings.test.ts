import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnv } from '#server/env.ts'
import { createMetrics } from '#server/metrics.ts'

/** What is written for whoever installs the product names what the product reads, and nothing else. */

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const found = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? '')),
]

const known = found(read('server/env.ts'), /^ {2}([A-Z][A-Z_]+):/gm)
/** Of compose.yaml itself: they are put together into variables of the product. */
const COMPOSE = ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'TLS_DIRECTORY']

describe('settings', () => {
  it('of compose.yaml are the product’s, and the values in it are ones that it takes', () => {
    const [, block = ''] =
      /environment: &environment\n((?: {4}.*\n)+?) {2}volumes:/.exec(read('compose.yaml')) ?? []
    const lines = [...block.matchAll(/^ {4}([A-Z_]+): (.*)$/gm)]
    expect(lines.length).toBeGreaterThan(8)
    expect(lines.map(([, name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([])
    const given: Readonly<Record<string, string>> = {
      HUISHANG_ORIGIN: 'https://huishang.example',
      HUISHANG_METRICS_TOKEN: '0123456789abcdef',
    }
    const filled = lines.map(([, name = '', value = '']) => [
      name,
      value
        .replace(/['"]/g, '')
        .replace(/\$\{([A-Z_]+):([-?])([^}]*)\}/g, (_, of: string, how: string, otherwise: string) =>
          how === '-' ? otherwise : (given[of] ?? 'abc123'),
        ),
    ])
    expect(parseEnv(Object.fromEntries(filled) as Record<string, string>)).toMatchObject({
      database: { kind: 'postgresql', url: 'postgresql://huishang:abc123@postgres:5432/huishang' },
      redisUrl: 'redis://:abc123@redis:6379',
      dataDirectory: '/data',
      port: 3000,
      trustProxy: 1,
      secure: true,
      demo: false,
    })
  })

  it('of .env.example and of the README are the product’s, and none is missing', () => {
    const example = found(read('.env.example'), /^([A-Z][A-Z_]+)=/gm)
    expect(example.filter((name) => !known.includes(name) && !COMPOSE.includes(name))).toEqual([])
    expect(known.filter((name) => name !== 'NODE_ENV' && !example.includes(name))).toEqual([])
    const rows = read('README.md').match(/^\| `[A-Z].*$/gm) ?? []
    const named = found(rows.join('\n'), /`([A-Z][A-Z_]+)`/g)
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  it('and metrics that docs/operations.md names exist', async () => {
    const page = read('docs/operations.md')
    const variables = found(page, /\b(HUISHANG_[A-Z_]+)\b/g)
    expect(variables.filter((name) => !known.includes(name))).toEqual([])
    const exported = await createMetrics().registry.metrics()
    const metrics = found(page, /\b((?:huishang|nodejs|process)_[a-z0-9_]+)\b/g)
    expect(metrics.length).toBeGreaterThan(8)
    const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '')
    expect(metrics.filter((name) => !exported.includes(`# TYPE ${base(name)} `))).toEqual([])
  })
})
