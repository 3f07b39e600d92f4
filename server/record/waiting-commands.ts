/** So that the commit of the first is not kept waiting by the last. */
const MOST_TOGETHER = 200

interface Waiting<Input, Done> {
  readonly input: Input
  readonly resolve: (done: Done) => void
  readonly reject: (error: unknown) => void
}

export interface WaitingOptions<Input, Done> {
  /** Runs `work` when the stream is free. */
  readonly hold: (stream: string, work: () => Promise<void>) => Promise<void>
  readonly alone: (stream: string, input: Input) => Promise<Done>
  /** In order, one outcome for each; all or nothing where it throws. */
  readonly together: (stream: string, inputs: readonly Input[]) => Promise<readonly Done[]>
}

/**
 * Commands that come while their stream is busy wait and are then carried out together: a hundred people who press a key
 * within a second share a few writes to the disk. One that comes to a free stream goes at once and alone.
 */
export class WaitingCommands<Input extends { readonly commandId: string }, Done> {
  private readonly queues = new Map<string, Waiting<Input, Done>[]>()

  constructor(private readonly options: WaitingOptions<Input, Done>) {}

  add(stream: string, input: Input): Promise<Done> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(stream)
      if (queue) queue.push({ input, resolve, reject })
      else this.wait(stream, [{ input, resolve, reject }])
    })
  }

  private wait(stream: string, queue: Waiting<Input, Done>[]): void {
    this.queues.set(stream, queue)
    void this.options.hold(stream, async () => {
      this.queues.delete(stream)
      const { now, later } = parted(queue)
      if (later.length > 0) this.wait(stream, later)
      await this.carryOut(stream, now)
    })
  }

  private async carryOut(stream: string, waiting: readonly Waiting<Input, Done>[]): Promise<void> {
    if (waiting.length > 1)
      try {
        const inputs = waiting.map(({ input }) => input)
        const done = await this.options.together(stream, inputs)
        for (const [index, { resolve }] of waiting.entries()) resolve(done[index] as Done)
        return
      } catch {
        // One that fails must not take the others with it.
      }
    for (const { input, resolve, reject } of waiting)
      await this.options.alone(stream, input).then(resolve, reject)
  }
}

/** The same command sent twice finds its answer in the record, once it stands there. */
function parted<Input extends { readonly commandId: string }, Done>(queue: readonly Waiting<Input, Done>[]) {
  const ids = new Set<string>()
  const now: Waiting<Input, Done>[] = []
  const later: Waiting<Input, Done>[] = []
  for (const one of queue) {
    const { commandId } = one.input
    if (now.length < MOST_TOGETHER && !ids.has(commandId)) now.push(one)
    else later.push(one)
    ids.add(commandId)
  }
  return { now, later }
}
