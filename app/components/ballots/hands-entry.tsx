import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import { useAct, useMeeting } from '#app/components/meetings/room-context.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { presentOn } from '#domain/ballots/rules.ts'
import type { Counts, Poll } from '#domain/ballots/types.ts'
import { cellsOf } from './count-panel.tsx'
import classes from './poll.module.css'

/** Show of hands: the secretary types what was counted; whoever entered does not confirm. */
export function HandsEntry({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const { may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const [counts, setCounts] = useState<Counts>(poll.hands?.counts ?? {})
  const entitled = presentOn(poll.roll)
  const total = cellsOf(poll).reduce((sum, choice) => sum + (counts[choice] ?? 0), 0)
  const command = { type: 'enter-hands', pollId: poll.id, counts } as const
  const form = (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void act(command)
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed">{t('ballots:hands.note', { entitled })}</Text>
        <div className={classes.counts}>
          {cellsOf(poll).map((choice) => (
            <TextInput
              key={choice}
              type="number"
              inputMode="numeric"
              label={t(`ballots:choice.${choice}`)}
              min={0}
              max={entitled}
              step={1}
              value={counts[choice] ?? ''}
              onChange={(event) => {
                const count = Number.parseInt(event.currentTarget.value, 10)
                setCounts((before) => ({ ...before, [choice]: Number.isNaN(count) ? 0 : count }))
              }}
            />
          ))}
        </div>
        <Text>{t('ballots:hands.total', { total, entitled })}</Text>
        <div>
          <ReasonedButton type="submit" refusal={may(command)} busy={busy}>
            {t('ballots:hands.enter')}
          </ReasonedButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
  return poll.hands ? <Fold title={t('ballots:hands.again')}>{form}</Fold> : form
}
