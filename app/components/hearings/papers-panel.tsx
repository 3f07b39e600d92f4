import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getJson } from '#app/components/meetings/get-json.ts'
import rooms from '#app/components/meetings/room.module.css'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { PaperReading } from './forms.ts'
import { useMayComment } from './may-comment.ts'
import { usePapers } from './papers-context.tsx'
import { useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

/** The papers served to me, read here: following one must not cost a speaker his place in the room. */
export function PapersPanel() {
  const { t } = useTranslation('hearing-ways')
  const { own } = useHearing()
  const { reading, read } = usePapers()
  if (own.papers.length === 0) return null
  return (
    <section aria-labelledby="papers-title" className={rooms.part} id="hearing-papers">
      <h3 id="papers-title" className={rooms.partTitle}>
        {t('hearing-ways:papers.title')}
      </h3>
      <ul className={rooms.papers}>
        {own.papers.map(({ id, title, late }) => (
          <li key={id}>
            <Button
              variant="subtle"
              size="compact-md"
              lang="zh-CN"
              aria-expanded={reading?.paper === id}
              onClick={() => read(reading?.paper === id ? null : id)}
            >
              {title}
            </Button>{' '}
            {late ? <StatusBadge tone="waiting">{t('hearing-ways:papers.late')}</StatusBadge> : null}
          </li>
        ))}
      </ul>
      {reading ? <Reading key={reading.paper} paperId={reading.paper} at={reading.paragraph} /> : null}
    </section>
  )
}

function Reading({ paperId, at }: { paperId: string; at: number | null }) {
  const { t } = useTranslation(['hearing-ways', 'common'])
  const { state, own } = useHearing()
  const { read, cite } = usePapers()
  const blocked = useMayComment()
  const [content, setContent] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const paper = own.papers.find(({ id }) => id === paperId)
  useEffect(() => {
    const stop = new AbortController()
    getJson<{ content: string }>(`/hearings/${state.id}/papers/${paperId}/text`, stop.signal)
      .then((answer) => setContent(answer.content))
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true)
      })
    return () => stop.abort()
  }, [state.id, paperId])
  if (!paper) return null
  return (
    <div className={classes.reading} role="region" aria-label={paper.title}>
      {failed ? <p role="alert">{t('hearing-ways:papers.failed')}</p> : null}
      {content === null ? null : (
        <PaperReading
          content={content}
          at={at}
          onCite={
            blocked
              ? null
              : (paragraph) => {
                  cite({ paper: paperId, paragraph })
                  document.getElementById('comment-text')?.focus()
                }
          }
        />
      )}
      <Button variant="default" size="compact-md" onClick={() => read(null)}>
        {t('hearing-ways:papers.close')}
      </Button>
    </div>
  )
}
