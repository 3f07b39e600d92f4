import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { parseProse, plainLines } from '#app/components/editor/prose-json.ts'
import classes from './comparison.module.css'
import { compareLines, countChanges } from './text-diff.ts'

interface ComparisonProps {
  readonly before: string
  readonly after: string
  readonly beforeName: string
  readonly afterName: string
}

/** What was added and what was removed, by sign and by word, not by colour alone. A chunk of its own. */
export default function Comparison({ before, after, beforeName, afterName }: ComparisonProps) {
  const { t } = useTranslation('dossiers')
  const rows = useMemo(
    () => compareLines(plainLines(parseProse(before)), plainLines(parseProse(after))),
    [before, after],
  )
  const { added, removed } = countChanges(rows)
  if (added + removed === 0) return <Text>{t('dossiers:versions.same')}</Text>
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {t('dossiers:versions.changes', { added, removed })}{' '}
        {t('dossiers:versions.legend', { from: beforeName, to: afterName })}
      </Text>
      <div className={`paper ${classes.text ?? ''}`} lang="zh-CN">
        {rows.map((row, index) => (
          <p key={index}>
            {row.map(({ text, change }, at) =>
              change === 'added' ? (
                <ins key={at}>
                  <span className="visually-hidden">{t('dossiers:versions.added')} </span>
                  {text}
                </ins>
              ) : change === 'removed' ? (
                <del key={at}>
                  <span className="visually-hidden">{t('dossiers:versions.removed')} </span>
                  {text}
                </del>
              ) : (
                <span key={at}>{text}</span>
              ),
            )}
          </p>
        ))}
      </div>
    </>
  )
}
