import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MetMark } from '#app/components/opinions/met-mark.tsx'
import type { ConditionRow } from '#domain/cases/types.ts'
import classes from './blocks.module.css'
import { Leans } from './finding-block.tsx'
import { useSight } from './sight.tsx'

interface ConditionBlockProps {
  readonly conditionId: unknown
  readonly act?: (row: ConditionRow) => ReactNode
}

/** One row of the case's condition matrix, looked at from within a text. */
export function ConditionBlock({ conditionId, act }: ConditionBlockProps) {
  const { t } = useTranslation('blocks')
  const state = useSight()?.view.state
  const row = state?.conditions.find(({ id }) => id === conditionId)
  if (!row) return <p className={classes.unseen}>{t('blocks:condition.unseen')}</p>
  return (
    <div className={classes.block} role="group" aria-label={t('blocks:condition.label')}>
      <div className={classes.head}>
        <b>{state?.subjects.find(({ id }) => id === row.subjectId)?.name}</b>
        <span className={classes.grow}>{row.text}</span>
        <MetMark met={row.met} />
        {act?.(row)}
      </div>
      {row.evidenceIds.length > 0 ? <Leans on={row} /> : null}
    </div>
  )
}
