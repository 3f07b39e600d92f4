import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isMemberDue, isOfficer } from '#domain/meetings/participants.ts'
import { CommandButton } from './command-button.tsx'
import { Fold } from './fold.tsx'
import { ProposeForm, ReasonForm } from './forms.ts'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Items asked for, waiting for the chair, and the way to ask for one. */
export function AgendaProposals() {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
  const ended = state.status === 'closed' || state.status === 'cancelled'
  const mayPropose = !ended && (isMemberDue(state, me.personId) || isOfficer(state, me.personId))
  return (
    <>
      {state.proposedItems.length > 0 ? (
        <section aria-label={t('meetings:agenda.proposals')} className={classes.part}>
          <h3 className={classes.groupTitle}>{t('meetings:agenda.proposals')}</h3>
          <ul className={classes.plain}>
            {state.proposedItems.map((proposal) => (
              <li key={proposal.id} className={classes.notice}>
                <p>
                  {proposal.caseTitle}{' '}
                  <span className={classes.quiet}>
                    {t('meetings:agenda.proposedBy', { name: personName(proposal.by) })}
                  </span>
                </p>
                {state.chairId === me.personId ? (
                  <Stack gap="sm">
                    <div>
                      <CommandButton
                        variant="light"
                        command={{ type: 'accept-item', proposalId: proposal.id }}
                      >
                        {t('meetings:agenda.accept')}
                      </CommandButton>
                    </div>
                    <Fold title={t('meetings:agenda.decline')}>
                      <ReasonForm
                        label={t('meetings:agenda.declineReason')}
                        submit={t('meetings:agenda.decline')}
                        command={(reason) => ({ type: 'decline-item', proposalId: proposal.id, reason })}
                      />
                    </Fold>
                  </Stack>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {mayPropose ? (
        <Fold title={t('meetings:agenda.propose')}>
          <ProposeForm />
        </Fold>
      ) : null}
    </>
  )
}
