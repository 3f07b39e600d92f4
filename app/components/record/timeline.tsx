import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDateTime, useDateTime } from '#app/components/ui/date-time.tsx'
import { tell, type TellableEntry } from './tell.ts'
import type { Names } from './telling.ts'
import classes from './timeline.module.css'

/** An entry of `services.timeline`, also after its way through JSON. */
export interface TimelineLine extends TellableEntry {
  readonly seq: number
  readonly at: string
  readonly hash: string
}

interface TimelineProps {
  readonly entries: readonly TimelineLine[]
  readonly names: Names
  /** Hashes and anchors; without them it is a short list beside a page. */
  readonly full?: boolean
  readonly newestFirst?: boolean
}

/** The record told in words, day by day. Each entry has an address (`#entry-7`) that others may link to. */
export function Timeline({ entries, names, full = false, newestFirst = false }: TimelineProps) {
  const { t, i18n } = useTranslation('record')
  const dateTime = useDateTime()
  if (entries.length === 0) return <Text c="dimmed">{t('record:empty')}</Text>
  const ordered = newestFirst ? [...entries].reverse() : entries
  const days = new Map<string, TimelineLine[]>()
  for (const entry of ordered) {
    const day = formatDateTime(entry.at, 'date', i18n.language)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <div className={full ? classes.full : classes.brief}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={classes.day} aria-label={day}>
          <p className={classes.date}>{day}</p>
          <ol className={classes.entries} reversed={newestFirst}>
            {ofDay.map((entry) => {
              const { sentence, note } = tell(entry, t, names, i18n.language)
              return (
                <li
                  key={entry.seq}
                  className={classes.entry}
                  {...(full ? { id: `entry-${String(entry.seq)}` } : {})}
                >
                  <time dateTime={entry.at} className={classes.time}>
                    {dateTime(entry.at, 'time')}
                  </time>
                  <div className={classes.words}>
                    {full ? <VoteAnchor entry={entry} /> : null}
                    <p className={classes.sentence}>{sentence}</p>
                    {note ? <p className={classes.note}>{note}</p> : null}
                    {full ? <Proof entry={entry} /> : null}
                  </div>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Proof({ entry }: { entry: TimelineLine }) {
  const { t } = useTranslation('record')
  return (
    <p className={classes.proof}>
      <a href={`#entry-${String(entry.seq)}`} aria-label={t('record:linkTo', { seq: entry.seq })}>
        {t('record:entry', { seq: entry.seq })}
      </a>
      <span title={`${t('record:hashMeans')}\n${entry.hash}`} className={classes.hash}>
        {t('record:hash', { hash: entry.hash.slice(0, 12) })}
      </span>
    </p>
  )
}

/** A case's decision links to its vote by the poll's id: it knows that, and not the entry's number. */
function VoteAnchor({ entry: { type, payload } }: { entry: TimelineLine }) {
  if (type !== 'ballot/closed' || typeof payload !== 'object' || payload === null || !('pollId' in payload))
    return null
  return <span id={`poll-${String(payload.pollId)}`} className={classes.anchor} />
}
