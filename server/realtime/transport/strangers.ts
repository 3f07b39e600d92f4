import { LIMITS } from '#protocol/limits.ts'
import type { RealtimeMetrics } from '../surroundings.ts'
import type { OurSocket } from './socket-peer.ts'

type EngineSocket = OurSocket['conn']

/** What `ws` keeps to itself: how large a message its reader takes. Missing in another release, the larger limit holds. */
interface Inside {
  readonly transport?: { readonly socket?: { readonly _receiver?: { _maxPayload?: number } } }
}

const receiverOf = (conn: EngineSocket) => (conn as unknown as Inside).transport?.socket?._receiver

/**
 * Connections that have not said who they are. So many at once, and each so few bytes, that nobody without a session
 * can fill the memory: a thousand of them with a frame of a mebibyte each would be a gibibyte. The deadline of the
 * greeting is socket.io's.
 */
export class Strangers {
  /** Each with what counts its bytes. */
  private readonly here = new Map<EngineSocket, (packet: { data?: unknown }) => void>()

  constructor(
    private readonly frameBytes: number,
    private readonly metrics: Pick<RealtimeMetrics, 'limited'>,
  ) {}

  /** Asked at the upgrade. */
  get areTooMany(): boolean {
    if (this.here.size < LIMITS.strangers) return false
    this.metrics.limited('strangers')
    return true
  }

  come(conn: EngineSocket): void {
    const receiver = receiverOf(conn)
    if (receiver) receiver._maxPayload = LIMITS.strangerBytes
    let bytes = 0
    const count = ({ data }: { data?: unknown }) => {
      bytes += typeof data === 'string' || data instanceof Uint8Array ? data.length : 0
      if (bytes <= LIMITS.strangerBytes) return
      this.metrics.limited('strangerBytes')
      this.forget(conn)
      conn.close()
    }
    this.here.set(conn, count)
    conn.on('packet', count)
    conn.once('close', () => this.forget(conn))
  }

  /** Somebody we know by now. */
  admit(conn: EngineSocket): void {
    this.forget(conn)
    const receiver = receiverOf(conn)
    if (receiver) receiver._maxPayload = this.frameBytes
  }

  private forget(conn: EngineSocket): void {
    const count = this.here.get(conn)
    if (count) conn.off('packet', count)
    this.here.delete(conn)
  }
}
