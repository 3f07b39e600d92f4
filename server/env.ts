import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Configuration as the rest of the process sees it; made once, at start, from the environment. */
export interface Env {
  /** The built pages are served and logs are JSON; only `npm run dev` is something else. */
  readonly production: boolean
  readonly port: number
  /** Absent: every address of the machine. */
  readonly host: string | undefined
  /** Absolute. The embedded database lives below it, and the evidence files where there is no bucket for them. */
  readonly dataDirectory: string
  readonly database: Database
  /** Carries news between the nodes of one installation; absent: there is one node. */
  readonly redisUrl: string | undefined
  /** Public origin (`https://host[:port]`), where a proxy stands in front. */
  readonly origin: string | undefined
  /** Cookies get `Secure` and answers HSTS: the public origin is https. */
  readonly secure: boolean
  /** What Express calls `trust proxy`: number of proxies in front, or their addresses. */
  readonly trustProxy: false | number | readonly string[]
  readonly metricsToken: string | undefined
  readonly timezone: string
  readonly demo: boolean
  readonly logLevel: LogLevel
  readonly uploadLimitBytes: number
  /** Where a clamd listens that looks every file through; absent: nobody does. */
  readonly clamd: Clamd | undefined
  /** Where evidence lies; absent: below the data directory. */
  readonly bucket?: BucketAddress | undefined
  /** What live documents may take in memory together before those that nobody uses go. */
  readonly documentMemoryBytes: number
  /** Milliseconds without a change after which a version of a text is kept. */
  readonly versionPauseMs: number
  /** A session without a request or a meeting room ends after so long (F-115). */
  readonly idleMinutes: number
}

export type Database =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgresql'; readonly url: string }

/** A bucket that speaks S3. */
export interface BucketAddress {
  /** Origin of the service, without the bucket. */
  readonly endpoint: string
  readonly name: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
  /** The bucket stands in the path and not in the host's name. */
  readonly pathStyle: boolean
}

export type Clamd = { readonly path: string } | { readonly host: string; readonly port: number }

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const wholeNumber = (least: number, most: number, expected: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected)

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function urlWith(schemes: readonly string[], expected: string) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), expected)
}

function clamdAt(text: string, context: z.RefinementCtx): Clamd {
  const [, path] = /^unix:(\/.+)$/.exec(text) ?? []
  if (path !== undefined) return { path }
  const [, host, port] = /^tcp:\/\/([\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})$/.exec(text) ?? []
  if (host !== undefined) return { host: host.replace(/[[\]]/g, ''), port: Number(port) }
  context.addIssue({ code: 'custom', message: 'unix:/run/clamav/clamd.ctl or tcp://host:3310' })
  return z.NEVER
}

const ORIGIN = 'the public address without a path, such as https://huishang.example.cn'
const S3 = 'the address of the service without bucket and path, such as https://s3.example.cn:9000'
const PROXY =
  'the number of proxies in front (1), or their addresses separated by commas (loopback, 10.0.0.0/8); `true` would let anybody choose the address we see'

const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'development, production or test')
    .default('production'),
  PORT: wholeNumber(0, 65_535, 'a port number from 0 to 65535').default(3000),
  HOST: z.string().optional(),
  HUISHANG_DATA: z.string().default('./data'),
  DATABASE_URL: urlWith(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/database, or nothing for the embedded database in HUISHANG_DATA',
  ).optional(),
  REDIS_URL: urlWith(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  HUISHANG_ORIGIN: urlWith(['https:', 'http:'], ORIGIN)
    .refine((value) => !URL.canParse(value) || new URL(value).origin === value.replace(/\/$/, ''), ORIGIN)
    .transform((value) => new URL(value).origin)
    .optional(),
  HUISHANG_TRUST_PROXY: z
    .string()
    .regex(
      /^(\d{1,2}|(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?))*)$/,
      PROXY,
    )
    .transform((value) =>
      /^\d{1,2}$/.test(value)
        ? Number(value) === 0
          ? (false as const)
          : Number(value)
        : value.split(/\s*,\s*/),
    )
    .optional(),
  HUISHANG_METRICS_TOKEN: z.string().min(16, 'a secret of at least 16 characters').optional(),
  HUISHANG_TIMEZONE: z
    .string()
    .refine(isTimezone, 'a time zone such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  HUISHANG_DEMO: z
    .enum(['0', '1', 'false', 'true'], '1 (demo: known passwords, invented cases) or 0')
    .default('0')
    .transform((value) => value === '1' || value === 'true'),
  LOG_LEVEL: z.enum(LOG_LEVELS, LOG_LEVELS.join(', ')).optional(),
  HUISHANG_IDLE_MINUTES: wholeNumber(5, 720, 'minutes until an idle session ends, from 5 to 720').default(30),
  HUISHANG_UPLOAD_LIMIT_MB: wholeNumber(1, 10_240, 'megabytes per uploaded file, from 1 to 10240').default(
    2_048,
  ),
  HUISHANG_CLAMD: z.string().transform(clamdAt).optional(),
  HUISHANG_S3_ENDPOINT: urlWith(['https:', 'http:'], S3)
    .refine((value) => !URL.canParse(value) || new URL(value).origin === value.replace(/\/$/, ''), S3)
    .transform((value) => new URL(value).origin)
    .optional(),
  HUISHANG_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
    .optional(),
  HUISHANG_S3_REGION: z.string().default('us-east-1'),
  HUISHANG_S3_ACCESS_KEY: z.string().optional(),
  HUISHANG_S3_SECRET_KEY: z.string().optional(),
  HUISHANG_S3_PATH_STYLE: z
    .enum(['0', '1', 'false', 'true'], '1 (the bucket in the path) or 0 (in the name of the host)')
    .default('1')
    .transform((value) => value === '1' || value === 'true'),
  // A walk to the kettle is no pause in the work, a meeting is. Every version is the whole text again.
  HUISHANG_VERSION_PAUSE_SECONDS: wholeNumber(
    1,
    86_400,
    'seconds without a change after which a version is kept, from 1 to 86400',
  ).default(300),
  HUISHANG_DOCUMENT_MEMORY_MB: wholeNumber(
    16,
    65_536,
    'megabytes of memory for live documents, from 16 to 65536',
  ).default(256),
})

