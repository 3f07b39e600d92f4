import type { LoaderFunctionArgs } from '@remix-run/node'
import { NavLink, Outlet } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { sectionsOf } from '#app/components/people/sections.ts'
import { useActor } from '#app/components/shell/root-data.ts'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { throwRefusal } from '#app/http/respond-to-refusal.ts'
import { isAdministrator } from '#domain/people/may.ts'
import { refuse } from '#domain/record/refusal.ts'
import classes from './administration.module.css'

export const handle = { i18n: ['people', 'auth'], title: 'people:administration' }

export function loader({ context, request }: LoaderFunctionArgs) {
  if (!isAdministrator(requireActor(context, request))) throwRefusal(refuse('access/denied'))
  return null
}

export default function Administration() {
  const { t } = useTranslation('people')
  const sections = sectionsOf(useActor())
  return (
    <>
      <PageHead title={t('people:administration')} namesDocument={false} />
      <nav aria-label={t('people:sections')} className={classes.sections}>
        {sections.map(({ to, key }) => (
          <NavLink key={to} to={to} className={classes.section ?? ''}>
            {t(key)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  )
}
