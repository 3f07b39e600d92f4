import { useTranslation } from 'react-i18next'
import { figuresWithheld } from '#domain/ballots/reveal.ts'
import { votesNeeded } from '#domain/ballots/rules.ts'
import type { Choice, Poll, Result } from '#domain/ballots/types.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import classes from './screen.module.css'

/** A vote for the room: the question, "n of m", then the result. Never a name, never a count before the announcement. */
export function PollScene({ view, item, poll }: { view: MeetingView; item: AgendaItem; poll: Poll }) {
  const { t } = useTranslation(['meetings', 'ballots'])
  const subject = item.subjects.find((one) => one.id === poll.subjectId)?.name ?? ''
  const turnout = view.turnout.find((line) => line.pollId === poll.id)
  return (
    <>
      <p className={classes.medium}>
        {t(`ballots:method.${poll.method}`)} · {subject}
        {poll.round === 2 ? t('ballots:result.round2') : ''}
      </p>
      <p className={poll.status === 'announced' ? classes.medium : classes.large}>{poll.question}</p>
      {poll.status === 'open' ? (
        <>
          {turnout && poll.method !== 'show-of-hands' ? (
            <p className={classes.count}>
              {turnout.voted === null ? `… / ${turnout.entitled}` : `${turnout.voted} / ${turnout.entitled}`}
            </p>
          ) : null}
          <p className={classes.medium}>
            {poll.method === 'show-of-hands' ? t('ballots:bystander.hands') : t('meetings:screen.voting')}
          </p>
        </>
      ) : null}
      {poll.status === 'closed' ? <p className={classes.huge}>{t('meetings:screen.counting')}</p> : null}
      {poll.status === 'announced' && poll.result ? <Outcome poll={poll} result={poll.result} /> : null}
    </>
  )
}

function Outcome({ poll, result }: { poll: Poll; result: Result }) {
  const { t } = useTranslation('ballots')
  const { base } = result.rule
  const need = votesNeeded(base)
  const cells: readonly Choice[] = [...poll.options, 'ABSTAIN']
  return (
    <>
      <p className={classes.huge} data-passed={result.passed !== null}>
        {result.passed !== null
          ? t('ballots:result.passed', { outcome: t(`ballots:choice.${result.passed}`) })
          : t(result.quorumMet ? 'ballots:result.notPassed' : 'ballots:result.noQuorum')}
      </p>
      {figuresWithheld(result) ? null : (
        <table className={classes.bars}>
          <tbody>
            {cells.map((choice) => {
              const votes = result.counts[choice] ?? 0
              return (
                <tr key={choice} data-passed={result.passed === choice}>
                  <th scope="row">{t(`ballots:choice.${choice}`)}</th>
                  <td aria-hidden className={classes.barCell}>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                      <rect width={base > 0 ? (votes / base) * 100 : 0} height="10" className={classes.bar} />
                      <rect
                        x={base > 0 ? Math.min((need / base) * 100, 100) - 0.2 : 0}
                        width="0.4"
                        height="10"
                        className={classes.line}
                      />
                    </svg>
                  </td>
                  <td className={classes.votes}>{votes}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p className={classes.small}>
        {t('ballots:result.arithmetic', { due: base, present: result.present, cast: result.cast, need })}
      </p>
    </>
  )
}
