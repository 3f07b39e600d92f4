import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BucketAddress } from '#server/env.ts'

const require = createRequire(import.meta.url)

/** The only key that the server knows. */
const KEY = 'S3RVER'
const NAME = 'evidence-of-a-test'

/**
 * In a process of its own; its one line of output is the port. It checks every signature but those over `/bucket/`, of which it
 * takes the last stroke away before it counts.
 */
const PROGRAM = `
const Server = require(${JSON.stringify(require.resolve('@20minutes/s3rver'))})
const [directory, name] = process.argv.slice(1)
const server = new Server({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name, configs: [] }] })
server.middleware.unshift((asked, next) => {
  asked.app = Object.create(server, { allowMismatchedSignatures: { value: asked.path === '/' + name + '/' } })
  return next()
})
server.run().then(({ port }) => console.log(port))
`

/** A server that speaks S3 over HTTP and keeps its objects as files, with one bucket. */
export async function startBucket() {
  const directory = mkdtempSync(join(tmpdir(), 'huishang-bucket-'))
  const server = spawn(process.execPath, ['-e', PROGRAM, directory, NAME], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((found, failed) => {
    server.stdout.setEncoding('utf8').once('data', (text: string) => found(Number(text)))
    server.once('exit', (code) => failed(new Error(`the bucket's server ended with ${String(code)}`)))
  })
  const line = await openLine(port)
  const address: BucketAddress = {
    ...{ endpoint: `http://127.0.0.1:${line.port}`, name: NAME, region: 'us-east-1' },
    ...{ accessKey: KEY, secretKey: KEY, pathStyle: true },
  }
  return {
    address,
    /** As the product is told of it. */
    variables: {
      HUISHANG_S3_ENDPOINT: address.endpoint,
      HUISHANG_S3_BUCKET: NAME,
      HUISHANG_S3_ACCESS_KEY: KEY,
      HUISHANG_S3_SECRET_KEY: KEY,
    },
    line,
    /** Where the server itself keeps an object. */
    fileOf: (key: string) => join(directory, NAME, `${key}._S3rver_object`),
    has: (key: string) => existsSync(join(directory, NAME, `${key}._S3rver_object`)),
    async close() {
      await line.close()
      const ended = new Promise((done) => server.once('exit', done))
      server.kill()
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

type Fault =
  | { readonly is: 'none' | 'away' | '503' }
  /** Breaks once after so many bytes of a connection in that direction, and works again. */
  | { readonly is: 'breaks'; readonly way: 'up' | 'down'; readonly after: number; readonly once: boolean }

/**
 * The line between the product and the bucket, which can be harmed. Counts what went over it since it was last harmed, and keeps
 * the heads of requests.
 */
async function openLine(target: number) {
  let fault: Fault = { is: 'none' }
  let [up, down, asked] = [0, 0, '']
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    ends.add(near)
    near.on('error', () => undefined)
    if (fault.is === 'away') return near.destroy()
    if (fault.is === '503')
      return near.once('data', () =>
        near.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
      )
    const far = connect(target, '127.0.0.1')
    ends.add(far)
    far.on('error', () => near.destroy())
    let gone = { up: 0, down: 0 }
    const pass = (way: 'up' | 'down', to: Socket) => (data: Buffer) => {
      gone = { ...gone, [way]: gone[way] + data.length }
      if (way === 'up') {
        up += data.length
        asked += /^[A-Z]+ \/[^]*?\r\n\r\n/.exec(data.toString('latin1', 0, 4_000))?.[0] ?? ''
      } else down += data.length
      if (fault.is === 'breaks' && fault.way === way && gone[way] > fault.after) {
        if (fault.once) fault = { is: 'none' }
        near.destroy()
        far.destroy()
      } else to.write(data)
    }
    near.on('data', pass('up', far))
    far.on('data', pass('down', near))
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    return undefined
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const cut = () => {
    for (const end of ends) end.destroy()
    ends.clear()
  }
  return {
    port: (server.address() as AddressInfo).port,
    /** From here on; connections that stand are cut. */
    harm(with_: Fault) {
      fault = with_
      ;[up, down, asked] = [0, 0, '']
      cut()
    },
    mend() {
      this.harm({ is: 'none' })
    },
    passed: () => ({ up, down, asked }),
    async close() {
      cut()
      await new Promise((closed) => server.close(closed))
    },
  }
}
