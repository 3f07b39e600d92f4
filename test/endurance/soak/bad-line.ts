import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'

/** The way between one page and the server: it can be cut, held up and taken away. */
export class BadLine {
  private readonly pairs = new Set<readonly [Socket, Socket]>()
  private delayMs = 0
  private isDown = false

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(port: number): Promise<BadLine> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const line = new BadLine(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.on('connection', (near) => line.join(near, port))
    return line
  }

  /** Both ends learn at once that the other is gone; what was on its way is lost. */
  cut(): void {
    for (const pair of this.pairs) for (const end of pair) end.destroy()
  }

  /** Everything takes so much longer, in order, for a while. */
  delay(ms: number, forMs: number): void {
    this.delayMs = ms
    setTimeout(() => (this.delayMs = 0), forMs)
  }

  /** No network: what is there is cut, nothing new comes through. */
  takeAway(forMs: number): void {
    this.isDown = true
    this.cut()
    setTimeout(() => (this.isDown = false), forMs)
  }

  close(): void {
    this.cut()
    this.server.close()
  }

  private join(near: Socket, port: number): void {
    if (this.isDown) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    const pair = [near, far] as const
    this.pairs.add(pair)
    this.carry(near, far)
    this.carry(far, near)
    for (const end of pair) {
      end.on('error', () => undefined)
      end.on('close', () => {
        this.pairs.delete(pair)
        for (const other of pair) other.destroy()
      })
    }
  }

  /** In order even while the delay changes: a piece never leaves before the one ahead of it. */
  private carry(from: Socket, to: Socket): void {
    let notBefore = 0
    from.on('data', (piece) => {
      const at = Math.max(notBefore, Date.now() + this.delayMs)
      notBefore = at
      const wait = at - Date.now()
      if (wait <= 0) to.write(piece)
      else setTimeout(() => to.writable && to.write(piece), wait)
    })
  }
}
