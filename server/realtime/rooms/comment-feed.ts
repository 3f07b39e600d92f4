import type { CommentChanges, SeenComment } from '#domain/comments/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Audience, ToldComments } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import { SharedEvent } from '#protocol/shared-event.ts'
import type { RealtimeLog } from '../surroundings.ts'

/** What became of a hearing's comments after an entry, once for each kind of reader. */
export interface FeedChanges {
  readonly seq: number
  readonly forModerators: CommentChanges
  readonly forAll: CommentChanges
  /** What only the author sees of his own. */
  readonly forAuthors: ReadonlyMap<string, readonly SeenComment[]>
}

export interface CommentFeedOptions {
  /** Whether the person reads the comments, and as one of those who work the queue. */
  readonly readerOf: (actor: Actor, hearingId: string) => Promise<{ readonly moderates: boolean } | Refusal>
  /** Filtered for nobody: the feed chooses what goes to whom. */
  readonly changesOf: (hearingId: string, after: number) => Promise<FeedChanges>
  readonly log: RealtimeLog
  readonly isCutOff: () => boolean
}

interface Reader {
  readonly peer: Peer
  /** The screen sees what everybody may, whoever opened it. */
  readonly audience: Audience
  moderates: boolean
  /** The entry up to which the reader has been told; null until he has been let in. */
  seq: number | null
  /** Something may have been closed to him: he gets nothing until he has been asked anew. */
  asking: Promise<void> | null
}

interface Channel {
  readonly readers: Map<Peer, Reader>
  timer: NodeJS.Timeout | null
}

/** Four times a second: nobody reads faster, and what came in a burst goes out together. */
const TELL_MS = 250
/** A hearing in turmoil: access changed this often before an answer was ready. */
const MOST_LOOKS = 50

/**
 * The live comments of hearings. A thousand people read them and a hundred come in a second, so nobody gets a view of his
 * own: what changed is put into words once for chair and recorder and once for everybody else, and authors are told their
 * own besides (issue 4 §2).
 */
export class CommentFeed {
  private readonly channels = new Map<string, Channel>()
  /** Grows with every change that may take access away: what was read before it is given to nobody. */
  private epoch = 0

  constructor(private readonly options: CommentFeedOptions) {}

  /**
   * What changed after entry `after` (0: everything), then every change as it comes. `joined` is called before any of
   * them. Refusals: those of `readerOf`, `auth/required`, `record/unavailable`.
   */
  async join(
    peer: Peer,
    hearingId: string,
    { after, audience }: { readonly after: number; readonly audience: Audience },
    joined: (told: ToldComments) => void,
  ): Promise<Refusal | null> {
    const channel = this.channel(hearingId)
    const reader: Reader = { peer, audience, moderates: false, seq: null, asking: null }
    channel.readers.set(peer, reader)
    const isHere = () => peer.isOpen && channel.readers.get(peer) === reader
    const refusal = await this.look(
      reader,
      hearingId,
      () => after,
      (told) => {
        if (isHere()) joined(told)
      },
    )
    if (!refusal && isHere()) return null
    this.leave(peer, hearingId)
    return refusal ?? refuse('auth/required')
  }

  leave(peer: Peer, hearingId: string): void {
    const channel = this.channels.get(hearingId)
    if (!channel?.readers.delete(peer) || channel.readers.size > 0) return
    if (channel.timer) clearTimeout(channel.timer)
    this.channels.delete(hearingId)
  }

  leaveAll(peer: Peer): void {
    for (const hearingId of [...this.channels.keys()]) this.leave(peer, hearingId)
  }

  /** Comments were appended. Told soon, together with what comes meanwhile. */
  changed(hearingId: string): void {
    const channel = this.channels.get(hearingId)
    if (channel) channel.timer ??= setTimeout(() => void this.tell(hearingId, channel), TELL_MS)
  }

  /** From this call on, before anything is awaited, whoever is affected gets nothing until he has been asked anew. */
  async refresh(affects: (hearingId: string, personId: string) => boolean): Promise<void> {
    this.epoch++
    const asked: Promise<void>[] = []
    for (const [hearingId, { readers }] of this.channels)
      for (const reader of readers.values())
        if (reader.seq !== null && affects(hearingId, reader.peer.personId))
          asked.push((reader.asking ??= this.askAnew(reader, hearingId)))
    await Promise.all(asked)
  }

  stop(): void {
    for (const { timer } of this.channels.values()) if (timer) clearTimeout(timer)
    this.channels.clear()
  }

