import { useMatches } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { handleOf } from './route-handle.ts'

/** `<title>` from the innermost route that names one; in the same words on the server and after. */
export function PageTitle() {
  const { t } = useTranslation('shell')
  const match = useMatches().findLast((candidate) => handleOf(candidate).title !== undefined)
  const title = match ? handleOf(match).title : undefined
  // While an error page shows, the page's own data is missing: the product's name alone is true then.
  const named =
    typeof title === 'function' ? (match?.data === undefined ? undefined : title(match.data)) : title
  const product = t('shell:product')
  if (named === undefined) return <title>{product}</title>
  const words = typeof named === 'string' ? t(named) : t(named.key, named.values ?? {})
  return <title>{`${words} · ${product}`}</title>
}
