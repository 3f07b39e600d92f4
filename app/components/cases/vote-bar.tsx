import { useTranslation } from 'react-i18next'
import type { DecisionVote } from '#domain/cases/types.ts'
import classes from './vote-bar.module.css'

const PARTS = ['for', 'against', 'deferred', 'abstained'] as const
const MARKS = { for: '●', against: '✕', deferred: '◐', abstained: '○' } as const

/** The votes drawn over the members due, with the line that more than half must pass, and the figures in words. */
export function VoteBar({ vote }: { vote: DecisionVote }) {
  const { t } = useTranslation('cases')
  const { due, present, recused, rule } = vote
  return (
    <div>
      <Drawn vote={vote} />
      <p className={classes.figures}>
        {t('cases:decisions.figures', { due, present })}
        {recused > 0 ? t('cases:decisions.recused', { recused }) : null}{' '}
        {t('cases:decisions.rule', {
          method: t(`cases:decisions.methods.${vote.method}`),
          quorum: `${String(rule.quorum.least)}/${String(rule.quorum.of)}`,
          base: rule.base,
          need: Math.floor(rule.base / 2) + 1,
        })}
      </p>
    </div>
  )
}

function Drawn({ vote }: { vote: DecisionVote }) {
  const { t } = useTranslation('cases')
  const parts = PARTS.flatMap((part) => {
    const count = vote[part]
    return count === null ? [] : [{ part, count }]
  })
  // In a small secret ballot the figures stay with the scrutineers: they would point at persons.
  if (parts.length < PARTS.length) return <p className={classes.withheld}>{t('cases:decisions.withheld')}</p>
  const silent = Math.max(0, vote.rule.base - parts.reduce((sum, { count }) => sum + count, 0))
  const width = (count: number) => ({ flexGrow: count, flexBasis: 0 })
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ part, count }) =>
          count > 0 ? (
            <span key={part} className={classes.part} data-part={part} style={width(count)}>
              {count}
            </span>
          ) : null,
        )}
        {silent > 0 ? <span className={classes.part} data-part="silent" style={width(silent)} /> : null}
        <span className={classes.line} title={t('cases:decisions.line')} />
      </div>
      <ul className={classes.legend}>
        {parts.map(({ part, count }) => (
          <li key={part} data-part={part}>
            <span aria-hidden>{MARKS[part]}</span> {t(`cases:decisions.${part}`)} <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
