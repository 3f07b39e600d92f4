import { Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import prose from '#app/components/editor/prose.module.css'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { cleanPasted } from '#app/components/writing/pasted-html.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { WordText } from '#server/services/word-files.ts'
import { askWords } from './ask-words.ts'
import { CleanWords } from './clean-words.tsx'
import classes from './word.module.css'

/** The words of a Word file under whatever lies over them; said with them what of the file is not shown. */
export function WordWords({ src }: { src: string }) {
  const { t } = useTranslation('word')
  const [words, setWords] = useState<WordText | Refusal | null>(null)
  useEffect(() => {
    const left = new AbortController()
    askWords(src, { signal: left.signal }).then(setWords, () => undefined)
    return () => left.abort()
  }, [src])
  if (words === null) return <p className={classes.state}>{t('word:evidence.loading')}</p>
  if (isRefusal(words)) return <RefusalAlert refusal={words} />
  return <Words {...words} />
}

function Words({ html, comments, revisions }: WordText) {
  const { t } = useTranslation('word')
  const { html: clean, left } = useMemo(() => cleanPasted(html), [html])
  const notes = [
    t('word:evidence.asText'),
    ...(left.images > 0 ? [t('word:evidence.images', { count: left.images })] : []),
    ...(comments > 0 ? [t('word:evidence.comments', { count: comments })] : []),
    ...(revisions > 0 ? [t('word:evidence.revisions')] : []),
  ]
  return (
    // It scrolls, so keys must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.words} tabIndex={0} role="group" aria-label={t('word:evidence.asText')}>
      <Text size="sm" c="dimmed">
        {notes.join(' ')}
      </Text>
      <div className={`paper ${prose.prose ?? ''}`} lang="zh-CN">
        {clean.trim() === '' ? <p>{t('word:evidence.empty')}</p> : <CleanWords html={clean} />}
      </div>
    </div>
  )
}