  private channel(hearingId: string): Channel {
    const channel = this.channels.get(hearingId) ?? { readers: new Map(), timer: null }
    this.channels.set(hearingId, channel)
    return channel
  }

  private async tell(hearingId: string, channel: Channel): Promise<void> {
    // What comes from here on has its own telling; should that be ready first, this one is found old below.
    channel.timer = null
    const told = [...channel.readers.values()].flatMap(({ asking, seq }) => (asking ? [] : (seq ?? [])))
    try {
      if (told.length > 0) {
        // From where the last of them stands: what others know already they get once more, the same.
        const changes = await this.options.changesOf(hearingId, Math.min(...told))
        if (!this.options.isCutOff()) tellAll(hearingId, channel, changes)
      }
    } catch (error) {
      this.options.log.error({ err: error, hearingId }, 'comments could not be told')
      this.changed(hearingId)
      return
    }
    // What is being read for whoever is still at the door may be older than this.
    if ([...channel.readers.values()].some(({ asking, seq }) => asking !== null || seq === null))
      this.changed(hearingId)
  }

  /**
   * Tells the reader what he may know now, never what was read before the last change that may have closed something: between
   * asking whether there was one and telling nothing else runs.
   */
  private async look(
    reader: Reader,
    hearingId: string,
    after: (moderates: boolean) => number,
    tell: (told: ToldComments) => void,
  ): Promise<Refusal | null> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const { epoch } = this
      const actor = await reader.peer.actor()
      if (!actor) return refuse('auth/required')
      const seen = await this.options.readerOf(actor, hearingId)
      if (isRefusal(seen)) return seen
      const moderates = seen.moderates && reader.audience === 'person'
      const from = after(moderates)
      const changes = await this.options.changesOf(hearingId, from)
      if (epoch !== this.epoch) continue
      if (this.options.isCutOff()) return refuse('record/unavailable')
      reader.moderates = moderates
      reader.seq = changes.seq
      reader.asking = null
      tell({ hearingId, ...chosen(reader, changes), whole: from === 0 })
      return null
    }
    return refuse('record/unavailable')
  }

  private async askAnew(reader: Reader, hearingId: string): Promise<void> {
    const { peer, seq, moderates } = reader
    const isHere = () => this.channels.get(hearingId)?.readers.get(peer) === reader
    // Whoever sees more or less than before begins anew; everybody else goes on.
    const from = (now: boolean) => (now === moderates ? (seq ?? 0) : 0)
    const refusal = await this.look(reader, hearingId, from, (told) => {
      if (isHere() && (told.whole || says(told))) peer.send('comments/changes', told)
    }).catch((error: unknown) => {
      this.options.log.error({ err: error, hearingId }, 'access to comments could not be asked')
      return refuse('record/unavailable')
    })
    if (!refusal || !isHere()) return
    this.leave(peer, hearingId)
    peer.send('comments/revoked', { hearingId, refusal })
  }
}

/** What one reader is told: what all are, and of his own what only he sees. */
function chosen(reader: Reader, { seq, forModerators, forAll, forAuthors }: FeedChanges) {
  if (reader.moderates) return { seq, ...forModerators }
  const own = ownOf(reader, forAuthors) ?? []
  return { seq, put: [...forAll.put, ...own], gone: forAll.gone }
}

/** While comments only come in, a thousand readers have nothing to hear. */
const says = ({ put, gone }: CommentChanges) => put.length > 0 || gone.length > 0

const ownOf = ({ audience, peer }: Reader, forAuthors: FeedChanges['forAuthors']) =>
  audience === 'person' ? forAuthors.get(peer.personId) : undefined

function tellAll(hearingId: string, channel: Channel, changes: FeedChanges): void {
  const { seq, forAll, forModerators, forAuthors } = changes
  const shared = (told: CommentChanges) =>
    new SharedEvent('comments/changes', { hearingId, seq, ...told, whole: false })
  const toAll = shared(forAll)
  const toModerators = shared(forModerators)
  for (const reader of channel.readers.values()) {
    if (reader.asking || reader.seq === null || reader.seq >= seq) continue
    reader.seq = seq
    if (reader.moderates) reader.peer.tell(toModerators)
    else if (says(forAll)) reader.peer.tell(toAll)
    const own = reader.moderates ? undefined : ownOf(reader, forAuthors)
    if (own) reader.peer.send('comments/changes', { hearingId, seq, put: own, gone: [], whole: false })
  }
}
