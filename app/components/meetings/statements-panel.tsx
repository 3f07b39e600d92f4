import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StandMark } from '#app/components/ui/stand-mark.tsx'
import { isMemberDue } from '#domain/meetings/participants.ts'
import { yetToState } from '#domain/meetings/statements.ts'
import type { AgendaItem, Statement } from '#domain/meetings/types.ts'
import { Fold } from './fold.tsx'
import { ReasonForm, StatementForm } from './forms.ts'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Statements one by one, who is still missing, and my own: the chair's last (F-05, F-06). */
export function StatementsPanel({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
  const silent = yetToState(state, item)
  const names = (ids: readonly string[]) => ids.map(personName).join(t('meetings:and'))
  const stating = item.phase === 'statements'
  const mine = item.statements.some((statement) => statement.personId === me.personId)
  const expected = item.statements.length + silent.length
  return (
    <section aria-labelledby="statements-title" className={classes.part}>
      <h3 id="statements-title" className={classes.partTitle}>
        {t('meetings:statements.title')}{' '}
        {expected > 0 ? (
          <span className={classes.quiet}>
            {t('meetings:statements.made', { count: item.statements.length, of: expected })}
          </span>
        ) : null}
      </h3>
      {stating ? (
        <p className={classes.quiet}>
          {t('meetings:statements.rule')}{' '}
          {silent.length > 0
            ? t('meetings:statements.missing', { names: names(silent) })
            : t('meetings:statements.allMade')}
        </p>
      ) : null}
      {item.statements.length === 0 ? <p className={classes.quiet}>{t('meetings:statements.none')}</p> : null}
      <ul className={classes.statements}>
        {item.statements.map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
      </ul>
      {stating && !mine && isMemberDue(state, me.personId) ? (
        <StatementForm
          key={item.id}
          itemId={item.id}
          others={names(silent.filter((personId) => personId !== me.personId))}
        />
      ) : null}
    </section>
  )
}

function StatementLine({ statement }: { statement: Statement }) {
  const { t } = useTranslation('meetings')
  const { me, personName } = useMeeting()
  const format = useDateTime()
  return (
    <li className={classes.statement}>
      <div className={classes.statementHead}>
        <strong>{personName(statement.personId)}</strong> <StandMark stand={statement.stand} />{' '}
        <time className={classes.quiet} dateTime={statement.at}>
          {format(statement.at, 'time')}
        </time>
      </div>
      <p className={classes.statementText}>{statement.reason}</p>
      {statement.corrections.map((correction) => (
        <p key={correction.at} className={classes.correction}>
          {t('meetings:statements.corrected', { time: format(correction.at), text: correction.text })}
        </p>
      ))}
      {statement.personId === me.personId ? (
        <Fold title={t('meetings:statements.correct')}>
          <ReasonForm
            label={t('meetings:statements.correctText')}
            hint={t('meetings:statements.correctHint')}
            submit={t('meetings:statements.correctSubmit')}
            command={(text) => ({ type: 'correct-statement', statementId: statement.id, text })}
          />
        </Fold>
      ) : null}
    </li>
  )
}
