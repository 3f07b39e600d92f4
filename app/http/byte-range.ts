import type { ByteRange } from '#server/services/evidence.ts'

/**
 * The part of a file that a request asks for (RFC 9110 §14). Null: all of it, as also where several parts are asked for or the
 * header is not understood. `unsatisfiable`: nothing of the file lies in it.
 */
export function rangeIn(headers: Headers, bytes: number): ByteRange | 'unsatisfiable' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('Range')?.trim() ?? '')
  // We give no validator that a condition could be met by.
  if (!asked || headers.has('If-Range')) return null
  const [, from = '', to = ''] = asked
  if (from === '' && to === '') return null
  const last = bytes - 1
  if (from === '') {
    const length = Math.min(Number(to), bytes)
    return length > 0 ? { start: bytes - length, end: last } : 'unsatisfiable'
  }
  const start = Number(from)
  const end = to === '' ? last : Math.min(Number(to), last)
  if (to !== '' && Number(to) < start) return null
  return start <= last ? { start, end } : 'unsatisfiable'
}

/** Whether it asks for a later part of something that was begun, as a player does that seeks. */
export const asksToGoOn = (headers: Headers) => /^bytes=0*[1-9]/.test(headers.get('Range')?.trim() ?? '')
