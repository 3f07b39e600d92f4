import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Metadata, Server } from '@tus/server'
import { z } from 'zod'
import { seen } from '#domain/record/seen.ts'
import type { Upload, UploadStore } from '#server/services/uploads.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NAME_LENGTH = 200

/** An empty value is none to the protocol. */
const fingerprint = z
  .string()
  .max(300)
  .nullish()
  .transform((value) => value ?? '')

/** What the sender says of his file, in `Upload-Metadata`. */
const said = z.object({
  filename: z.string().min(1).max(1_000),
  fingerprint,
})
/** What we keep beside it; nothing of this comes from the sender unchecked. */
const kept = z.object({
  fileName: z.string(),
  fingerprint,
  personId: z.string(),
  caseId: z.string(),
})

/** No longer than a file's name may be, and without half a sign at the end, which no database keeps. */
const cut = (text: string) => text.slice(0, NAME_LENGTH).replace(/[\ud800-\udbff]$/, '')
const lastPart = (name: string) => name.split(/[/\\]/).at(-1) ?? ''

/**
 * Uploads by the tus protocol, which may be broken off and gone on with. How much has arrived is the length of the file
 * itself, so that a killed process leaves nothing to mend, and all nodes that share the folder agree. Locks are a process's
 * own: two nodes that write the same part write the same bytes, and what is handed in is hashed as it is copied.
 */
export function createUploads(directory: string) {
  let made: Promise<{ store: FileStore; server: Server }> | null = null
  const tus = () => {
    made ??= open(directory)
    // A folder that could not be made is tried again with the next file.
    made.catch(() => (made = null))
    return made
  }

  async function find(uploadId: string): Promise<Upload | null> {
    if (!ID.test(uploadId)) return null
    const { store } = await tus()
    // Handed in or swept meanwhile, or half made: there is none.
    const upload = await store.getUpload(uploadId).catch(() => null)
    const about = kept.safeParse(upload?.metadata)
    if (!upload || !about.success || upload.size === undefined) return null
    return { id: uploadId, ...about.data, bytes: upload.size, arrived: upload.offset }
  }

  async function ids(): Promise<readonly string[]> {
    await tus()
    const names = (await readdir(directory)).map((name) => name.replace(/\.json$/, ''))
    return [...new Set(names)].filter((name) => ID.test(name))
  }

  const uploads: UploadStore = {
    describedIn({ headers }) {
      const length = headers.get('Upload-Length') ?? ''
      if (!/^[1-9]\d{0,14}$/.test(length)) return null
      try {
        const about = said.safeParse(Metadata.parse(headers.get('Upload-Metadata') ?? ''))
        if (!about.success) return null
        const fileName = cut(seen(lastPart(about.data.filename)).trim())
        if (/^\.*$|\0/.test(fileName)) return null
        return { fileName, fingerprint: about.data.fingerprint, bytes: Number(length) }
      } catch {
        return null
      }
    },

    async begin(request, { bytes: _, ...about }) {
      const { server } = await tus()
      const headers = new Headers(request.headers)
      headers.set('Upload-Metadata', Metadata.stringify(about))
      // Bytes come by PATCH alone, under the limit and the lock of a file that is known.
      headers.delete('Content-Type')
      return server.handleWeb(new Request(request.url, { method: 'POST', headers }))
    },

    async goOn({ method, headers, body, signal }, uploadId) {
      const { server } = await tus()
      // Under an address of our own: the server takes a file's number from the end of all of it, what follows `?` too.
      const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' }
      return server.handleWeb(new Request(new URL(uploadId, 'http://uploads/'), init))
    },
    find,
    all: async () => (await Promise.all((await ids()).map(find))).filter((upload) => upload !== null),
    read: (uploadId) => createReadStream(join(directory, uploadId)),
    async remove(uploadId) {
      for (const name of [uploadId, `${uploadId}.json`]) await rm(join(directory, name), { force: true })
    },
  }

  return {
    ...uploads,
    /** What got no byte since then is not gone on with any more. */
    async removeOlder(moment: Date): Promise<void> {
      for (const id of await ids()) {
        const file = await stat(join(directory, id)).catch(() => null)
        if (!file || file.mtime < moment) await uploads.remove(id)
      }
    },
  }
}

async function open(directory: string) {
  await mkdir(directory, { recursive: true })
  const store = new FileStore({ directory })
  const server = new Server({
    path: '/',
    datastore: store,
    locker: new MemoryLocker(),
    namingFunction: () => randomUUID(),
    generateUrl: (request, { id }) => `${new URL(request.url).pathname.replace(/\/$/, '')}/${id}`,
    // Our own pages alone send files (same-origin.ts).
    allowedOrigins: [],
  })
  return { store, server }
}
