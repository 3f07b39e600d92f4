import { useTranslation } from 'react-i18next'
import type { Passage } from '#domain/search/passage.ts'
import type { SearchHit } from '#server/services/search.ts'
import { partOf } from './hit-address.ts'
import classes from './search.module.css'

/** A piece of text with what was looked for marked in it. */
export function Marked({ passage: { text, marks, cutBefore, cutAfter } }: { passage: Passage }) {
  const pieces = marks.flatMap(([from, to], index) => {
    const before = text.slice(marks[index - 1]?.[1] ?? 0, from)
    return [before, <mark key={from}>{text.slice(from, to)}</mark>]
  })
  return (
    <>
      {cutBefore ? '…' : ''}
      {pieces}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
      {cutAfter ? '…' : ''}
    </>
  )
}

export type BodyNames = Readonly<Record<string, string>>

/** What a hit is called: its own title, else the text's name and what it belongs to. */
export function HitTitle({ hit, bodies }: { hit: SearchHit; bodies: BodyNames }) {
  const { t } = useTranslation('shell')
  const part = partOf(hit)
  if (part) {
    const body = part.bodyId === null ? undefined : bodies[part.bodyId]
    const name = body ? t('shell:search.part.opinionOf', { body }) : t(`shell:search.part.${part.key}`)
    return <>{name}</>
  }
  return hit.title.text === '' ? <>{hit.context}</> : <Marked passage={hit.title} />
}

/** Kind, what it is called, what it belongs to and where it says the words. */
export function HitWords({ hit, bodies }: { hit: SearchHit; bodies: BodyNames }) {
  const { t } = useTranslation('shell')
  const belongs = partOf(hit) !== null || hit.title.text !== ''
  return (
    <>
      <span className={classes.kind}>
        {t(`shell:search.kind.${hit.kind}`)}
        {hit.kind === 'remark' && hit.state === 'resolved' ? (
          <span className={classes.mark}>{t('shell:search.resolved')}</span>
        ) : null}
        {hit.isWithdrawn ? <span className={classes.mark}>{t('shell:search.withdrawn')}</span> : null}
        {hit.mark === null ? null : (
          <span className={classes.mark}>{t('shell:search.mark', { number: hit.mark })}</span>
        )}
        {hit.page === null ? null : (
          <span className={classes.mark}>{t('shell:search.page', { page: hit.page })}</span>
        )}
      </span>
      <span className={classes.title}>
        <HitTitle hit={hit} bodies={bodies} />
      </span>
      {belongs && hit.context ? <span className={classes.context}>{hit.context}</span> : null}
      {hit.passage && hit.kind !== 'person' ? (
        <span className={classes.passage}>
          <Marked passage={hit.passage} />
        </span>
      ) : null}
    </>
  )
}
