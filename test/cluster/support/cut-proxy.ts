import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type LineState = 'open' | 'cut' | 'silent'

export interface CutProxy {
  readonly port: number
  /** `cut`: connections are refused and ended. `silent`: they stay and carry nothing, as when a cable is pulled. */
  set(state: LineState): void
  close(): void
}

/** Stands between a node and Redis or PostgreSQL. What was on its way when it fell silent arrives afterwards. */
export async function cutProxy(targetPort: number): Promise<CutProxy> {
  const sockets = new Set<Socket>()
  let state: LineState = 'open'
  const relay = createServer((near) => {
    if (state === 'cut') {
      near.destroy()
      return
    }
    const far = connect(targetPort, '127.0.0.1')
    const pair = [near, far]
    const end = () => {
      for (const socket of pair) {
        sockets.delete(socket)
        socket.destroy()
      }
    }
    for (const socket of pair) {
      sockets.add(socket)
      socket.setNoDelay(true).on('close', end).on('error', end)
      if (state === 'silent') socket.pause()
    }
    near.on('data', (chunk) => void far.write(chunk))
    far.on('data', (chunk) => void near.write(chunk))
    // Listening for data sets a socket going again.
    if (state === 'silent') for (const socket of pair) socket.pause()
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  return {
    port: (relay.address() as AddressInfo).port,
    set(next) {
      state = next
      for (const socket of [...sockets])
        if (next === 'cut') socket.destroy()
        else if (next === 'silent') socket.pause()
        else socket.resume()
    },
    close() {
      relay.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
