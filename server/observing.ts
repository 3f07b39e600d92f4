import type { Log } from './logging.ts'
import type { Metrics } from './metrics.ts'
import type { ClusterMetrics } from './realtime/cluster/cluster.ts'
import type { RealtimeMetrics } from './realtime/surroundings.ts'
import type { RecordObserver } from './record/record.ts'

/** What the engine counts, as the process's figures. */
export function realtimeMetrics(metrics: Metrics): RealtimeMetrics {
  return {
    sockets: (open) => metrics.sockets.set(open),
    rooms: (open) => metrics.rooms.set(open),
    documents: (loaded, bytes, isOver) => {
      metrics.documentsOpen.set(loaded)
      metrics.documentBytes.set(bytes)
      metrics.documentsOver.set(isOver ? 1 : 0)
    },
    answered: (event, seconds, ok) =>
      metrics.commandSeconds.observe({ command: event, outcome: ok ? 'done' : 'refused' }, seconds),
    committed: (seconds) => metrics.commitSeconds.observe({ kind: 'document' }, seconds),
    limited: (limit) => metrics.limitsHit.inc({ limit }),
  }
}

export function recordObserver(metrics: Metrics, log: Log): RecordObserver {
  return {
    committed: (seconds) => metrics.commitSeconds.observe({ kind: 'record' }, seconds),
    conflicted: (streams) => log.info({ streams }, 'another writer was first; deciding again'),
    listenerFailed: (error) => log.error({ err: error }, 'an appended entry was not announced'),
  }
}

export function clusterMetrics(metrics: Metrics): ClusterMetrics {
  return {
    neighbours: (known) => metrics.neighbours.set(known),
    cutOff: (isCutOff) => metrics.cutOff.set(isCutOff ? 1 : 0),
    missed: () => metrics.newsMissed.inc(),
    told: (until, seconds) => metrics.tellSeconds.observe({ until }, seconds),
  }
}
