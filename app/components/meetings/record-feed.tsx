import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { isCutOff } from '#domain/meetings/recusals.ts'
import { getJson } from './get-json.ts'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'
import type { ToldEntry } from './told-record.ts'

/** Several entries of one command come together; asking once for them is enough. */
const GATHER_MS = 250
const AGAIN_MS = 3_000
/** The list scrolls by itself, so the keyboard must be able to reach it. */
const SCROLLABLE = { tabIndex: 0, role: 'region' } as const

/** The record as it writes itself: newest below, asked for as the stream grows. */
export function RecordFeed({ initial }: { initial: readonly ToldEntry[] }) {
  const { t } = useTranslation('meetings')
  const format = useDateTime()
  const { entries, failed } = useEntries(initial)
  const list = useStickToEnd(entries.length)
  // What stood here when the page was opened is not new; later entries are marked as they come.
  const [known] = useState(initial.at(-1)?.seq ?? 0)
  return (
    <div className={classes.record}>
      <h2 className={classes.panelTitle}>{t('meetings:record.title')}</h2>
      <p className={classes.quiet}>{t('meetings:record.about')}</p>
      {failed ? <p className={classes.quiet}>{t('meetings:record.failed')}</p> : null}
      {entries.length === 0 ? <p className={classes.quiet}>{t('meetings:record.empty')}</p> : null}
      <div ref={list} className={classes.entries} {...SCROLLABLE} aria-label={t('meetings:record.entries')}>
        <ol>
          {entries.map((entry) => {
            const { sentence, note } = entry
            return (
              <li
                key={entry.seq}
                id={`entry-${entry.seq}`}
                className={entry.seq > known ? 'changed' : undefined}
              >
                <time
                  className={classes.entryTime}
                  dateTime={entry.at}
                  title={t('meetings:record.seq', { seq: entry.seq })}
                >
                  {format(entry.at, 'time')}
                </time>
                <div>
                  <span>{sentence}</span>
                  {note ? <blockquote className={classes.entryNote}>{note}</blockquote> : null}
                </div>
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}

/**
 * Entries after the last known one are asked for when the stream has grown. A recusal that begins or ends
 * changes which earlier entries I may see, and so does an announcement: then everything is asked for anew.
 */
function useEntries(initial: readonly ToldEntry[]) {
  const { state, me, connection } = useMeeting()
  const [entries, setEntries] = useState(initial)
  const [failures, setFailures] = useState(0)
  const last = entries.at(-1)?.seq ?? 0
  const sight = state.items
    .map(
      (item) =>
        `${isCutOff(state, item, me.personId)} ${item.polls.filter((poll) => poll.status === 'announced').length}`,
    )
    .join()
  const seen = useRef(sight)

  useEffect(() => {
    const anew = seen.current !== sight
    if (connection !== 'online' || (!anew && state.seq <= last)) return
    const asking = new AbortController()
    const timer = setTimeout(
      () => {
        const after = anew ? 0 : last
        getJson<{ entries: readonly ToldEntry[] }>(
          `/meetings/${state.id}/entries?after=${after}`,
          asking.signal,
        ).then(
          (answer) => {
            seen.current = sight
            setFailures(0)
            setEntries((before) => [...before.filter((entry) => entry.seq <= after), ...answer.entries])
          },
          () => {
            if (!asking.signal.aborted) setFailures((before) => before + 1)
          },
        )
      },
      failures === 0 ? GATHER_MS : AGAIN_MS,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [state.id, state.seq, sight, last, connection, failures])

  return { entries, failed: failures > 0 }
}

/** Follows the end only for who was looking at the end: nothing moves under a reader. */
function useStickToEnd(length: number) {
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [])
  useEffect(() => {
    const element = list.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [length])
  return list
}
