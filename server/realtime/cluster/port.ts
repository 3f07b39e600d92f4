import type { News } from './messages.ts'

/** Nobody can say any more what the other nodes know: nothing may be acknowledged that they must know of. */
export class CutOff extends Error {
  override readonly name = 'CutOff'
  constructor() {
    super('this node is cut off from the others')
  }
}

/** The other nodes of the installation, as one of them sees them. */
export interface Cluster {
  /** No other node can ever be: nothing needs to be told or read again. */
  readonly isAlone: boolean
  /**
   * This node has not been heard by itself for longer than its lease: the others may have done anything without
   * it. Told by the clock at the moment of asking, so that a process that was stopped knows it when it wakes.
   */
  isCutOff(): boolean
  /** Resolves when it lies where every other node reads it. Rejects with `CutOff`. */
  tell(news: News): Promise<void>
  /**
   * Resolves when every other node has acted on it, or is known to serve nobody any more until it has. Rejects
   * with `CutOff`; then some may have heard it.
   */
  tellAndHear(news: News): Promise<void>
}

/** What a node does with what it hears. None of these may reject. */
export interface ClusterMember {
  /** What it forbids is blocked when this returns; the promise is for what takes longer and must be waited for. */
  hear(news: News, from: string): Promise<void> | void
  /** A neighbour is dead, cut off or stopped in order: what it held and showed is gone. */
  gone(nodeId: string): void
  /** News were lost, or a neighbour died before it could tell: compare with the database, ask access anew. */
  missed(): void
  /** Cut off for so long that people are better off elsewhere. */
  dismiss(): void
  /** The others are heard again. */
  back(): void
}

/** One process for one installation. */
export const alone: Cluster = {
  isAlone: true,
  isCutOff: () => false,
  tell: () => Promise.resolve(),
  tellAndHear: () => Promise.resolve(),
}
