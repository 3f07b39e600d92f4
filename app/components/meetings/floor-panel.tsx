import { Button, Group, NativeSelect, Radio, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { FLOOR_KINDS, type FloorKind, type FloorRequest } from '#domain/meetings/types.ts'
import { CommandButton } from './command-button.tsx'
import { FloorTimer } from './floor-timer.tsx'
import { Fold } from './reason-form.tsx'
import { useAct, useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Who speaks and for how long, who waits, and my own hand. */
export function FloorPanel() {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
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

const MINUTES = [1, 2, 3, 5, 10, 15, 30]

function Waiting({ request }: { request: FloorRequest }) {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
  const [seconds, setSeconds] = useState(String(state.rules.speakingSeconds))
  const name = personName(request.personId)
  const choices = [...new Set([...MINUTES.map((minutes) => minutes * 60), state.rules.speakingSeconds])].sort(
    (a, b) => a - b,
  )
  return (
    <li>
      <span>
        {name}{' '}
        <span className={classes.quiet}>
          {t('meetings:floor.kindOf', { kind: t(`meetings:floorKind.${request.kind}`) })}
        </span>
      </span>
      {state.chairId === me.personId ? (
        <Group gap="xs" wrap="wrap">
          <NativeSelect
            aria-label={t('meetings:floor.seconds')}
            data={choices.map((choice) => ({
              value: String(choice),
              label: t('meetings:floor.minutes', { count: Math.round(choice / 6) / 10 }),
            }))}
            value={seconds}
            onChange={(event) => setSeconds(event.currentTarget.value)}
          />
          <CommandButton
            variant="light"
            command={{ type: 'grant-floor', requestId: request.id, seconds: Number(seconds) }}
          >
            {t('meetings:floor.grant', { name })}
          </CommandButton>
        </Group>
      ) : null}
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
            <Radio.Group
              value={kind}
              onChange={(value) => setKind(FLOOR_KINDS.find((one) => one === value) ?? kind)}
              aria-label={t('meetings:floor.raiseKind')}
            >
              <Group gap="md">
                {FLOOR_KINDS.map((one) => (
                  <Radio key={one} value={one} label={t(`meetings:floorKind.${one}`)} />
                ))}
              </Group>
            </Radio.Group>
            <p className={classes.quiet}>{t('meetings:floor.pointFirst')}</p>
          </Fold>
        </Stack>
      )}
      <RefusalAlert refusal={refusal} onClose={forget} />
    </div>
  )
}

export const HAND_KEY_EVENT = 'meeting-hand-key'
