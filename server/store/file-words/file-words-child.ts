import { buffer } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import { PARSED_TYPES, type ParsedType } from '#domain/search/file-types.ts'
import { LIMITS, MOST_BUSY_MS } from './limits.ts'

// A process of its own, asked by `reader.ts` with a type of file: a file comes in, a list of pages goes out.

const type = PARSED_TYPES.find((known) => known === process.argv[2])
if (!type) throw new Error('which type of file?')
const most = LIMITS[type]

// What is unpacked stands outside of the heap that Node limits, and nothing else runs while it is: a thread looks on.
new Worker(
  `setInterval(() => {
    const { user, system } = process.cpuUsage()
    if (process.memoryUsage.rss() > ${most.memory} || user + system > ${MOST_BUSY_MS * 1_000}) process.kill(process.pid, 'SIGKILL')
  }, 20)`,
  { eval: true, execArgv: [] },
).unref()

// eslint-disable-next-line no-console -- what goes out is the answer and nothing else, whatever a library has to say
console.log = console.error

/** Each loads the library that it needs. What has no pages is one. */
const READERS: Readonly<Record<ParsedType, (file: Uint8Array) => Promise<readonly string[]>>> = {
  'application/pdf': async (file) =>
    file.byteLength > most.bytes ? [] : (await import('./pdf-pages.ts')).pagesOfPdf(file),
  [WORD_TYPE]: async (file) => [await (await import('./word-text.ts')).textOfWord(file)],
}

const pages = await READERS[type](new Uint8Array(await buffer(process.stdin)))
process.stdout.write(JSON.stringify(pages), () => process.exit(0))
