import type { DocumentNews } from '../cluster/messages.ts'
import type { Cluster } from '../cluster/port.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { Holds } from './holds.ts'
import type { LiveDocument } from './live-document.ts'
import type { Presence } from './presence.ts'
import type { DocumentRegistry } from './registry.ts'

interface Parts {
  readonly cluster: Cluster
  readonly registry: DocumentRegistry
  readonly presence: Presence
  readonly elsewhere: Elsewhere
  readonly holds: Holds
}

/** What other nodes say of documents, handed to whom it concerns. */
export class Neighbours {
  constructor(private readonly parts: Parts) {}

  /** Blocked when this returns, done when the promise resolves. */
  hear(news: DocumentNews, node: string): Promise<void> | void {
    const { elsewhere, holds, presence } = this.parts
    switch (news.kind) {
      case 'rows':
        for (const change of news.changes) elsewhere.hear(change)
        return
      case 'presence':
        for (const { name, lines } of news.of)
          this.whenLoaded(name, (live) => presence.hear(live, lines, node))
        return
      case 'who':
        this.whenLoaded(news.name, (live) => presence.sayAgain(live))
        return
      case 'hold':
        return holds.take(news.name, news.hold, node)
      case 'release':
        return void holds.release(news.hold)
    }
  }

  /** Its people are not here any more, and it holds nothing. */
  gone(node: string): void {
    const { holds, registry, presence } = this.parts
    holds.gone(node)
    for (const loading of registry.all())
      loading.then(
        (live) => presence.forget(live, node),
        () => undefined,
      )
  }

  /** A document came into memory here: it may be held elsewhere, and others know who has a cursor in it. */
  loaded(live: LiveDocument): void {
    this.parts.holds.loaded(live)
    this.parts.cluster.tell({ kind: 'who', name: live.name }).catch(() => undefined)
  }

  private whenLoaded(name: string, then: (live: LiveDocument) => void): void {
    this.parts.registry.peek(name)?.then(then, () => undefined)
  }
}
