import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FloorTimer } from '#app/components/meetings/floor-timer.tsx'
import { HAND_KEY_EVENT } from '#app/components/meetings/hand-key.ts'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { SpeakingRequest } from '#domain/hearings/types.ts'
import { AskFor, GrantForm } from './forms.ts'
import { CommandButton, useHearing } from './room-context.tsx'

/** Who speaks, for which side and for how long; who waits; and asking to speak. */
export function FloorPanel() {
  const { t } = useTranslation(['hearings', 'meetings'])
  const { state, own, mine, now } = useHearing()
  const { speaking, waiting } = state.floor
  const chair = mine?.capacity === 'chair'
  return (
    <section aria-labelledby="floor-title" className={rooms.part}>
      <h3 id="floor-title" className={rooms.partTitle}>
        {t('hearings:floor.title')}
      </h3>
      {speaking ? (
        <>
          <div className={rooms.speaking}>
            <Speaker request={speaking} />
            <FloorTimer
              since={speaking.since}
              seconds={speaking.seconds}
              mine={speaking.personId === own.personId}
              now={now}
            />
          </div>
          {chair || speaking.personId === own.personId ? (
            <div className={rooms.ownHand}>
              <CommandButton variant="default" command={{ type: 'end-floor' }}>
                {t(speaking.personId === own.personId ? 'meetings:floor.endMine' : 'meetings:floor.end')}
              </CommandButton>{' '}
              {chair
                ? [60, 180].map((seconds) => (
                    <CommandButton key={seconds} variant="subtle" command={{ type: 'extend-floor', seconds }}>
                      {t('hearings:floor.extend', { count: seconds / 60 })}
                    </CommandButton>
                  ))
                : null}
            </div>
          ) : null}
        </>
      ) : (
        <p className={rooms.quiet}>{t('meetings:floor.nobody')}</p>
      )}
      {waiting.length > 0 ? (
        <>
          <h4 className={rooms.groupTitle}>{t('meetings:floor.waiting')}</h4>
          <ol className={rooms.queue}>
            {waiting.map((request) => (
              <li key={request.id}>
                <Speaker request={request} />
                {chair ? <GrantForm request={request} /> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {mine && mine.capacity !== 'chair' && speaking?.personId !== own.personId ? <OwnHand /> : null}
    </section>
  )
}

function Speaker({ request }: { request: SpeakingRequest }) {
  const { t } = useTranslation('hearings')
  const { personName } = useHearing()
  return (
    <span>
      <strong>{personName(request.personId)}</strong>{' '}
      <span className={rooms.quiet}>
        {t(`hearings:side.${request.side}`)}
        {request.alsoFor.length > 0
          ? `${t('hearings:comma')}${t('hearings:floor.alsoFor', {
              names: request.alsoFor.map(personName).join(t('hearings:and')),
            })}`
          : null}
      </span>
    </span>
  )
}

function OwnHand() {
  const { t } = useTranslation(['hearings', 'meetings'])
  const { state, own, may, send } = useHearing()
  const { act, refusal, forget } = useActWith(send)
  const place = state.floor.waiting.findIndex((request) => request.personId === own.personId)
  const waits = place >= 0

  // The key `h` presses whichever of the two stands here.
  useEffect(() => {
    const raiseOrLower = () => {
      if (waits) void act({ type: 'withdraw' })
      else if (!may({ type: 'ask-to-speak' })) void act({ type: 'ask-to-speak', alsoFor: [] })
    }
    window.addEventListener(HAND_KEY_EVENT, raiseOrLower)
    return () => window.removeEventListener(HAND_KEY_EVENT, raiseOrLower)
  }, [waits, act, may])

  return (
    <div className={rooms.ownHand}>
      {waits ? (
        <>
          <p>{t('hearings:floor.asked', { ahead: place })}</p>
          <CommandButton variant="default" command={{ type: 'withdraw' }}>
            {t('hearings:floor.withdraw')}
          </CommandButton>
        </>
      ) : (
        <>
          <CommandButton variant="light" command={{ type: 'ask-to-speak', alsoFor: [] }}>
            {t('hearings:floor.ask')}
          </CommandButton>
          {may({ type: 'ask-to-speak' }) === null ? (
            <Fold title={t('hearings:floor.forOthers')}>
              <AskFor />
            </Fold>
          ) : null}
        </>
      )}
      <RefusalAlert refusal={refusal} onClose={forget} />
    </div>
  )
}
