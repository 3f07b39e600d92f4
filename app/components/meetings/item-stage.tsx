import { useTranslation } from 'react-i18next'
import { ReconsiderationPanel } from '#app/components/ballots/reconsideration.tsx'
import { PollPanel } from '#app/components/ballots/poll-panel.tsx'
import type { AgendaItem } from '#domain/meetings/types.ts'
import { FloorPanel } from './floor-panel.tsx'
import { PutQuestionForm } from './forms.ts'
import { nextStep, numberOf } from './next-step.ts'
import { Papers } from './papers.tsx'
import { PhaseSteps } from './phase-word.tsx'
import { RecusalPanel } from './recusal-panel.tsx'
import { useMeeting } from './room-context.tsx'
import { StatementsPanel } from './statements-panel.tsx'
import classes from './room.module.css'

/** The item that is up: head, vote, papers, floor, statements. */
export function ItemStage({ item }: { item: AgendaItem }) {
  const { t } = useTranslation(['meetings', 'ballots'])
  const { state, me, recused, personName } = useMeeting()
  const step = nextStep(state, me.personId)
  if (recused) {
    return (
      <div className={classes.notice} data-recused>
        <h2 className={classes.stageTitle}>{t('meetings:stage.recusedTitle')}</h2>
        <p>{t('meetings:stage.recused')}</p>
      </div>
    )
  }
  return (
    <>
      <header className={classes.itemHead}>
        <p className={classes.quiet}>
          {t('meetings:agenda.itemN', { n: numberOf(state, item.id) })} ·{' '}
          <a href={`/cases/${item.caseId}`} target="_blank" rel="noopener">
            {item.caseNumber}
          </a>
        </p>
        <h2 className={classes.stageTitle}>{item.caseTitle}</h2>
        {item.subjects.length > 0 ? (
          <p>
            {t('common:fact', {
              label: t('meetings:agenda.subjects'),
              value: item.subjects.map((subject) => subject.name).join(t('meetings:and')),
            })}
          </p>
        ) : null}
        {item.presenterId ? (
          <p className={classes.quiet}>
            {t('common:fact', { label: t('meetings:agenda.presenter'), value: personName(item.presenterId) })}
          </p>
        ) : null}
        <PhaseSteps phase={item.phase} />
      </header>
      {step.kind === 'put' &&
      state.chairId === me.personId &&
      (item.phase === 'statements' || item.phase === 'voting') ? (
        <section className={classes.part} aria-labelledby="put-title">
          <h3 id="put-title" className={classes.partTitle}>
            {t('meetings:dock.put', { name: step.name })}
          </h3>
          <PutQuestionForm key={`${item.id} ${step.subjectId}`} item={item} subjectId={step.subjectId} />
        </section>
      ) : null}
      <Votes item={item} />
      <Papers item={item} card />
      <FloorPanel />
      <StatementsPanel item={item} />
      <RecusalPanel item={item} />
    </>
  )
}

/** The item's ballots, the running one first. */
export function Votes({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('ballots')
  if (item.polls.length === 0) return null
  const nameOf = (subjectId: string) => item.subjects.find((subject) => subject.id === subjectId)?.name ?? ''
  const newestFirst = [...item.polls].reverse()
  const voted = item.subjects.filter((subject) => item.polls.some((poll) => poll.subjectId === subject.id))
  return (
    <section className={classes.part} aria-label={t('ballots:result.title')}>
      <div className={classes.polls}>
        {newestFirst.map((poll) => (
          <PollPanel key={poll.id} poll={poll} subjectName={nameOf(poll.subjectId)} />
        ))}
      </div>
      {voted.map((subject) => (
        <ReconsiderationPanel key={subject.id} item={item} subject={subject} />
      ))}
    </section>
  )
}
