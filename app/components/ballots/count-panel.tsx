import { useTranslation } from 'react-i18next'
import { CommandButton } from '#app/components/meetings/command-button.tsx'
import { SCRUTINEERS_NEEDED } from '#app/components/meetings/next-step.ts'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import type { Choice, Poll } from '#domain/ballots/types.ts'
import classes from './poll.module.css'

/** What is counted: every option and the abstentions. */
export function cellsOf(poll: Poll): readonly Choice[] {
  return [...poll.options, 'ABSTAIN']
}

/** The count as it stands for confirmation, who confirmed, and the scrutineer's button. */
export function CountPanel({ poll }: { poll: Poll }) {
  const { t } = useTranslation(['ballots', 'meetings'])
  const { state, me, personName } = useMeeting()
  const confirmedBy = poll.hands?.confirmedBy ?? poll.confirmedBy
  const names = confirmedBy.map(personName).join(t('meetings:and'))
  return (
    <div className={classes.notice}>
      <h4>{t('ballots:confirmCount.title')}</h4>
      {poll.hands ? (
        <p>
          {t('ballots:hands.entered', {
            name: personName(poll.hands.enteredBy),
            counts: cellsOf(poll)
              .map((choice) =>
                t('ballots:result.line', {
                  choice: t(`ballots:choice.${choice}`),
                  count: poll.hands?.counts[choice] ?? 0,
                }),
              )
              .join(t('meetings:clause')),
          })}
        </p>
      ) : null}
      <p>
        {t('ballots:confirmCount.ask', { done: confirmedBy.length })}{' '}
        {confirmedBy.length > 0
          ? t('ballots:confirmCount.done', { names })
          : t('ballots:confirmCount.nobody')}
      </p>
      {state.scrutineerIds.includes(me.personId) && confirmedBy.length < SCRUTINEERS_NEEDED ? (
        <CommandButton
          command={{ type: 'confirm-count', pollId: poll.id }}
          records={t('ballots:confirmCount.records')}
        >
          {t('ballots:confirmCount.confirm')}
        </CommandButton>
      ) : null}
    </div>
  )
}
