import type { LineState } from './cut-proxy.ts'
import { pause } from './crowd.ts'
import type { ProductNode } from './product.ts'

/** One thing that goes wrong with one node, and is over when it resolves. */
export type Harm = (node: ProductNode, chance: () => number) => Promise<void>

const between = (chance: () => number, least: number, most: number) => least + chance() * (most - least)

const line =
  (of: 'redis' | 'postgres', state: LineState, mostMs: number): Harm =>
  async (node, chance) => {
    node[of].set(state)
    await pause(between(chance, 300, mostMs))
    node[of].set('open')
  }

const ended =
  (signal: 'SIGKILL' | 'SIGTERM'): Harm =>
  async (node, chance) => {
    await node.signal(signal)
    await pause(between(chance, 100, 3_000))
    await node.start()
  }

export const HARMS: Readonly<Record<string, Harm>> = {
  killed: ended('SIGKILL'),
  stopped: ended('SIGTERM'),
  async asleep(node, chance) {
    await node.signal('SIGSTOP')
    await pause(between(chance, 300, 6_000))
    await node.signal('SIGCONT')
  },
  'cut off from Redis': line('redis', 'cut', 8_000),
  'unheard by Redis': line('redis', 'silent', 8_000),
  'cut off from PostgreSQL': line('postgres', 'cut', 4_000),
  'unheard by PostgreSQL': line('postgres', 'silent', 4_000),
}
