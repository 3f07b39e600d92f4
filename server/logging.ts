import { pino } from 'pino'
import type { Logger } from 'pino'
import type { Env } from './env.ts'

export type Log = Logger

/** JSON lines in production, readable lines in development. Nothing that a person wrote is ever logged. */
export function createLog(env: Pick<Env, 'production' | 'logLevel'>): Log {
  const base = { level: env.logLevel, base: null }
  if (env.production) return pino({ ...base, timestamp: pino.stdTimeFunctions.isoTime })
  return pino({
    ...base,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', singleLine: true } },
  })
}
