import { useTranslation } from 'react-i18next'
import { CommandButton } from '#app/components/meetings/command-button.tsx'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import type { Poll } from '#domain/ballots/types.ts'
import classes from './poll.module.css'

/** The chair asks to void a count that is known: all read why, a secretary or scrutineer answers. */
export function VoidReview({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const { state, me, personName } = useMeeting()
  const asked = poll.voidAsked
  if (!asked || poll.status === 'void' || poll.status === 'announced') return null
  const reviews =
    me.personId !== state.chairId &&
    me.personId !== asked.by &&
    (state.secretaryIds.includes(me.personId) || state.scrutineerIds.includes(me.personId))
  return (
    <div className={classes.notice} role="status">
      <p>
        {t('ballots:steps.voidWaiting', {
          name: personName(asked.by),
          ground: t(`ballots:voidGround.${asked.ground}`),
          reason: asked.reason,
        })}
      </p>
      <p>{t('ballots:steps.voidReview')}</p>
      {reviews ? (
        <div className={classes.acts}>
          <CommandButton
            color="cinnabar"
            variant="light"
            command={{ type: 'answer-void', pollId: poll.id, agreed: true }}
            records={t('ballots:steps.voidAgreeRecords')}
          >
            {t('ballots:steps.voidAgree')}
          </CommandButton>
          <CommandButton
            variant="default"
            command={{ type: 'answer-void', pollId: poll.id, agreed: false }}
            records={t('ballots:steps.voidDeclineRecords')}
          >
            {t('ballots:steps.voidDecline')}
          </CommandButton>
        </div>
      ) : null}
    </div>
  )
}
