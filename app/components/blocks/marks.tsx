import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './blocks.module.css'
import { useSight } from './sight.tsx'
import {
  addressOf,
  citedOf,
  clauseWords,
  daysTo,
  dayWords,
  evidenceWords,
  personWords,
  wordOf,
} from './words.ts'

interface MarkProps {
  readonly attrs: Readonly<Record<string, unknown>>
}

/** Opens the piece at its page or mark; whoever may not see the piece does not even read its title. */
export function EvidenceMark({ attrs }: MarkProps) {
  const { t } = useTranslation('blocks')
  const sight = useSight()
  const address = addressOf(attrs, sight)
  const words = evidenceWords(attrs, sight, t)
  if (address === null)
    return (
      <span className={classes.unseen} title={t('blocks:evidence.unseenMeans')}>
        {words}
      </span>
    )
  return (
    <a href={address} target="_blank" rel="noopener" className={classes.mark}>
      {words}
    </a>
  )
}

/**
 * The clause's place; its wording, in the cited version, where the pointer or the keyboard stands on it. Mantine's tooltip would
 * cost every page that shows a text 22 kB.
 */
export function ClauseMark({ attrs }: MarkProps) {
  const { t } = useTranslation('blocks')
  const tipId = useId()
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  const found = citedOf(attrs)
  const words = clauseWords(attrs, t)
  if (!found) return <span className={classes.unseen}>{words}</span>
  function show({ currentTarget }: { currentTarget: HTMLElement }) {
    const { left, bottom } = currentTarget.getBoundingClientRect()
    setAt({ left: Math.max(8, Math.min(left, window.innerWidth - 456)), top: bottom })
  }
  return (
    <span onMouseEnter={show} onMouseLeave={() => setAt(null)}>
      {/* A button is one box; a long citation must break like the words around it. */}
      <span
        role="button"
        tabIndex={0}
        className={classes.mark}
        {...(at ? { 'aria-describedby': tipId } : {})}
        onFocus={show}
        onClick={show}
        onBlur={() => setAt(null)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setAt(null)
          else if (event.key === 'Enter') show(event)
        }}
      >
        {words}
      </span>
      {at ? (
        <span id={tipId} role="tooltip" lang="zh-CN" className={classes.tip} style={at}>
          {found.clause.text}
        </span>
      ) : null}
    </span>
  )
}

export function PersonMark({ attrs }: MarkProps) {
  const { t } = useTranslation('blocks')
  return <span className={classes.name}>{personWords(attrs, useSight(), t)}</span>
}

/** The day, and how far it is off. */
export function DayMark({ attrs }: MarkProps) {
  const { t, i18n } = useTranslation('blocks')
  const day = wordOf(attrs['day'])
  if (day === '') return <span className={classes.unseen}>{t('blocks:day.none')}</span>
  const days = daysTo(day)
  const off =
    days === 0
      ? t('blocks:day.today')
      : t(days > 0 ? 'blocks:day.ahead' : 'blocks:day.past', { count: Math.abs(days) })
  return (
    <time dateTime={day} className={classes.name} data-past={days < 0 || undefined}>
      {dayWords(attrs, i18n.language, t)}
      <small>{t('blocks:day.off', { off })}</small>
    </time>
  )
}
