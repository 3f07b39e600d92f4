import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a page may cost at its first visit without the editor: bytes of JavaScript after gzip. */
const LIMIT = 200_000

const client = join(import.meta.dirname, '../build/pages/client')

interface Loaded {
  readonly module: string
  readonly imports?: readonly string[]
}
interface Manifest {
  readonly entry: Loaded
  readonly routes: Readonly<Record<string, Loaded & { readonly id: string; readonly parentId?: string }>>
}

function manifest(): Manifest {
  const name = readdirSync(join(client, 'assets')).find((file) => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error('Nothing is built: npm run build')
  const text = readFileSync(join(client, 'assets', name), 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
}

const weights = new Map<string, number>()

/** The editor is counted nowhere: where it is used it is what the visitor came for. */
function weightOf(file: string): number {
  const known = weights.get(file)
  if (known !== undefined) return known
  const content = readFileSync(join(client, file))
  const weight = content.includes('ProseMirror') ? 0 : gzipSync(content).byteLength
  weights.set(file, weight)
  return weight
}

const { entry, routes } = manifest()
const filesOf = ({ module, imports = [] }: Loaded) => [module, ...imports]

/** A route with the layouts around it, and what each of them imports at once. */
function filesFor(id: string | undefined): readonly string[] {
  const route = id === undefined ? undefined : routes[id]
  return route ? [...filesOf(route), ...filesFor(route.parentId)] : []
}

const pages = Object.keys(routes)
  .map((id) => {
    const files = [...new Set([...filesOf(entry), ...filesFor(id)])]
    return { id, bytes: files.reduce((sum, file) => sum + weightOf(file), 0) }
  })
  .sort((a, b) => b.bytes - a.bytes)

for (const { id, bytes } of pages) {
  if (bytes > LIMIT || process.argv.includes('--all'))
    console.log(`${(bytes / 1_000).toFixed(1).padStart(7)} kB  ${id}`)
}
if (pages.some(({ bytes }) => bytes > LIMIT)) process.exitCode = 1
