import type { TFunction } from 'i18next'
import { caseTellers } from './tell-case.ts'
import { hearingTellers } from './tell-hearing.ts'
import { meetingTellers } from './tell-meeting.ts'
import { minutesTellers } from './tell-minutes.ts'
import { told, type Names, type Told, type Voice } from './telling.ts'

/** An entry as the timeline hands it out. */
export interface TellableEntry {
  readonly type: string
  /** A hearing tells some kinds in other words than a meeting does. */
  readonly stream?: string
  /** Optional only because JSON knows no undefined. */
  readonly payload?: unknown
  readonly actorName: string
}

type Teller = (payload: unknown, voice: Voice) => Told

// The tables are total over the unions of happenings; what an entry holds was checked when it was written.
type Table = Readonly<Record<string, Teller | undefined>>
const TELLERS = { ...caseTellers, ...meetingTellers, ...minutesTellers } as unknown as Table
const HEARING_TELLERS = hearingTellers as unknown as Table

/**
 * Tells one entry of a case's, a hearing's, a meeting's or a set of minutes' record in words. `t` must know the
 * namespace `record`, of a hearing also `hearingsAfter`; an entry of an unknown type is named by its type, never left out.
 */
export function tell(entry: TellableEntry, t: TFunction, names: Names, language: string): Told {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const ofHearing = entry.stream?.startsWith('hearing/') ?? false
  const voice: Voice = {
    t,
    names,
    // A hearing's words stand in a file of their own: no other page loads them.
    say: (type, values) =>
      t(ofHearing ? `hearingsAfter:record.${type}` : `record:${type}`, { actor: entry.actorName, ...values }),
    word: (kind, code) =>
      t(ofHearing ? `hearingsAfter:record.words.${kind}.${code}` : `record:words.${kind}.${code}`, {
        defaultValue: code,
      }),
    // Chinese lists take the pause mark throughout; Intl would put 和 before the last.
    list: (words) => (language.startsWith('zh') ? words.join('、') : list.format(words)),
  }
  const teller = (ofHearing ? HEARING_TELLERS : TELLERS)[entry.type]
  return teller
    ? teller(entry.payload, voice)
    : told(t('record:unknown', { actor: entry.actorName, type: entry.type }))
}
