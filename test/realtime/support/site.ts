import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createRealtime, type Realtime } from '#server/realtime/create-realtime.ts'
import type { DocumentsStore } from '#server/realtime/documents/store-port.ts'
import type { RealtimeLog } from '#server/realtime/surroundings.ts'
import { SmallServices } from './small-services.ts'
import { MemoryDocumentsStore } from './stores.ts'

export interface Site {
  readonly url: string
  readonly port: number
  readonly services: SmallServices
  readonly realtime: Realtime
  readonly logged: readonly string[]
  /** Set the server's clock; it stands still from then on. */
  setNow(now: Date): void
  stop(): Promise<void>
}

/** A real server on a free port with real sockets; stopped when the test is over. */
export async function openSite<Store extends DocumentsStore = MemoryDocumentsStore>(
  options: {
    store?: Store
    services?: SmallServices
    idleMs?: number
    documentBytes?: number
    port?: number
    /** Answers what is no socket: a page of the test's own. */
    respond?: RequestListener
  } = {},
): Promise<Site & { readonly store: Store }> {
  const services = options.services ?? new SmallServices()
  const store = options.store ?? (new MemoryDocumentsStore() as DocumentsStore as Store)
  const logged: string[] = []
  const note = (about: object, words: string) =>
    void logged.push(words + ' ' + JSON.stringify(about, errorsToo))
  const log: RealtimeLog = { info: note, warn: note, error: note }
  let fixed: Date | null = null
  const realtime = createRealtime({
    services: () => services,
    documentsStore: store,
    actorFrom: services.actorFrom,
    log,
    now: () => fixed ?? new Date(),
    idleMs: options.idleMs ?? 50,
    ...(options.documentBytes !== undefined && { documentBytes: options.documentBytes }),
  })
  services.onAppended = (stream) => void realtime.announce.appended({ stream })
  const http = createServer(options.respond ?? ((_request, response) => void response.end()))
  realtime.attach(http)
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  let stopped: Promise<void> | null = null
  const stop = () =>
    (stopped ??= (async () => {
      await realtime.stop()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    })())
  onTestFinished(stop)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    services,
    store,
    realtime,
    logged,
    setNow: (now) => {
      fixed = now
    },
    stop,
  }
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value
}

/** Polls until it holds; a failing expectation says what was waited for, not that a minute has passed. */
export async function until(what: string, holds: () => boolean, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms for: ${what}`)
    await pause(5)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
