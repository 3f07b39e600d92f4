import { useTranslation } from 'react-i18next'
import { votesNeeded } from '#domain/ballots/rules.ts'
import type { RollLine, VoteRule } from '#domain/ballots/types.ts'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import { Fold } from '#app/components/meetings/fold.tsx'
import classes from './poll.module.css'

/** The frozen roll: who may vote, who is absent, who is recused, and what passes. */
export function RollList({ roll, rule }: { roll: readonly RollLine[]; rule: Pick<VoteRule, 'base'> }) {
  const { t } = useTranslation('ballots')
  const { bodyName } = useMeeting()
  const entitled = roll.filter((line) => line.entitled).length
  return (
    <div>
      <p className={classes.quiet}>
        {t('ballots:roll.summary', { base: rule.base, entitled, need: votesNeeded(rule.base) })}
      </p>
      <Fold title={t('ballots:roll.title')}>
        <p className={classes.quiet}>{t('ballots:roll.frozen')}</p>
        <ul className={classes.roll}>
          {roll.map((line) => (
            <li key={line.personId}>
              <span>
                {line.name} <span className={classes.quiet}>{bodyName(line.bodyId)}</span>
              </span>
              <span>
                {t(
                  line.recused
                    ? 'ballots:roll.recused'
                    : line.present
                      ? 'ballots:roll.present'
                      : 'ballots:roll.absent',
                )}
              </span>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
