import { createServer, connect, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface BadNetwork {
  readonly url: string
  /** Cuts everything that is connected now; frames under way are lost. */
  cut(): void
  /** While down, nobody gets through. */
  setDown(isDown: boolean): void
}

/** Stands between clients and a server: bytes arrive late by up to `mostDelayMs`, and can be cut off at any point. */
export async function badNetwork(
  serverPort: number,
  chance: () => number,
  mostDelayMs: number,
): Promise<BadNetwork> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let isDown = false
  const relay = createServer((near) => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = connect(serverPort, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    forward(near, far, chance, mostDelayMs)
    forward(far, near, chance, mostDelayMs)
    for (const socket of pair) socket.on('close', end).on('error', end)
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const [near, far] of [...pairs]) {
      near.destroy()
      far.destroy()
    }
  }
  onTestFinished(() => {
    cut()
    relay.close()
  })
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    cut,
    setDown: (down) => {
      isDown = down
      if (down) cut()
    },
  }
}

function forward(from: Socket, to: Socket, chance: () => number, mostDelayMs: number): void {
  let turn = Promise.resolve()
  from.on('data', (chunk) => {
    const delay = chance() * mostDelayMs
    turn = turn
      .then(() => new Promise((resolve) => setTimeout(resolve, delay)))
      .then(() => {
        if (!to.destroyed) to.write(chunk)
      })
  })
}
