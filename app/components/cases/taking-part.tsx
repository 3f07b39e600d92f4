import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import { ChooseMany, NativeSelect } from './fields.ts'
import classes from './facts.module.css'
import { Fact } from './particulars.tsx'
import { Section } from './section.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface TakingPartProps {
  /** Who may be chosen as handler; empty for those who may not choose. */
  readonly people: readonly Choice[]
  readonly bodies: readonly Choice[]
}

/** Handlers and departments, with what each department still owes. */
export function TakingPart({ people, bodies }: TakingPartProps) {
  const { t } = useTranslation('cases')
  const { state, personName, bodyName } = useCase()
  return (
    <Section title={t('cases:taking.title')}>
      <dl className={classes.facts}>
        <Fact name={t('cases:taking.handlers')}>
          <Stack gap="xs" align="flex-start">
            {state.handlerIds.length === 0 ? (
              <Text span c="dimmed">
                {t('cases:taking.noHandlers')}
              </Text>
            ) : (
              <span>{state.handlerIds.map(personName).join(t('cases:taking.between'))}</span>
            )}
            {people.length > 0 ? <AssignHandlers people={people} /> : null}
          </Stack>
        </Fact>
        <Fact name={t('cases:taking.bodies')}>
          <Stack gap="xs" align="flex-start">
            <ul className={classes.plain}>
              {state.bodyIds.map((bodyId) => {
                const submitted = state.opinions.some(
                  (opinion) => opinion.bodyId === bodyId && opinion.status === 'submitted',
                )
                return (
                  <li key={bodyId}>
                    {bodyName(bodyId)}{' '}
                    <StatusBadge tone={submitted ? 'good' : 'neutral'}>
                      {t(`cases:taking.opinion.${submitted ? 'submitted' : 'none'}`)}
                    </StatusBadge>
                  </li>
                )
              })}
            </ul>
            {people.length > 0 ? (
              <InviteBody bodies={bodies.filter(({ value }) => !state.bodyIds.includes(value))} />
            ) : null}
          </Stack>
        </Fact>
        {state.applicantIds.length > 0 ? (
          <Fact name={t('cases:taking.applicants')}>
            {state.applicantIds.map(personName).join(t('cases:taking.between'))}
          </Fact>
        ) : null}
      </dl>
    </Section>
  )
}

function AssignHandlers({ people }: { people: readonly Choice[] }) {
  const { t } = useTranslation('cases')
  const { state } = useCase()
  const [chosen, setChosen] = useState<string[] | null>(null)
  const handlerIds = chosen ?? [...state.handlerIds]
  const eligible = people.filter(({ value }) => !state.applicantIds.includes(value))
  // Asked with other people than now: the same list again would be refused as done already.
  const others = eligible.filter(({ value }) => !state.handlerIds.includes(value)).map(({ value }) => value)
  return (
    <ActDialog
      label={t('cases:taking.assign')}
      records={t('cases:taking.assignRecords')}
      look={{ variant: 'default', size: 'xs' }}
      probe={{ type: 'assign-handlers', handlerIds: [...others.slice(0, 2), ...state.handlerIds] }}
      command={() => (handlerIds.length === 0 ? null : { type: 'assign-handlers', handlerIds })}
      onDone={() => setChosen(null)}
      fields={
        <ChooseMany
          label={t('cases:taking.assignLabel')}
          data={eligible}
          value={handlerIds}
          onChange={setChosen}
          withAsterisk
        />
      }
    />
  )
}

function InviteBody({ bodies }: { bodies: readonly Choice[] }) {
  const { t } = useTranslation('cases')
  const [bodyId, setBodyId] = useState<string | null>(null)
  const label = bodies.find(({ value }) => value === bodyId)?.label ?? '…'
  if (bodies.length === 0) return null
  return (
    <ActDialog
      label={t('cases:taking.invite')}
      records={t('cases:taking.inviteRecords', { body: label })}
      look={{ variant: 'default', size: 'xs' }}
      probe={{ type: 'invite-body', bodyId: bodies[0]?.value ?? '' }}
      command={() => (bodyId === null ? null : { type: 'invite-body', bodyId })}
      onDone={() => setBodyId(null)}
      fields={
        <NativeSelect
          label={t('cases:taking.inviteLabel')}
          data={[{ value: '', label: t('cases:form.choose') }, ...bodies]}
          value={bodyId ?? ''}
          onChange={(event) => setBodyId(event.currentTarget.value || null)}
          withAsterisk
        />
      }
    />
  )
}
