import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface FrontDoor {
  readonly url: string
  close(): void
}

const CHECK_MS = 300
const CONNECT_MS = 500

/**
 * What a load balancer is to the nodes: each connection goes to the next of those that say they are ready, and to
 * another one where that cannot be reached. Nobody comes back to the same node on purpose.
 */
export async function openFrontDoor(ports: readonly number[]): Promise<FrontDoor> {
  const ready = new Set<number>()
  let turn = 0
  let isClosed = false
  const sockets = new Set<Socket>()

  async function check(port: number): Promise<void> {
    const signal = AbortSignal.timeout(1_000)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => null)
    if (answer?.ok) ready.add(port)
    else ready.delete(port)
    if (!isClosed) setTimeout(() => void check(port), CHECK_MS).unref()
  }

  function reach(near: Socket, tried: readonly number[]): void {
    const left = ports.filter((port) => ready.has(port) && !tried.includes(port))
    const port = left[(turn += 1) % Math.max(1, left.length)]
    if (port === undefined) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    const another = () => {
      far.destroy()
      reach(near, [...tried, port])
    }
    const late = setTimeout(another, CONNECT_MS)
    far.once('error', () => {
      clearTimeout(late)
      another()
    })
    far.once('connect', () => {
      clearTimeout(late)
      far.removeAllListeners('error')
      const end = () => {
        sockets.delete(near)
        near.destroy()
        far.destroy()
      }
      for (const socket of [near, far]) socket.setNoDelay(true).on('close', end).on('error', end)
      near.pipe(far)
      far.pipe(near)
    })
  }

  const door = createServer((near) => {
    sockets.add(near)
    near.on('error', () => near.destroy())
    reach(near, [])
  })
  await Promise.all(ports.map(check))
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    close() {
      isClosed = true
      door.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
