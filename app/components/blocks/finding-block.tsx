import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AgreementBadge } from '#app/components/opinions/agreement-badge.tsx'
import { SideMark } from '#app/components/opinions/met-mark.tsx'
import { leansOn } from '#domain/cases/evidence-marks.ts'
import type { Finding } from '#domain/cases/types.ts'
import { matrixRow } from '#domain/criteria/matrix.ts'
import classes from './blocks.module.css'
import { EvidenceMark } from './marks.tsx'
import { useSight } from './sight.tsx'
import { wordOf } from './words.ts'

interface FindingBlockProps {
  readonly criterion: unknown
  /** What may be done in a department's cell, where anything may. */
  readonly act?: (bodyId: string, finding: Finding | null) => ReactNode
}

/** What each department finds on one criterion: the case's own findings, looked at from within a text. */
export function FindingBlock({ criterion, act }: FindingBlockProps) {
  const { t } = useTranslation(['blocks', 'dossiers'])
  const sight = useSight()
  const row = sight && matrixRow(sight.view.state, wordOf(criterion))
  if (!row || row.cells.length === 0) return <p className={classes.unseen}>{t('blocks:finding.unseen')}</p>
  const name = t(`dossiers:criterion.${row.criterion.id}`)
  return (
    <div className={classes.block} role="group" aria-label={t('blocks:finding.label', { criterion: name })}>
      <div className={classes.head}>
        <strong>{name}</strong> <AgreementBadge agreement={row.agreement} />
      </div>
      <ul className={classes.cells}>
        {row.cells.map(({ bodyId, finding }) => (
          <li key={bodyId}>
            <b>{sight.view.bodies[bodyId]}</b>{' '}
            {finding ? (
              <SideMark side={finding.side} />
            ) : (
              <span className={classes.unseen}>{t('blocks:matrix.missing')}</span>
            )}
            {finding ? <p>{finding.reason}</p> : null}
            {finding && finding.evidenceIds.length > 0 ? <Leans on={finding} /> : null}
            {act?.(bodyId, finding)}
          </li>
        ))}
      </ul>
      {sight.isPast ? <p className={classes.quiet}>{t('blocks:finding.asOf')}</p> : null}
    </div>
  )
}

export function Leans({ on }: { on: Pick<Finding, 'evidenceIds' | 'markIds'> }) {
  const { t } = useTranslation('dossiers')
  const pieces = useSight()?.view.state.evidence ?? []
  return (
    <p className={classes.quiet}>
      {t('dossiers:findings.evidenceNamed')}
      {leansOn(pieces, on).map(({ piece, mark }, index) => (
        <span key={mark?.id ?? piece.id}>
          {index > 0 ? t('dossiers:dossier.between') : ''}
          <EvidenceMark attrs={{ evidenceId: piece.id, markId: mark?.id }} />
        </span>
      ))}
    </p>
  )
}
