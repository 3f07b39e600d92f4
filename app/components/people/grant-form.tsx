import { Button, NativeSelect, Paper, Stack, TextInput, Title } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useEmptyWhenDone, WhenDone } from '#app/components/ui/when-done.tsx'
import { ADMINISTRATORS, ROLES, type Role } from '#domain/people/actor.ts'
import type { PersonRow } from '#server/services/people.ts'
import type { AccountAnswer } from './account-answer.ts'

interface GrantFormProps {
  readonly people: readonly PersonRow[]
  readonly today: string
}

export function GrantForm({ people, today }: GrantFormProps) {
  const { t } = useTranslation('people')
  const fetcher = useFetcher<AccountAnswer>({ key: 'grant-role' })
  const errorOf = useFieldErrors(fetcher.data?.errors)
  const form = useEmptyWhenDone(fetcher)
  const [personId, setPersonId] = useState('')
  const [role, setRole] = useState<Role>('member')
  const active = people.filter((person) => person.active)
  const needsBody = !ADMINISTRATORS.includes(role)
  const person = active.find((one) => one.id === personId)
  return (
    <Paper component="section" aria-labelledby="grant">
      <Title order={2} id="grant" mb="sm">
        {t('people:grant.add')}
      </Title>
      <fetcher.Form method="post" ref={form}>
        <Stack>
          <input type="hidden" name="intent" value="grant" />
          <RefusalAlert refusal={fetcher.data?.refusal} />
          <WhenDone fetcher={fetcher}>{t('people:grant.added')}</WhenDone>
          <NativeSelect
            name="personId"
            label={t('people:field.person')}
            value={personId}
            onChange={(event) => {
              setPersonId(event.currentTarget.value)
            }}
            error={errorOf('personId')}
            data={[
              { value: '', label: '' },
              ...active.map(({ id, name, userName }) => ({ value: id, label: `${name} · ${userName}` })),
            ]}
            required
          />
          <NativeSelect
            name="role"
            label={t('people:field.role')}
            value={role}
            onChange={(event) => {
              const chosen = ROLES.find((each) => each === event.currentTarget.value)
              if (chosen) setRole(chosen)
            }}
            data={ROLES.map((each) => ({ value: each, label: t(`people:role.${each}`) }))}
          />
          {needsBody ? (
            <>
              <input type="hidden" name="bodyId" value={person?.bodyId ?? ''} />
              <TextInput
                label={t('people:field.body')}
                description={t('people:grant.ownBody')}
                value={person ? (person.bodyName ?? t('people:field.noBody')) : ''}
                error={errorOf('bodyId')}
                readOnly
                variant="filled"
              />
            </>
          ) : null}
          <TextInput
            name="from"
            type="date"
            label={t('people:field.from')}
            defaultValue={today}
            error={errorOf('from')}
            required
          />
          <TextInput
            name="until"
            type="date"
            label={t('people:field.until')}
            description={t('people:field.untilHint')}
            error={errorOf('until')}
          />
          <div>
            <Button type="submit" loading={fetcher.state !== 'idle'}>
              {t('people:grant.add')}
            </Button>
          </div>
        </Stack>
      </fetcher.Form>
    </Paper>
  )
}
