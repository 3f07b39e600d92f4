import type { Actor } from '#domain/people/actor.ts'
import {
  mayAdministerPeople,
  mayAdministerRoles,
  mayImportCalendar,
  mayReadAccessLog,
} from '#domain/people/may.ts'

export interface Section {
  readonly to: string
  readonly key: string
}

/** Each of the three administrators has his own part and sees no other (F-110). */
export function sectionsOf(actor: Actor): readonly Section[] {
  return [
    ...(mayAdministerPeople(actor)
      ? [
          { to: '/administration/people', key: 'people:accounts' },
          { to: '/administration/bodies', key: 'people:bodies' },
        ]
      : []),
    ...(mayImportCalendar(actor) ? [{ to: '/administration/calendar', key: 'people:calendar' }] : []),
    ...(mayAdministerRoles(actor) ? [{ to: '/administration/roles', key: 'people:roles' }] : []),
    ...(mayReadAccessLog(actor) ? [{ to: '/administration/audit', key: 'people:audit' }] : []),
  ]
}
