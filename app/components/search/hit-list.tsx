import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#server/services/search.ts'
import { addressOf } from './hit-address.ts'
import { HitWords, type BodyNames } from './hit-words.tsx'
import classes from './search.module.css'

export function HitList({ hits, bodies }: { hits: readonly SearchHit[]; bodies: BodyNames }) {
  const { t } = useTranslation('search')
  return (
    <ul className={classes.hits} aria-label={t('search:results')}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link to={addressOf(hit)} className={classes.hit ?? ''}>
            <HitWords hit={hit} bodies={bodies} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
