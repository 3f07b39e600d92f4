import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMemberDue, isOfficer } from '#domain/meetings/participants.ts'
import { CommandButton } from './command-button.tsx'
import { Fold, ReasonForm } from './reason-form.tsx'
import { useMeeting } from './room-context.tsx'
import { useCaseSearch } from './use-case-search.ts'
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

function ProposeForm() {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  const { found: all, busy, search } = useCaseSearch()
  const [words, setWords] = useState('')
  const listed = new Set(state.items.map((item) => item.caseId))
  const found = all?.filter((one) => !listed.has(one.id))
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void search(words)
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('meetings:agenda.proposeFind')}
            description={t('meetings:agenda.proposeHint')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={busy}>
            {t('meetings:new.findButton')}
          </Button>
        </Group>
      </form>
      <div role="status">
        {found
          ? found.length === 0
            ? t('meetings:new.foundNone')
            : t('meetings:new.found', { count: found.length })
          : null}
      </div>
      <ul className={classes.plain}>
        {found?.map((one) => (
          <li key={one.id} className={classes.found}>
            <span>
              {one.number} {one.title}
            </span>
            <CommandButton variant="light" command={{ type: 'propose-item', caseId: one.id }}>
              {t('meetings:agenda.proposeSubmit')}
            </CommandButton>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
