import type { Connect, Target } from '../wire/link.ts'

export interface Running extends Target {
  readonly pid: number
  readonly inspector: string
  /** The n-th document that nobody has opened since the start. */
  documentName(n: number): string
  /** What it complained about itself. */
  errors(): readonly string[]
  /** Ends the process and starts it again on the same data. @returns milliseconds until it answered */
  restart(): Promise<number>
  stop(): Promise<void>
}

/** A server that is measured. */
export interface Contender {
  readonly key: string
  readonly title: string
  /** A relay keeps no document: nothing can be opened later, and no copy compared. */
  readonly keepsDocuments: boolean
  readonly connect: Connect
  start(): Promise<Running>
}
