import type { Inspector } from './inspector.ts'

const EVERY_MS = 10
const HISTOGRAM = 'globalThis.benchLoopDelay'

export interface LoopDelay {
  /** Milliseconds that a timer came too late. */
  readonly p99: number
  readonly max: number
}

/** Begins to count, in the server's own process, how late its timers come. */
export async function watchLoop(inspector: Inspector): Promise<() => Promise<LoopDelay>> {
  const module = "process.getBuiltinModule('node:perf_hooks')"
  await inspector.number(
    `${HISTOGRAM} = ${module}.monitorEventLoopDelay({ resolution: ${EVERY_MS} }); ${HISTOGRAM}.enable(); 0`,
  )
  const late = async (nanos: string) =>
    Math.max(0, (await inspector.number(`${HISTOGRAM}.${nanos}`)) / 1_000_000 - EVERY_MS)
  return async () => {
    await inspector.number(`${HISTOGRAM}.disable(); 0`)
    return { p99: await late('percentile(99)'), max: await late('max') }
  }
}
