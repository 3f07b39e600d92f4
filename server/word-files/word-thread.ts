import { parentPort } from 'node:worker_threads'
import type { Order } from './threads.ts'

/** Each thread loads the library that it needs, when it needs it. */
async function carriedOut(order: Order) {
  return 'paper' in order
    ? (await import('./write.ts')).writeWord(order.paper)
    : (await import('./read.ts')).readWord(order.file)
}

// What fails here ends the thread, and whoever asked is told.
parentPort?.on(
  'message',
  (order: Order) => void carriedOut(order).then((answer) => parentPort?.postMessage(answer)),
)
