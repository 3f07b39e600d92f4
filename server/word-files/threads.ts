import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inMegabytes, MOST_WORD_BYTES } from '#domain/dossiers/word-limits.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { WordFiles, WordPaper, WordText } from '#server/services/word-files.ts'

export type Order = { readonly paper: WordPaper } | { readonly file: Uint8Array }

/** The rest of the machine belongs to those who write and vote. */
const MOST = { atOnce: 2, waiting: 16 }
/** A text of 200 pages takes some seconds; what takes longer was made to. */
const MOST_MS = 30_000
const MOST_MEMORY_MB = 768
/** A thread that nobody needs goes: loaded it takes some forty megabytes. */
const IDLE_MS = 60_000

interface Idle {
  readonly worker: Worker
  readonly end: NodeJS.Timeout
}

/**
 * Word files in threads of their own: a long one would hold up every meeting of this process for seconds, and what a stranger
 * made may take neither its time nor its memory (ADR 23).
 */
export function createWordFiles(most = MOST): WordFiles {
  let busy = 0
  const waiting: (() => void)[] = []
  const idle: Idle[] = []

  function rest(worker: Worker): void {
    worker.unref()
    const end = setTimeout(() => void worker.terminate(), IDLE_MS).unref()
    idle.push({ worker, end })
  }

  function wake(): Worker {
    const { worker, end } = idle.pop() ?? {}
    clearTimeout(end)
    return worker ?? begun()
  }

  function begun(): Worker {
    const worker = begin()
    worker.once('exit', () => {
      const at = idle.findIndex((one) => one.worker === worker)
      if (at !== -1) idle.splice(at, 1)
    })
    return worker
  }

  async function inThread<Answer>(order: Order): Promise<Answer | Refusal> {
    const worker = wake()
    worker.ref()
    try {
      worker.postMessage(order)
      const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(MOST_MS) })) as [Answer]
      rest(worker)
      return answer
    } catch (error) {
      void worker.terminate()
      if (isTooMuch(error)) return refuse('word/too-large', { limit: inMegabytes(MOST_WORD_BYTES) })
      throw error
    }
  }

  async function inTurn<Answer>(order: Order): Promise<Answer | Refusal> {
    if (busy < most.atOnce) busy += 1
    else if (waiting.length < most.waiting) await new Promise<void>((go) => waiting.push(go))
    else return refuse('input/too-often')
    try {
      return await inThread<Answer>(order)
    } finally {
      // The place goes to who waits longest, or becomes free.
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }

  return {
    write: (paper) => inTurn<Uint8Array>({ paper }),
    read: (file) => inTurn<WordText>({ file }),
  }
}

function begin(): Worker {
  const worker = new Worker(THREAD.code, {
    eval: THREAD.eval,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  // Whoever asked hears of it; one that nobody asked must not end the process.
  worker.on('error', () => undefined)
  return worker
}

/** It took the memory or the time of its thread. */
function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
}

/** As a bundle beside the server's bundle; else as source, which the thread learns to read by itself. */
const THREAD = thread()

function thread(): { readonly code: string | URL; readonly eval: boolean } {
  const here = dirname(fileURLToPath(import.meta.url))
  const source = join(here, 'word-thread.ts')
  if (!existsSync(source)) return { code: pathToFileURL(join(here, 'word-thread.js')), eval: false }
  // `tsx` by its own path: the working directory may be any.
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'))
  const [loader, file] = [join(tsx, 'dist/esm/api/index.mjs'), source].map((path) =>
    JSON.stringify(pathToFileURL(path).href),
  )
  return {
    code: `import(${loader ?? ''}).then(({ register }) => { register(); return import(${file ?? ''}) })`,
    eval: true,
  }
}
