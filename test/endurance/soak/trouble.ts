import type { DemoServer } from '../../support/demo-server.ts'
import type { BadLine } from './bad-line.ts'
import { pause } from './meeting.ts'
import type { Writer } from './writer.ts'

export const TROUBLES = ['cut', 'delay', 'no network', 'lid closed', 'kill -9'] as const
export type Trouble = (typeof TROUBLES)[number]

/** How often each comes, of a thousand: a kill takes the product seconds, and all lines with it. */
const SHARES: Readonly<Record<Trouble, number>> = {
  cut: 400,
  delay: 300,
  'no network': 120,
  'lid closed': 120,
  'kill -9': 60,
}

interface Place {
  readonly server: DemoServer
  readonly lines: readonly BadLine[]
  readonly writers: readonly Writer[]
  readonly chance: () => number
}

/** One thing that goes wrong; resolves when the next may come. */
export async function trouble({ server, lines, writers, chance }: Place): Promise<Trouble> {
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
  const kind = chosen(chance())
  switch (kind) {
    case 'cut':
      oneOf(lines).cut()
      break
    case 'delay':
      oneOf(lines).delay(50 + chance() * 1_500, 500 + chance() * 3_000)
      break
    case 'no network':
      oneOf(lines).takeAway(200 + chance() * 4_000)
      break
    case 'lid closed':
      oneOf(writers).reopen()
      break
    case 'kill -9':
      await server.kill9()
      await server.restart()
      // So that people are back and in the middle of something when the next one comes.
      await pause(1_000 + chance() * 1_000)
  }
  await pause(100 + chance() * 400)
  return kind
}

function chosen(at: number): Trouble {
  let left = at * 1_000
  for (const kind of TROUBLES) {
    left -= SHARES[kind]
    if (left < 0) return kind
  }
  return 'cut'
}
