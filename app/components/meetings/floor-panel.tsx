import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { FloorKind, FloorRequest } from '#domain/meetings/types.ts'
import { CommandButton } from './command-button.tsx'
import { FloorTimer } from './floor-timer.tsx'
import { Fold } from './fold.tsx'
import { GrantForm, HandKinds } from './forms.ts'
import { HAND_KEY_EVENT } from './hand-key.ts'
import { useAct, useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Who speaks and for how long, who waits, and my own hand. */
export function FloorPanel() {
  const { t } = useTranslation('meetings')
  const { state, me, personName, now } = useMeeting()
  const { speaking, waiting } = state.floor
  return (
    <section aria-labelledby="floor-title" className={classes.part}>
      <h3 id="floor-title" className={classes.partTitle}>
        {t('meetings:floor.title')}
      </h3>
      {speaking ? (
        <div className={classes.speaking}>
          <span>
            <strong>{t('meetings:floor.speaking', { name: personName(speaking.personId) })}</strong>{' '}
            <span className={classes.quiet}>
              {t('meetings:floor.kindOf', { kind: t(`meetings:floorKind.${speaking.kind}`) })}
            </span>
          </span>
          <FloorTimer
            since={speaking.since}
            seconds={speaking.seconds}
            mine={speaking.personId === me.personId}
            now={now}
          />
          {speaking.personId === me.personId || state.chairId === me.personId ? (
            <CommandButton variant="default" command={{ type: 'end-floor' }}>
              {t(speaking.personId === me.personId ? 'meetings:floor.endMine' : 'meetings:floor.end')}
            </CommandButton>
          ) : null}
        </div>
      ) : (
        <p className={classes.quiet}>{t('meetings:floor.nobody')}</p>
      )}
      {waiting.length > 0 ? (
        <>
          <h4 className={classes.groupTitle}>{t('meetings:floor.waiting')}</h4>
          <ol className={classes.queue}>
            {waiting.map((request) => (
              <Waiting key={request.id} request={request} />
            ))}
          </ol>
        </>
      ) : null}
      <OwnHand />
    </section>
  )
}

function Waiting({ request }: { request: FloorRequest }) {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
  return (
    <li>
      <span>
        {personName(request.personId)}{' '}
        <span className={classes.quiet}>
          {t('meetings:floor.kindOf', { kind: t(`meetings:floorKind.${request.kind}`) })}
        </span>
      </span>
      {state.chairId === me.personId ? <GrantForm request={request} /> : null}
    </li>
  )
}

function OwnHand() {
  const { t } = useTranslation('meetings')
  const { state, me, may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const [kind, setKind] = useState<FloorKind>('statement')
  const place = state.floor.waiting.findIndex((request) => request.personId === me.personId)
  const mine = state.floor.waiting[place]
  const command = { type: 'raise-hand', kind } as const

  // The key `h` presses whichever of the two stands here.
  useEffect(() => {
    const raiseOrLower = () => {
      if (mine) void act({ type: 'withdraw-hand' })
      else if (!may(command)) void act(command)
    }
    window.addEventListener(HAND_KEY_EVENT, raiseOrLower)
    return () => window.removeEventListener(HAND_KEY_EVENT, raiseOrLower)
  })

  return (
    <div className={classes.ownHand}>
      {mine ? (
        <Group gap="sm">
          <span>
            {t('meetings:floor.raised', { kind: t(`meetings:floorKind.${mine.kind}`), ahead: place })}
          </span>
          <Button variant="default" loading={busy} onClick={() => void act({ type: 'withdraw-hand' })}>
            {t('meetings:floor.withdraw')}
          </Button>
        </Group>
      ) : (
        <Stack gap="xs" align="flex-start">
          <ReasonedButton
            variant="light"
            refusal={may(command)}
            busy={busy}
            onClick={() => void act(command)}
          >
            {`${t('meetings:floor.raise')} · ${t(`meetings:floorKind.${kind}`)}`}
          </ReasonedButton>
          <Fold title={t('meetings:floor.raiseKind')}>
            <HandKinds kind={kind} onChoose={setKind} />
          </Fold>
        </Stack>
      )}
      <RefusalAlert refusal={refusal} onClose={forget} />
    </div>
  )
}
