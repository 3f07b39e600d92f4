import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainText } from '#domain/cases/plain-text.ts'
import classes from './exhibit.module.css'

/** More is not read on a page. */
const MOST_CHARACTERS = 200_000

/** A plain text: fetched and shown as words, whatever stands in it. */
export function Words({ src }: { src: string }) {
  const { t } = useTranslation('hearings')
  const [text, setText] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const left = new AbortController()
    fetch(src, { signal: left.signal })
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(String(answer.status)))))
      .then((whole) => setText(plainText(new Uint8Array(whole)).slice(0, MOST_CHARACTERS)))
      .catch(() => setFailed(!left.signal.aborted))
    return () => left.abort()
  }, [src])
  if (failed) return <p className={classes.state}>{t('hearings:stage.failed')}</p>
  if (text === null) return <p className={classes.state}>{t('hearings:stage.loading')}</p>
  return <pre className={classes.words}>{text}</pre>
}
