import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEnv, WrongEnvironment } from '#server/env.ts'

function complaintAbout(source: Record<string, string>): string {
  try {
    parseEnv(source)
  } catch (error) {
    if (error instanceof WrongEnvironment) return error.message
    throw error
  }
  throw new Error('was accepted')
}

describe('environment', () => {
  test('nothing set: the embedded database in ./data, port 3000, production', () => {
    expect(parseEnv({})).toMatchObject({
      production: true,
      port: 3000,
      host: undefined,
      dataDirectory: resolve('data'),
      database: { kind: 'sqlite', file: resolve('data/huishang.db') },
      origin: undefined,
      secure: false,
      trustProxy: false,
      timezone: 'Asia/Shanghai',
      demo: false,
      logLevel: 'info',
      uploadLimitBytes: 2_048 * 1_048_576,
    })
  })

  test('an empty value counts as absent', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', HUISHANG_ORIGIN: '' })).toEqual(parseEnv({}))
  })

  test('PostgreSQL, by both spellings of its scheme', () => {
    for (const url of ['postgres://u:p@db/huishang', 'postgresql://u:p@db/huishang'])
      expect(parseEnv({ DATABASE_URL: url }).database).toEqual({ kind: 'postgresql', url })
  })

  test('several nodes share one PostgreSQL: Redis without it is a mistake', () => {
    const redis = { REDIS_URL: 'redis://cache:6379' }
    expect(() => parseEnv(redis)).toThrow('set DATABASE_URL')
    expect(parseEnv({ ...redis, DATABASE_URL: 'postgres://db/huishang' }).redisUrl).toBe(redis.REDIS_URL)
  })

  test('an https origin makes cookies secure; a slash at its end is forgiven', () => {
    expect(parseEnv({ HUISHANG_ORIGIN: 'https://h.example.cn/' })).toMatchObject({
      origin: 'https://h.example.cn',
      secure: true,
    })
    expect(parseEnv({ HUISHANG_ORIGIN: 'http://h.example.cn:8080' })).toMatchObject({ secure: false })
  })

  test.each([
    ['0', false],
    ['2', 2],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('trusted proxies: %s', (given, expected) => {
    expect(parseEnv({ HUISHANG_TRUST_PROXY: given }).trustProxy).toEqual(expected)
  })

  test.each([
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['tcp://clamd.inner:3310', { host: 'clamd.inner', port: 3310 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ])('virus scanner: %s', (given, expected) => {
    expect(parseEnv({ HUISHANG_CLAMD: given }).clamd).toEqual(expected)
  })

  test('[E-30] a bucket is set up whole or not at all', () => {
    const given = {
      HUISHANG_S3_ENDPOINT: 'https://s3.example.cn:9000/',
      HUISHANG_S3_BUCKET: 'evidence',
      HUISHANG_S3_ACCESS_KEY: 'key',
      HUISHANG_S3_SECRET_KEY: 'geheim',
    }
    expect(parseEnv({}).bucket).toBeUndefined()
    expect(parseEnv({ HUISHANG_S3_REGION: 'cn-north-1' }).bucket).toBeUndefined()
    expect(parseEnv({ ...given, HUISHANG_S3_PATH_STYLE: '0' }).bucket).toEqual({
      ...{ endpoint: 'https://s3.example.cn:9000', name: 'evidence', region: 'us-east-1' },
      ...{ accessKey: 'key', secretKey: 'geheim', pathStyle: false },
    })
    for (const name of Object.keys(given))
      expect(complaintAbout({ ...given, [name]: '' })).toContain('set all of them or none')
  })

  test('the demo keeps the console for its accounts, unless told otherwise', () => {
    expect(parseEnv({ HUISHANG_DEMO: '1' })).toMatchObject({ demo: true, logLevel: 'warn' })
    expect(parseEnv({ HUISHANG_DEMO: '1', LOG_LEVEL: 'debug' }).logLevel).toBe('debug')
  })

  test.each([
    ['PORT', '70000', 'a port number from 0 to 65535'],
    ['PORT', 'http', 'a port number from 0 to 65535'],
    ['DATABASE_URL', 'mysql://db/x', 'postgres://user:password@host:5432/database'],
    ['REDIS_URL', 'localhost', 'redis://host:6379'],
    ['HUISHANG_ORIGIN', 'https://h.example.cn/app', 'without a path'],
    ['HUISHANG_TRUST_PROXY', 'true', 'the number of proxies in front'],
    ['HUISHANG_METRICS_TOKEN', 'short', 'at least 16 characters'],
    ['HUISHANG_TIMEZONE', 'Beijing', 'a time zone such as Asia/Shanghai'],
    ['HUISHANG_DEMO', 'yes', '1 (demo'],
    ['LOG_LEVEL', 'loud', 'trace, debug, info'],
    ['HUISHANG_UPLOAD_LIMIT_MB', '0', 'megabytes per uploaded file'],
    ['HUISHANG_CLAMD', '/run/clamd', 'unix:/run/clamav/clamd.ctl or tcp://host:3310'],
    ['HUISHANG_S3_ENDPOINT', 'https://s3.example.cn/bucket', 'without bucket and path'],
    ['HUISHANG_S3_ENDPOINT', 'https://key:geheim@s3.example.cn', 'without bucket and path'],
    ['HUISHANG_S3_BUCKET', 'Evidence', 'the name of a bucket'],
    ['HUISHANG_S3_PATH_STYLE', 'yes', '1 (the bucket in the path)'],
    ['HUISHANG_DOCUMENT_MEMORY_MB', '8', 'from 16 to 65536'],
    ['NODE_ENV', 'prod', 'development, production or test'],
  ])('%s=%s is refused by name, with what is expected', (name, value, expected) => {
    const complaint = complaintAbout({ [name]: value })
    expect(complaint).toContain(`${name}: expected `)
    expect(complaint).toContain(expected)
  })

  test('every variable at fault is named at once', () => {
    const complaint = complaintAbout({ PORT: 'x', LOG_LEVEL: 'x' })
    expect(complaint).toMatch(/PORT[\s\S]*LOG_LEVEL/)
  })

  test('secrets are named and never printed', () => {
    expect(complaintAbout({ DATABASE_URL: 'mysql://root:geheim@db/x' })).not.toContain('geheim')
    expect(complaintAbout({ HUISHANG_METRICS_TOKEN: 'geheim' })).not.toContain('geheim')
    expect(complaintAbout({ HUISHANG_S3_ENDPOINT: 'https://a:geheim@s3.cn' })).not.toContain('geheim')
    expect(complaintAbout({ HUISHANG_S3_SECRET_KEY: 'geheim' })).not.toContain('geheim')
  })
})
