import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/**
 * What the process measures of itself. One object, made at start and handed to whoever has something
 * to count; nothing is registered globally, so two servers in one test process do not mix.
 */
export interface Metrics {
  readonly registry: Registry
  readonly sockets: Gauge
  readonly rooms: Gauge
  readonly documentsOpen: Gauge
  readonly documentBytes: Gauge
  readonly documentsOver: Gauge
  /** Seconds from a command's arrival to its answer; `outcome` is done, refused or failed. */
  readonly commandSeconds: Histogram<'command' | 'outcome'>
  /** Seconds a transaction took; `kind` says what it wrote: record, document, ballot. */
  readonly commitSeconds: Histogram<'kind'>
  /** A limit of the wire was hit, by its name. */
  readonly limitsHit: Counter<'limit'>
  readonly requestSeconds: Histogram<'method' | 'status'>
  /** Of several nodes, as this one sees them. */
  readonly neighbours: Gauge
  readonly cutOff: Gauge
  readonly newsMissed: Counter
  /** Seconds until Redis had it (`told`), until every other node had acted on it (`heard`). */
  readonly tellSeconds: Histogram<'until'>
}

// From "nobody notices" to "something is wrong"; the targets for a vote are p99 <= 0.5 s.
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Event-loop delay (`nodejs_eventloop_lag_*`), memory and CPU come from prom-client's default set. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    sockets: new Gauge({ name: 'huishang_sockets', help: 'Open sockets', registers }),
    rooms: new Gauge({ name: 'huishang_rooms', help: 'Proceedings with somebody in them', registers }),
    documentsOpen: new Gauge({
      name: 'huishang_documents_open',
      help: 'Live documents in memory',
      registers,
    }),
    documentBytes: new Gauge({
      name: 'huishang_document_bytes',
      help: 'Memory that live documents take, about',
      registers,
    }),
    documentsOver: new Gauge({
      name: 'huishang_documents_over_limit',
      help: '1 while documents in use take more than HUISHANG_DOCUMENT_MEMORY_MB',
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'huishang_command_seconds',
      help: 'From the arrival of a command to its answer',
      labelNames: ['command', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'huishang_commit_seconds',
      help: 'Duration of a writing transaction',
      labelNames: ['kind'],
      buckets: SECONDS,
      registers,
    }),
    limitsHit: new Counter({
      name: 'huishang_limits_hit_total',
      help: 'Frames and sockets refused by a limit of the wire',
      labelNames: ['limit'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'huishang_http_request_seconds',
      help: 'From an HTTP request to the end of its answer',
      labelNames: ['method', 'status'],
      buckets: SECONDS,
      registers,
    }),
    neighbours: new Gauge({ name: 'huishang_neighbours', help: 'Other nodes that are heard', registers }),
    cutOff: new Gauge({
      name: 'huishang_cut_off',
      help: '1 while this node is cut off from the others and takes nothing',
      registers,
    }),
    newsMissed: new Counter({
      name: 'huishang_news_missed_total',
      help: 'Times that news of other nodes were missing and everything was compared with the database',
      registers,
    }),
    tellSeconds: new Histogram({
      name: 'huishang_tell_seconds',
      help: 'Telling the other nodes',
      labelNames: ['until'],
      buckets: SECONDS,
      registers,
    }),
  }
}
