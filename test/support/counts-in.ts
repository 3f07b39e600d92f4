import type { Frame } from './browser.ts'

/** An event of socket.io as it stands on the wire: `42["event",…]`, or an answer `43<id>[…]`. */
function messageIn(text: string): unknown {
  const start = text.indexOf('[')
  if (!/^4[23]\d*-?/.test(text) || start < 0) return null
  try {
    return JSON.parse(text.slice(start)) as unknown
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function* pollsIn(value: unknown, pollId: string): Generator<Record<string, unknown>> {
  if (!isRecord(value)) return
  if (value['id'] === pollId && 'roll' in value) yield value
  for (const part of Object.values(value)) yield* pollsIn(part, pollId)
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (isRecord(value) && Object.keys(value).length === 0)

/** Everything in these frames that says how a ballot goes: counts, choices, who voted, a result. */
export function countsIn(frames: readonly Frame[], pollId: string): readonly string[] {
  return frames.flatMap(({ text }) =>
    [...pollsIn(messageIn(text), pollId)].flatMap((poll) =>
      (['votedIds', 'choices', 'hands', 'result'] as const)
        .filter((key) => !isEmpty(poll[key]))
        .map((key) => `${key}: ${JSON.stringify(poll[key])}`),
    ),
  )
}
