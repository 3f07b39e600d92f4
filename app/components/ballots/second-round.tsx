import { useTranslation } from 'react-i18next'
import { CommandButton } from '#app/components/meetings/command-button.tsx'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import type { Poll } from '#domain/ballots/types.ts'
import classes from './poll.module.css'

/** At the result that failed, not only as the dock's next step: another subject may be asked before (B-14). */
export function SecondRound({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const { may } = useMeeting()
  const command = { type: 'open-second-round', pollId: poll.id } as const
  if (poll.status !== 'announced' || may(command)) return null
  return (
    <div className={classes.notice}>
      <p>{t('ballots:steps.failed')}</p>
      <CommandButton legal command={command} records={t('ballots:steps.secondRoundRecords')}>
        {t('ballots:steps.secondRound')}
      </CommandButton>
    </div>
  )
}
