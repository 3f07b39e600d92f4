import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { parseProse } from '#app/components/editor/prose-json.ts'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { paragraphsOf } from '#domain/hearings/served-papers.ts'
import classes from './paper-reading.module.css'

interface PaperReadingProps {
  readonly content: string
  /** The paragraph that is looked for, if any. */
  readonly at?: number | null
  /** Takes the paragraph's number; null where nobody comments. */
  readonly onCite: ((paragraph: number) => void) | null
}

/** A served paper, its paragraphs numbered as comments cite them. */
export function PaperReading({ content, at = null, onCite }: PaperReadingProps) {
  const { t } = useTranslation('hearing-ways')
  const found = useRef<HTMLLIElement>(null)
  useEffect(() => found.current?.scrollIntoView({ block: 'center' }), [at])
  const blocks = (parseProse(content).content ?? []).filter(
    (block) => paragraphsOf({ content: [block] }).length > 0,
  )
  return (
    <ol className={classes.paper} lang="zh-CN">
      {blocks.map((block, index) => {
        const n = index + 1
        return (
          <li
            key={n}
            ref={n === at ? found : null}
            className={classes.block}
            {...(n === at ? { 'data-here': true } : {})}
          >
            <span className={classes.number} aria-hidden>
              {n}
            </span>
            <ProseView content={{ type: 'doc', content: [block] }} />
            {onCite ? (
              <Button
                size="compact-xs"
                variant="subtle"
                className={classes.cite ?? ''}
                aria-label={t('hearing-ways:papers.citeName', { n })}
                onClick={() => onCite(n)}
              >
                {t('hearing-ways:papers.cite')}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
