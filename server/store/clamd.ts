import { connect, type NetConnectOpts } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Verdict = 'clean' | 'infected' | 'not-scanned'

/** Looks a file through for what would do harm. Never throws: what could not be looked through was not scanned. */
export type Scan = (file: Readable) => Promise<Verdict>

/** A large archive takes clamd minutes after its last byte. */
const SILENCE_MS = 300_000
/** An answer is one line. */
const MOST_ANSWER = 4_096

const sized = (bytes: number) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** clamd's INSTREAM: parts with their length before them, and an empty one at the end. */
async function* framed(file: Readable) {
  yield Buffer.from('zINSTREAM\0')
  for await (const part of file as AsyncIterable<Buffer>) {
    if (part.length === 0) continue
    yield sized(part.length)
    yield part
  }
  yield sized(0)
}

function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0[^]*$/, '').trim()
  if (said === 'stream: OK') return 'clean'
  // `INSTREAM size limit exceeded. ERROR` and whatever else: nobody has said that it is clean.
  return /^stream: .+ FOUND$/.test(said) ? 'infected' : 'not-scanned'
}

/** Asks a clamd at a socket of this machine or of another; the only one that may say "clean" is it. */
export function createScan(address: NetConnectOpts): Scan {
  return async (file) => {
    const socket = connect(address)
    let answer = ''
    socket.setEncoding('utf8')
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('clamd does not answer')))
    const answered = new Promise<void>((resolve) => {
      socket.on('data', (part: string) => {
        answer = (answer + part).slice(0, MOST_ANSWER)
        if (answer.includes('\0')) resolve()
      })
      socket.once('close', () => resolve())
    })
    // Told by `close`; without a listener it would end the process.
    socket.on('error', () => undefined)
    try {
      // Left open on our side: a client that goes away is not answered.
      await pipeline(framed(file), socket, { end: false })
      await answered
      return verdictOf(answer)
    } catch {
      // It may have said "infected" before the end and closed; nothing else is believed of half a file.
      return verdictOf(answer) === 'infected' ? 'infected' : 'not-scanned'
    } finally {
      file.destroy()
      socket.destroy()
    }
  }
}
