import { WireSocket } from '../wire/web-socket.ts'

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
}
interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

export interface Hot {
  readonly name: string
  readonly share: number
}

const SAMPLE_MICROS = 200

/** Questions to a running Node process through its inspector: any server, ours as built, without a change in it. */
export class Inspector {
  private next = 1
  private readonly waiting = new Map<number, (result: unknown) => void>()

  private constructor(private readonly wire: WireSocket) {
    wire.onText = (payload) => {
      const { id, result } = JSON.parse(payload.toString()) as { id?: number; result?: unknown }
      if (id === undefined) return
      this.waiting.get(id)?.(result)
      this.waiting.delete(id)
    }
  }

  /** @param address `ws://127.0.0.1:<port>/<id>`, as Node prints it */
  static async attach(address: string): Promise<Inspector> {
    const { port, pathname } = new URL(address)
    return new Inspector(await WireSocket.open({ port: Number(port), path: pathname }))
  }

  /** Bytes of heap in use after a collection of garbage. */
  async heapBytes(): Promise<number> {
    await this.ask('HeapProfiler.enable')
    // Weak references and finalizers need a second collection.
    for (let times = 0; times < 2; times++) await this.ask('HeapProfiler.collectGarbage')
    const { usedSize } = (await this.ask('Runtime.getHeapUsage')) as { usedSize: number }
    return usedSize
  }

  /** Bytes that objects and buffers take after a collection of garbage. */
  async memoryInUse(): Promise<number> {
    await this.heapBytes()
    return this.number('(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())')
  }

  /** What an expression gives in the process. */
  async number(expression: string): Promise<number> {
    const { result } = (await this.ask('Runtime.evaluate', { expression })) as { result: { value: number } }
    return result.value
  }

  async startProfile(): Promise<void> {
    await this.ask('Profiler.enable')
    await this.ask('Profiler.setSamplingInterval', { interval: SAMPLE_MICROS })
    await this.ask('Profiler.start')
  }

  /** The functions that took most time themselves, as shares of the time that was not idle. */
  async stopProfile(most = 25): Promise<readonly Hot[]> {
    const { profile } = (await this.ask('Profiler.stop')) as { profile: Profile }
    return hottest(profile, most)
  }

  close(): void {
    this.wire.destroy()
  }

  private ask(method: string, params: object = {}): Promise<unknown> {
    const id = this.next++
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.wire.sendText(JSON.stringify({ id, method, params }))
    })
  }
}

function hottest({ nodes, samples, timeDeltas }: Profile, most: number): readonly Hot[] {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]))
  const times = new Map<string, number>()
  let busy = 0
  for (const [index, sample] of samples.entries()) {
    const name = names.get(sample) ?? ''
    if (name === '(idle)') continue
    const micros = timeDeltas[index] ?? 0
    busy += micros
    times.set(name, (times.get(name) ?? 0) + micros)
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, micros]) => ({ name, share: micros / busy }))
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  if (functionName.startsWith('(')) return functionName
  const place = url.replace(/^.*node_modules\//, '').replace(/^file:.*\/build\//, 'build/')
  // Native ones have no place; `run` is better-sqlite3's statement, with the wait for the disk in it.
  return `${functionName || '(anonymous)'} ${url === '' ? '(native)' : `${place}:${lineNumber + 1}`}`
}
