import { momentOf } from '#domain/calendar/dates.ts'
import type { ExaminationKind, ExaminationWay } from '#domain/cases/examination-types.ts'

/** What is typed in the form of a symposium or an inquiry; kept of both while one changes one's mind. */
export interface Chosen {
  readonly kind: ExaminationKind
  readonly matter: string
  readonly date: string
  readonly time: string
  readonly place: string
  readonly participants: string
  readonly institution: string
  readonly dueOn: string
}

export const NOTHING_CHOSEN: Chosen = {
  kind: 'symposium',
  ...{ matter: '', date: '', time: '09:00', place: '', participants: '', institution: '', dueOn: '' },
}

/** Null while something is missing. Day and time as typed are the jurisdiction's. */
export function wayOf(chosen: Chosen): ExaminationWay | null {
  if (chosen.kind === 'symposium') {
    const startsAt = momentOf(chosen.date, chosen.time)
    const place = chosen.place.trim()
    const participants = chosen.participants.trim()
    return startsAt && place && participants ? { kind: 'symposium', startsAt, place, participants } : null
  }
  const institution = chosen.institution.trim()
  return institution && chosen.dueOn ? { kind: 'third-party', institution, dueOn: chosen.dueOn } : null
}
