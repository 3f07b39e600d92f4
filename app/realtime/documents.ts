import type { RealtimeClient } from './client.ts'
import { newCommandId } from './command-id.ts'
import { DocumentSession } from './document-session.ts'
import { browserPendingEdits, type PendingEdits } from './pending-edits.ts'

/** A document left by the page stays open this long: pages change, and Strict Mode mounts twice. */
const LINGER_MS = 2_000
/** And so long while its last words are still on their way. */
const LINGER_UNSAVED_MS = 15_000

interface Used {
  readonly session: DocumentSession
  users: number
  leaving: ReturnType<typeof setTimeout> | undefined
}

/** The live documents of one page, each opened once however many parts of the page show it. */
export class Documents {
  private readonly used = new Map<string, Used>()

  constructor(
    private readonly client: RealtimeClient,
    private readonly pending: PendingEdits,
  ) {
    const { connection } = client
    connection.onOnline(() => this.each((session) => session.open()))
    connection.on('document/update', ({ id, update }) =>
      this.each((session) => session.takeUpdates(id, [new Uint8Array(update)])),
    )
    connection.on('document/updates', ({ id, updates }) =>
      this.each((session) => session.takeUpdates(id, updates)),
    )
    connection.on('document/presence', ({ id, update }) =>
      this.each((session) => session.takePresence(id, new Uint8Array(update))),
    )
    connection.on('document/revoked', ({ id, refusal }) =>
      this.each((session) => session.revoked(id, refusal)),
    )
  }

  /** The session of a document; `release` it when done. */
  acquire(name: string): DocumentSession {
    const used = this.used.get(name) ?? this.add(name)
    used.users++
    clearTimeout(used.leaving)
    // Shown again after it was refused: it may be open to this person by now.
    if (used.session.isRefused) used.session.open()
    return used.session
  }

  release(name: string): void {
    const used = this.used.get(name)
    if (!used) return
    used.users--
    if (used.users === 0) this.letGo(name, used, Date.now() + LINGER_UNSAVED_MS)
  }

  private letGo(name: string, used: Used, latest: number): void {
    used.leaving = setTimeout(() => {
      if (!used.session.isSaved && Date.now() < latest) {
        this.letGo(name, used, latest)
        return
      }
      this.used.delete(name)
      used.session.destroy()
    }, LINGER_MS)
  }

  private add(name: string): Used {
    const session = new DocumentSession(name, this.client.connection, this.pending)
    const used: Used = { session, users: 0, leaving: undefined }
    this.used.set(name, used)
    return used
  }

  private each(work: (session: DocumentSession) => void): void {
    for (const { session } of [...this.used.values()]) work(session)
  }
}

const ofClient = new WeakMap<RealtimeClient, Documents>()

/** The one set of documents of a client, made when the first editor is loaded. */
export function documentsOf(client: RealtimeClient): Documents {
  const known = ofClient.get(client) ?? new Documents(client, browserPendingEdits(newCommandId()))
  ofClient.set(client, known)
  return known
}
