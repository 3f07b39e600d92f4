import { json } from '@remix-run/node'
import type { Refusal } from '#domain/record/refusal.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { statusOf } from '#domain/record/status.ts'

/** For actions: the refusal beside whatever the form needs to keep what was typed. */
export function respondToRefusal<Rest extends object = Record<never, never>>(refusal: Refusal, rest?: Rest) {
  const answer = { ok: false as const, refusal, ...rest } as { ok: false; refusal: Refusal } & Rest
  return json(answer, { status: statusOf(refusal.refused) })
}

/** For loaders: leaves to the error boundary, which says the refusal's sentence. */
export function throwRefusal(refusal: Refusal): never {
  throw json({ refusal }, { status: statusOf(refusal.refused) })
}

/** What a loader hands to its page: the value, or the way to the error boundary. */
export function orThrow<Value>(answer: Value | Refusal): Exclude<Value, Refusal> {
  if (isRefusal(answer)) throwRefusal(answer)
  return answer as Exclude<Value, Refusal>
}
