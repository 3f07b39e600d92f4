import { useTranslation } from 'react-i18next'
import { CommandButton } from '#app/components/meetings/command-button.tsx'
import { Fold } from '#app/components/meetings/fold.tsx'
import { ReasonForm } from '#app/components/meetings/forms.ts'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import { votesNeeded } from '#domain/ballots/rules.ts'
import { pollsOn, unusedConsent } from '#domain/meetings/items.ts'
import { isMemberDue } from '#domain/meetings/participants.ts'
import { itemQuorum } from '#domain/meetings/quorum.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import classes from './poll.module.css'

/** Voting anew needs the consent of more than half of those due (F-09): asking, consenting, how many are missing. */
export function ReconsiderationPanel({
  item,
  subject,
}: {
  item: AgendaItem
  subject: AgendaItem['subjects'][number]
}) {
  const { t } = useTranslation('ballots')
  const { state, me } = useMeeting()
  const asked = item.reconsiderations.filter((one) => one.subjectId === subject.id)
  const waiting = asked.filter((one) => !one.granted)
  const announced = pollsOn(item, subject.id).at(-1)?.status === 'announced'
  const need = votesNeeded(itemQuorum(state, item).due)
  return (
    <>
      {unusedConsent(item, subject.id) ? (
        <p className={classes.notice}>{t('ballots:steps.reconsiderationGranted')}</p>
      ) : null}
      {waiting.map((one) => (
        <div key={one.id} className={classes.notice}>
          <p>{t('ballots:steps.reconsiderationFor', { name: subject.name, reason: one.reason })}</p>
          <p>{t('ballots:steps.consents', { count: one.consents.length, need })}</p>
          {isMemberDue(state, me.personId) ? (
            <CommandButton
              command={{ type: 'consent-reconsideration', reconsiderationId: one.id }}
              records={t('ballots:steps.reconsiderRecords')}
            >
              {t('ballots:steps.consent')}
            </CommandButton>
          ) : null}
        </div>
      ))}
      {announced && waiting.length === 0 && state.status === 'open' && isMemberDue(state, me.personId) ? (
        <Fold title={t('ballots:steps.reconsider')}>
          <ReasonForm
            label={t('ballots:steps.reconsiderReason')}
            hint={t('ballots:steps.reconsiderRecords')}
            submit={t('ballots:steps.reconsider')}
            command={(reason) => ({ type: 'ask-reconsideration', subjectId: subject.id, reason })}
          />
        </Fold>
      ) : null}
    </>
  )
}
