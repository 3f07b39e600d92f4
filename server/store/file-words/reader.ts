import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { dirname, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { plainText } from '#domain/cases/plain-text.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { pagesJoined } from '#domain/search/pages.ts'
import type { EvidenceStore } from '#server/services/evidence.ts'
import type { ReadFile } from '#server/services/search-ports.ts'
import type { ParsedType } from '#domain/search/file-types.ts'
import { LIMITS, MOST_MS, MOST_TEXT_BYTES } from './limits.ts'

/** Two letters of any text fit into four bytes; more is not a text. */
const MOST_ANSWER = 16 * 1_048_576
const LOW_PRIORITY = 5
const pages = z.array(z.string())

/** As source beside this file, as a bundle beside the server's bundle. */
function childCommand(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url))
  const source = resolve(here, 'file-words-child.ts')
  if (!existsSync(source)) return [resolve(here, 'file-words-child.js')]
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, source]
}

/**
 * What a process of its own makes of a file; null where it dies of it. Somebody else made the file: the process has neither our
 * environment nor our memory, its time and its room are short, and it waits for everything else the machine does.
 */
async function askChild(
  file: NodeJS.ReadableStream,
  type: ParsedType,
  signal: AbortSignal,
  mostMs: number,
): Promise<string | null> {
  const heap = `--max-old-space-size=${String(LIMITS[type].heapMb)}`
  const child = spawn(process.execPath, [heap, ...childCommand(), type], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    signal,
    killSignal: 'SIGKILL',
    timeout: mostMs,
  })
  const ended = new Promise<{ readonly code?: number | null; readonly error?: Error }>((done) => {
    child.once('error', (error) => done({ error }))
    child.once('close', (code) => done({ code }))
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.length > MOST_ANSWER) child.kill('SIGKILL')
  })
  if (child.pid !== undefined) lower(child.pid)
  // Who dies in the middle of the file has said all there is to say: `ended` tells.
  await pipeline(file, child.stdin).catch(() => undefined)
  const { code, error } = await ended
  // It never began, or is not to go on: nothing is known of the file.
  if (error) throw error
  return code === 0 ? said : null
}

function lower(pid: number): void {
  try {
    setPriority(pid, LOW_PRIORITY)
  } catch {
    // It has ended already, or the system has no such thing.
  }
}

/** Reads the words out of files; what is too large, broken, locked or hostile has none. Of a long text the beginning. */
export function createFileReader({ get }: Pick<EvidenceStore, 'get'>, mostMs = MOST_MS): ReadFile {
  return async ({ sha256, type }, signal) => {
    const most = type === 'text/plain' ? MOST_TEXT_BYTES : LIMITS[type].bytes
    const file = await get(sha256, { start: 0, end: most })
    // Nothing is known of the file: it is read another time.
    if (isRefusal(file)) throw new Error(file.refused)
    // As it stands: nothing in it unpacks, and its beginning is all that is looked through.
    if (type === 'text/plain') return pagesJoined([plainText(await buffer(file))])
    const answer = await askChild(file, type, signal, mostMs)
    if (answer === null) return null
    return pagesJoined(pages.parse(JSON.parse(answer)))
  }
}
