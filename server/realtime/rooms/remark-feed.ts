import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { ToldRemarks } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import type { RealtimeLog } from '../surroundings.ts'

/** What one person may know of the remarks on a document since an entry. */
export type RemarkPiece = Omit<ToldRemarks, 'name' | 'whole'>

export interface RemarkFeedOptions {
  /** Asks for access and for what may be seen in one; 0 for everything. */
  readonly changesOf: (actor: Actor, name: string, after: number) => Promise<RemarkPiece | Refusal>
  readonly log: RealtimeLog
  readonly isCutOff: () => boolean
}

interface Reader {
  readonly peer: Peer
  /** What he was told last; null until he has been let in. */
  known: RemarkPiece | null
  /** One telling after the other: an older one must not overtake a newer. */
  turn: Promise<unknown>
}

interface Channel {
  readonly readers: Map<Peer, Reader>
  timer: NodeJS.Timeout | null
}

/** What several write at once goes out together. */
const TELL_MS = 100
/** A document in turmoil: access changed this often before an answer was ready. */
const MOST_LOOKS = 50

/**
 * The remarks on documents. A text has tens of readers, not thousands, so each is asked for anew before he is told
 * anything: nobody gets a remark on a document that he may not read at that moment.
 */
export class RemarkFeed {
  private readonly channels = new Map<string, Channel>()
  /** Grows with every change that may take access away: what was read before it is told to nobody. */
  private epoch = 0

  constructor(private readonly options: RemarkFeedOptions) {}

  /**
   * What changed after entry `after` (0: everything), then every change as it comes. `joined` is called before any of
   * them. Refusals: those of `changesOf`, `auth/required`, `record/unavailable`.
   */
  async join(
    peer: Peer,
    name: string,
    after: number,
    joined: (told: ToldRemarks) => void,
  ): Promise<Refusal | null> {
    const channel = this.channel(name)
    const reader: Reader = { peer, known: null, turn: Promise.resolve() }
    channel.readers.set(peer, reader)
    const refusal = await this.inTurn(reader, () => this.look(reader, name, after, joined))
    if (!refusal && this.isHere(reader, name)) return null
    if (this.isHere(reader, name)) this.leave(peer, name)
    return refusal ?? refuse('auth/required')
  }

  leave(peer: Peer, name: string): void {
    const channel = this.channels.get(name)
    if (!channel?.readers.delete(peer) || channel.readers.size > 0) return
    if (channel.timer) clearTimeout(channel.timer)
    this.channels.delete(name)
  }

  leaveAll(peer: Peer): void {
    for (const name of [...this.channels.keys()]) this.leave(peer, name)
  }

  /** Remarks were appended. Told soon, together with what comes meanwhile. */
  changed(name: string): void {
    const channel = this.channels.get(name)
    if (channel) channel.timer ??= setTimeout(() => void this.tellAll(name, channel), TELL_MS)
  }

  /** From this call on, before anything is awaited, whoever is affected gets nothing until he has been asked anew. */
  async refresh(affects: (name: string, personId: string) => boolean): Promise<void> {
    this.epoch++
    const asked: Promise<void>[] = []
    for (const [name, { readers }] of this.channels)
      for (const reader of readers.values())
        if (reader.known && affects(name, reader.peer.personId)) asked.push(this.tell(reader, name))
    await Promise.all(asked)
  }

  stop(): void {
    for (const { timer } of this.channels.values()) if (timer) clearTimeout(timer)
    this.channels.clear()
  }

  private channel(name: string): Channel {
    const channel = this.channels.get(name) ?? { readers: new Map(), timer: null }
    this.channels.set(name, channel)
    return channel
  }

  private isHere(reader: Reader, name: string): boolean {
    return reader.peer.isOpen && this.channels.get(name)?.readers.get(reader.peer) === reader
  }

  private inTurn<T>(reader: Reader, work: () => Promise<T>): Promise<T> {
    const done = reader.turn.then(work)
    reader.turn = done.catch(() => undefined)
    return done
  }

  private async tellAll(name: string, channel: Channel): Promise<void> {
    channel.timer = null
    await Promise.all([...channel.readers.values()].map((reader) => this.tell(reader, name)))
  }

  /** Tells one reader what is new to him, or that there is nothing for him any more. Never rejects. */
  private async tell(reader: Reader, name: string): Promise<void> {
    const { peer } = reader
    const refusal = await this.inTurn(reader, async () => {
      const before = reader.known
      if (!before || !this.isHere(reader, name)) return null
      return this.look(reader, name, before.seq, (told) => {
        if (told.whole || told.remarks.length > 0 || saysOther(before, told))
          peer.send('remarks/changes', told)
      })
    }).catch((error: unknown) => {
      this.options.log.error({ err: error, document: name }, 'remarks could not be told')
      return refuse('record/unavailable')
    })
    if (!refusal || !this.isHere(reader, name)) return
    this.leave(peer, name)
    peer.send('remarks/revoked', { name, refusal })
  }

  /** Between asking whether anything was closed meanwhile and telling, nothing else runs. */
  private async look(
    reader: Reader,
    name: string,
    after: number,
    tell: (told: ToldRemarks) => void,
  ): Promise<Refusal | null> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const { epoch } = this
      const actor = await reader.peer.actor()
      if (!actor) return refuse('auth/required')
      const piece = await this.pieceFor(reader, actor, name, after)
      if (isRefusal(piece)) return piece
      if (epoch !== this.epoch) continue
      if (this.options.isCutOff()) return refuse('record/unavailable')
      if (!this.isHere(reader, name)) return null
      const { from, ...told } = piece
      reader.known = piece
      tell({ name, ...told, whole: from === 0 })
      if (piece.more) this.changed(name)
      return null
    }
    return refuse('record/unavailable')
  }

  /** Whoever sees more or less than before begins anew; everybody else goes on. */
  private async pieceFor(reader: Reader, actor: Actor, name: string, after: number) {
    const piece = await this.options.changesOf(actor, name, after)
    if (isRefusal(piece)) return piece
    const isOther = reader.known !== null && reader.known.own !== piece.own
    if (!isOther) return { ...piece, from: after }
    const whole = await this.options.changesOf(actor, name, 0)
    return isRefusal(whole) ? whole : { ...whole, from: 0 }
  }
}

const SAID = ['silenced', 'unsuggesting', 'settles', 'writes', 'applicantReads'] as const

/** The person may do more or less than before. */
function saysOther(before: RemarkPiece, now: ToldRemarks): boolean {
  return SAID.some((what) => before[what] !== now[what])
}
