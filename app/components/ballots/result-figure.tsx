import { useTranslation } from 'react-i18next'
import { figuresWithheld } from '#domain/ballots/reveal.ts'
import { votesNeeded } from '#domain/ballots/rules.ts'
import type { Choice, Poll, Result } from '#domain/ballots/types.ts'
import { Fold } from '#app/components/meetings/fold.tsx'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import classes from './poll.module.css'

/** Passed or not, drawn and in numbers, with the rule it was computed by. */
export function ResultFigure({ poll, result }: { poll: Poll; result: Result }) {
  const { t } = useTranslation('ballots')
  const { rule } = result
  const need = votesNeeded(rule.base)
  return (
    <div className={classes.result} data-passed={result.passed !== null}>
      <p className={classes.verdict}>
        {result.passed !== null
          ? `✓ ${t('ballots:result.passed', { outcome: t(`ballots:choice.${result.passed}`) })}`
          : t(result.quorumMet ? 'ballots:result.notPassed' : 'ballots:result.noQuorum')}
      </p>
      {poll.status === 'closed' ? (
        <p className={classes.warning}>{t('ballots:result.beforeAnnounce')}</p>
      ) : null}
      {figuresWithheld(result) ? (
        <p>{t('ballots:result.figuresHidden')}</p>
      ) : (
        <Bars poll={poll} result={result} need={need} />
      )}
      <p className={classes.quiet}>
        {t('ballots:result.arithmetic', { due: rule.base, present: result.present, cast: result.cast, need })}{' '}
        {t('ballots:result.quorumRule', rule.quorum)}{' '}
        {poll.roll.some((line) => line.recused)
          ? t(rule.recusedCountAsDue ? 'ballots:result.recusedDue' : 'ballots:result.recusedNotDue')
          : null}
      </p>
      {Object.keys(poll.choices).length > 0 ? <ByName poll={poll} /> : null}
    </div>
  )
}

/** One table for everybody: the bars stand inside it, so that eye and screen reader get the same rows. */
function Bars({ poll, result, need }: { poll: Poll; result: Result; need: number }) {
  const { t } = useTranslation('ballots')
  const { base } = result.rule
  const percent = (votes: number) => (base > 0 ? (votes / base) * 100 : 0)
  const cells: readonly Choice[] = [...poll.options, 'ABSTAIN']
  return (
    <div className="wide">
      <table className={classes.bars}>
        <thead>
          <tr>
            <th scope="col">{t('ballots:result.option')}</th>
            <th scope="col">{t('ballots:result.votes')}</th>
            <th scope="col" className={classes.barHead}>
              {t('ballots:result.threshold', { need })}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map((choice) => {
            const votes = result.counts[choice] ?? 0
            return (
              <tr key={choice} data-passed={result.passed === choice}>
                <th scope="row">{t(`ballots:choice.${choice}`)}</th>
                <td className={classes.number}>{votes}</td>
                <td className={classes.barCell} aria-hidden>
                  <svg viewBox="0 0 100 12" preserveAspectRatio="none" className={classes.bar}>
                    <rect width="100" height="12" className={classes.track} />
                    <rect width={percent(votes)} height="12" className={classes.filled} />
                    <rect
                      x={Math.min(percent(need), 100) - 0.3}
                      width="0.6"
                      height="12"
                      className={classes.line}
                    />
                  </svg>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function ByName({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const { bodyName } = useMeeting()
  return (
    <Fold title={t('ballots:result.byName')}>
      <div className="wide">
        <table className={classes.bars}>
          <thead>
            <tr>
              <th scope="col">{t('ballots:result.person')}</th>
              <th scope="col">{t('ballots:result.body')}</th>
              <th scope="col">{t('ballots:result.chosen')}</th>
            </tr>
          </thead>
          <tbody>
            {poll.roll.map((line) => {
              const choice = poll.choices[line.personId]
              const without = line.recused
                ? 'ballots:roll.recused'
                : line.present
                  ? 'ballots:result.notVoted'
                  : 'ballots:roll.absent'
              return (
                <tr key={line.personId}>
                  <th scope="row">{line.name}</th>
                  <td>{bodyName(line.bodyId)}</td>
                  <td>
                    {choice ? (
                      t(`ballots:choice.${choice}`)
                    ) : (
                      <span className={classes.quiet}>{t(without)}</span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Fold>
  )
}
