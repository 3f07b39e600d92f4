import { NavLink } from '@remix-run/react'
import {
  IconBriefcase,
  IconGavel,
  IconLayoutDashboard,
  IconSettings,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ADMINISTRATORS, holds, type Actor } from '#domain/people/actor.ts'
import classes from './shell.module.css'

interface Place {
  readonly to: string
  readonly key: string
  readonly icon: Icon
}

const WORKBENCH: Place = { to: '/workbench', key: 'shell:places.workbench', icon: IconLayoutDashboard }
const CASES: Place = { to: '/cases', key: 'shell:places.cases', icon: IconBriefcase }
const MEETINGS: Place = { to: '/meetings', key: 'shell:places.meetings', icon: IconUsersGroup }
const HEARINGS: Place = { to: '/hearings', key: 'shell:places.hearings', icon: IconGavel }
const ADMINISTRATION: Place = {
  to: '/administration',
  key: 'shell:places.administration',
  icon: IconSettings,
}

/** Only where one may go: an administrator has no cases, an applicant no meetings. */
export function placesOf(actor: Actor): readonly Place[] {
  if (ADMINISTRATORS.some((role) => holds(actor, role))) return [WORKBENCH, ADMINISTRATION]
  if (actor.roles.every((held) => held.role === 'applicant')) return [WORKBENCH, CASES, HEARINGS]
  return [WORKBENCH, CASES, MEETINGS, HEARINGS]
}

/** The rail on a desk, the bar at the bottom on a phone: one landmark, one list. */
export function MainNavigation({ actor }: { actor: Actor }) {
  const { t } = useTranslation('shell')
  return (
    <nav className={classes.rail} aria-label={t('shell:mainNavigation')}>
      <ul>
        {placesOf(actor).map(({ to, key, icon: Sign }) => (
          <li key={to}>
            <NavLink to={to} className={classes.place ?? ''}>
              <Sign size={22} stroke={1.6} aria-hidden />
              {t(key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
