import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { EvidenceRegister } from '#domain/cases/evidence-types.ts'
import type { Sending } from './send-file.client.ts'

export interface Queued {
  readonly key: number
  readonly file: File
  readonly sent: number
  readonly is: 'waiting' | 'sending' | 'retrying' | 'paused' | 'checking' | 'done' | 'failed' | 'refused'
  readonly refusal: Refusal | null
}

/** A file that was broken off, as the server knows it. */
export interface Unfinished {
  readonly id: string
  readonly fileName: string
  readonly fingerprint: string
  readonly bytes: number
  readonly arrived: number
}

interface Described {
  readonly title: string
  readonly register: EvidenceRegister
}

function refusalIn(body: string): Refusal | null {
  try {
    const answer: unknown = JSON.parse(body)
    if (typeof answer !== 'object' || answer === null) return null
    if (isRefusal(answer)) return answer
    return 'refusal' in answer && isRefusal(answer.refusal) ? answer.refusal : null
  } catch {
    return null
  }
}

function formOf({ title, register }: Described): URLSearchParams {
  const { readerBodyIds, ...fields } = register
  const form = new URLSearchParams({ title })
  for (const [name, value] of Object.entries(fields)) form.set(name, value ?? '')
  for (const bodyId of readerBodyIds) form.append('readerBodyIds', bodyId)
  return form
}

const HAND_IN_AGAIN_MS = 3_000
const HAND_IN_TRIES = 40

/**
 * The files that one tab sends to a case: one after the other, so that the first is there soon, each from where it was broken off.
 * When all of a file has arrived it is handed in, which is asked until it is answered.
 */
export function createUploadQueue(caseId: string) {
  const endpoint = `/cases/${caseId}/evidence/uploads`
  const described = new Map<number, Described>()
  const addresses = new Map<number, string>()
  const listeners = new Set<() => void>()
  let queue: readonly Queued[] = []
  let current: { key: number; sending: Sending | null } | null = null
  let nextKey = 1

  function set(key: number, part: Partial<Queued>) {
    queue = queue.map((one) => (one.key === key ? { ...one, ...part } : one))
    for (const tell of listeners) tell()
  }

  function finished(key: number, part: Partial<Queued>) {
    if (current?.key === key) current = null
    set(key, part)
    void next()
  }

  async function unfinished(): Promise<readonly Unfinished[]> {
    const answer = await fetch(endpoint)
    return ((await answer.json()) as { uploads?: readonly Unfinished[] }).uploads ?? []
  }

  async function begunBefore(key: number, fingerprint: string): Promise<string | null> {
    const known = addresses.get(key)
    if (known !== undefined) return known
    // Nothing found or no answer: it is begun anew, and its own retries wait for the line.
    const before = (await unfinished().catch(() => [])).find((one) => one.fingerprint === fingerprint)
    return before ? `${endpoint}/${before.id}` : null
  }

  async function handIn(key: number, address: string, tries = HAND_IN_TRIES): Promise<void> {
    addresses.set(key, address)
    set(key, { is: 'checking' })
    const body = formOf(described.get(key) as Described)
    const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
    const text = (await answer?.text().catch(() => '')) ?? ''
    const refusal = refusalIn(text)
    if (answer?.ok) finished(key, { is: 'done' })
    else if (refusal) finished(key, { is: 'refused', refusal })
    else if (tries > 1) setTimeout(() => void handIn(key, address, tries - 1), HAND_IN_AGAIN_MS)
    else finished(key, { is: 'failed' })
  }

  async function next(): Promise<void> {
    const one = queue.find(({ is }) => is === 'waiting')
    if (current || !one) return
    const { key, file } = one
    const here: { key: number; sending: Sending | null } = { key, sending: null }
    current = here
    set(key, { is: 'sending', refusal: null })
    const { sendFile, fingerprintOf } = await import('./send-file.client.ts')
    const begun = await begunBefore(key, fingerprintOf(file))
    // Paused or dropped meanwhile.
    if (current !== here) return
    here.sending = sendFile(file, endpoint, begun, {
      onProgress: (sent) => set(key, { is: 'sending', sent }),
      onRetry: () => set(key, { is: 'retrying' }),
      onArrived: (address) => void handIn(key, new URL(address, location.href).pathname),
      onFailed(answer) {
        const refusal = refusalIn(answer)
        finished(key, refusal ? { is: 'refused', refusal } : { is: 'failed' })
      },
    })
  }

  function stop(key: number): void {
    if (current?.key !== key) return
    current.sending?.pause()
    current = null
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    snapshot: () => queue,
    unfinished,
    add(files: readonly File[], about: Described) {
      const added = files.map((file): Queued => {
        described.set(nextKey, about)
        return { key: nextKey++, file, sent: 0, is: 'waiting', refusal: null }
      })
      queue = [...queue, ...added]
      for (const tell of listeners) tell()
      void next()
    },
    pause(key: number) {
      stop(key)
      set(key, { is: 'paused' })
      void next()
    },
    resume(key: number) {
      set(key, { is: 'waiting' })
      void next()
    },
    /** Takes it from the list; what has arrived of it stays on the server until it is dropped there. */
    remove(key: number) {
      stop(key)
      queue = queue.filter((one) => one.key !== key)
      for (const tell of listeners) tell()
      void next()
    },
    /** Gives up what has arrived. */
    async drop(uploadId: string) {
      await fetch(`${endpoint}/${uploadId}`, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } })
    },
    /** What is done stands in the register. */
    forgetDone() {
      queue = queue.filter(({ is }) => is !== 'done')
      for (const tell of listeners) tell()
    },
    /** Nothing more is sent; what has arrived stays, and is gone on with when its owner chooses the same file again. */
    leave() {
      if (current) stop(current.key)
      queue = []
    },
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>
