import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { FileStorage } from '@flystorage/file-storage'
import { LocalStorageAdapter } from '@flystorage/local-fs'

/** Not yet a piece of evidence, no longer one: nobody can name what lies there. */
const NAMELESS = ['incoming', 'swept']

/** The evidence store as the nightly sweep sees it. Files have their content's SHA-256 for a name. */
export function createLeftOverFiles(directory: string) {
  const storage = new FileStorage(new LocalStorageAdapter(directory))
  const place = (file: string) => `${file.slice(0, 2)}/${file}`

  return {
    async olderThan(moment: Date): Promise<readonly string[]> {
      const found: string[] = []
      if (!(await storage.directoryExists(''))) return found
      for await (const { path, isFile } of storage.list('', { deep: true })) {
        if (!isFile || (await storage.lastModified(path)) >= moment.getTime()) continue
        if (path === place(basename(path))) found.push(basename(path))
        // Uploads that broke off, and what an interrupted sweep left.
        else if (NAMELESS.includes(dirname(path))) await storage.deleteFile(path)
      }
      return found
    },

    async removeOlder(file: string, moment: Date): Promise<void> {
      const aside = `swept/${randomUUID()}`
      await storage.moveFile(place(file), aside)
      // The same content may have been put there again since we looked: what we hold is then that one.
      if ((await storage.lastModified(aside)) < moment.getTime()) await storage.deleteFile(aside)
      else await storage.moveFile(aside, place(file))
    },
  }
}
