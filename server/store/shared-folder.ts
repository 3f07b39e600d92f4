import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Made and not yet written by who came first: so long it is waited for. */
const WAIT_MS = 2_000

/**
 * What tells this folder from any other, the same for all nodes that share it: written by whoever comes first and never again.
 * Nodes that keep evidence in folders apart would each miss what came to the others.
 */
export async function folderId(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true })
  const file = join(directory, '.folder')
  await writeFile(file, randomUUID(), { flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  const deadline = performance.now() + WAIT_MS
  for (;;) {
    const id = await readFile(file, 'utf8')
    if (id !== '' || performance.now() > deadline) return id
    await pause(20)
  }
}