/** All of it or nothing: half a bucket would be found out by the first who hands a piece in. */
function bucketIn(read: z.output<typeof variables>): BucketAddress | undefined {
  const [endpoint, name] = [read.HUISHANG_S3_ENDPOINT, read.HUISHANG_S3_BUCKET]
  const [accessKey, secretKey] = [read.HUISHANG_S3_ACCESS_KEY, read.HUISHANG_S3_SECRET_KEY]
  if (endpoint && name && accessKey && secretKey) {
    const [region, pathStyle] = [read.HUISHANG_S3_REGION, read.HUISHANG_S3_PATH_STYLE]
    return { endpoint, name, region, accessKey, secretKey, pathStyle }
  }
  if (endpoint || name || accessKey || secretKey)
    throw new WrongEnvironment(
      'The environment is not usable:\n  HUISHANG_S3_ENDPOINT, _BUCKET, _ACCESS_KEY, _SECRET_KEY: set all of them or none',
    )
  return undefined
}

/** A wrong environment. Its message lists every variable at fault and what was expected. */
export class WrongEnvironment extends Error {
  override readonly name = 'WrongEnvironment'
}

/**
 * Reads the configuration out of `source`. An empty value counts as absent, as compose files and
 * `.env` files write it so.
 * @throws {WrongEnvironment}
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      // The database's address holds a password and the token is one: name them, never print them.
      const shown = /URL|TOKEN|ENDPOINT|KEY/.test(name) ? '' : ` (it is "${given[name] ?? ''}")`
      return `  ${name}: expected ${issue.message}${shown}`
    })
    throw new WrongEnvironment(`The environment is not usable:\n${[...new Set(lines)].join('\n')}`)
  }
  const read = parsed.data
  if (read.REDIS_URL !== undefined && read.DATABASE_URL === undefined)
    throw new WrongEnvironment(
      'The environment is not usable:\n  REDIS_URL: several nodes need one PostgreSQL, set DATABASE_URL too',
    )
  const dataDirectory = resolve(read.HUISHANG_DATA)
  const bucket = bucketIn(read)
  return {
    production: read.NODE_ENV !== 'development',
    port: read.PORT,
    host: read.HOST,
    dataDirectory,
    database: read.DATABASE_URL
      ? { kind: 'postgresql', url: read.DATABASE_URL }
      : { kind: 'sqlite', file: join(dataDirectory, 'huishang.db') },
    redisUrl: read.REDIS_URL,
    origin: read.HUISHANG_ORIGIN,
    secure: read.HUISHANG_ORIGIN?.startsWith('https:') ?? false,
    trustProxy: read.HUISHANG_TRUST_PROXY ?? false,
    metricsToken: read.HUISHANG_METRICS_TOKEN,
    timezone: read.HUISHANG_TIMEZONE,
    demo: read.HUISHANG_DEMO,
    // In the demo the console belongs to the addresses and accounts that are printed there.
    logLevel: read.LOG_LEVEL ?? (read.HUISHANG_DEMO ? 'warn' : 'info'),
    idleMinutes: read.HUISHANG_IDLE_MINUTES,
    uploadLimitBytes: read.HUISHANG_UPLOAD_LIMIT_MB * 1_048_576,
    clamd: read.HUISHANG_CLAMD,
    bucket,
    versionPauseMs: read.HUISHANG_VERSION_PAUSE_SECONDS * 1_000,
    documentMemoryBytes: read.HUISHANG_DOCUMENT_MEMORY_MB * 1_048_576,
  }
}

/**
 * The configuration of this process: `.env` in the working directory where there is one, under what is set already.
 * @throws {WrongEnvironment}
 */
export function readEnv(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const env = parseEnv(process.env)
  // React and Express choose their slow development code where this is unset or says `test`.
  process.env['NODE_ENV'] = env.production ? 'production' : 'development'
  return env
}
