import { createUploadQueue, type UploadQueue } from './upload-queue.ts'

let own = { personId: '', queues: new Map<string, UploadQueue>() }

const UNDER_WAY = new Set(['waiting', 'sending', 'retrying', 'checking'])

/** The browser asks whoever closes the tab. */
const hold = (event: BeforeUnloadEvent) => event.preventDefault()

function holdWhileUnderWay(): void {
  const isUnderWay = [...own.queues.values()].some((queue) =>
    queue.snapshot().some(({ is }) => UNDER_WAY.has(is)),
  )
  if (isUnderWay) window.addEventListener('beforeunload', hold)
  else window.removeEventListener('beforeunload', hold)
}

/**
 * A person's queue for a case, for as long as the tab lives: whoever turns to another page of the product breaks nothing
 * off. What another person sent in this tab ends here and is shown to nobody.
 */
export function uploadQueueOf(personId: string, caseId: string): UploadQueue {
  // On the server nothing is sent, and what is kept there would be everybody's.
  if (typeof window === 'undefined') return createUploadQueue(caseId)
  if (own.personId !== personId) {
    for (const queue of own.queues.values()) queue.leave()
    own = { personId, queues: new Map() }
    holdWhileUnderWay()
  }
  const known = own.queues.get(caseId)
  if (known) return known
  const queue = createUploadQueue(caseId)
  queue.subscribe(holdWhileUnderWay)
  own.queues.set(caseId, queue)
  return queue
}
