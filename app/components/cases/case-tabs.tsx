import { Link, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '#domain/cases/standing.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CaseView } from '#server/services/cases.ts'
import classes from './case-tabs.module.css'
import { scopeOfView } from './scope.ts'

interface Tab {
  readonly name: 'overview' | 'dossier' | 'evidence' | 'findings' | 'opinions' | 'decisions' | 'record'
  readonly for: readonly Scope[]
  readonly count?: (view: CaseView) => number
}

const TABS: readonly Tab[] = [
  { name: 'overview', for: ['all', 'applicant', 'duty'] },
  { name: 'dossier', for: ['all', 'applicant'] },
  {
    name: 'evidence',
    for: ['all', 'applicant'],
    count: ({ state }) => state.evidence.filter(({ withdrawn }) => withdrawn === null).length,
  },
  { name: 'findings', for: ['all'] },
  {
    name: 'opinions',
    for: ['all'],
    count: ({ state }) => state.opinions.filter(({ status }) => status === 'submitted').length,
  },
  { name: 'decisions', for: ['all', 'applicant', 'duty'], count: ({ state }) => state.decisions.length },
  { name: 'record', for: ['all', 'applicant', 'duty'] },
]

/** Versions have an address of their own and belong to the tab whose text they are. */
function tabAt(rest: string): string {
  if (rest.startsWith('versions/opinion-')) return 'opinions'
  if (rest.startsWith('versions/')) return 'dossier'
  return rest === '' || rest === 'amend' ? 'overview' : (rest.split('/')[0] ?? '')
}

/** Links, not buttons: each part of a case has an address that can be sent to a colleague. */
export function CaseTabs({ view, me }: { view: CaseView; me: Actor }) {
  const { t } = useTranslation('cases')
  const scope = scopeOfView(view, me)
  const base = `/cases/${view.state.id}`
  const here = tabAt(useLocation().pathname.slice(base.length + 1))
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the tabs are wider than the window; only their own row may move.
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (tabs.current && current) tabs.current.scrollLeft = current.offsetLeft - tabs.current.offsetLeft - 48
  }, [here])
  return (
    <nav ref={tabs} aria-label={t('cases:page.tabs')} className={classes.tabs}>
      {TABS.filter((tab) => tab.for.includes(scope)).map(({ name, count }) => {
        const number = count?.(view) ?? 0
        return (
          <Link
            key={name}
            to={name === 'overview' ? base : `${base}/${name}`}
            {...(name === here ? { 'aria-current': 'page' as const } : {})}

            preventScrollReset
            className={classes.tab ?? ''}
          >
            {t(`cases:page.${name}`)}
            {number > 0 ? <span className={classes.count}>{number}</span> : null}
          </Link>
        )
      })}
    </nav>
  )
}
