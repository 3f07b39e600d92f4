import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(m?js|css|svg|json|txt)$/
/** Below that a packed file saves less than a packet. */
const WORTH_BYTES = 1_024

/** Packs what a browser fetches as small as it goes, once: while it is served nobody would wait for that. */
export function packFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (!TEXT.test(name) || statSync(path).size < WORTH_BYTES) continue
    const content = readFileSync(path)
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength }
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: size }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}
