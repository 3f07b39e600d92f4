import { Button, NativeSelect, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useEmptyWhenDone, WhenDone } from '#app/components/ui/when-done.tsx'
import type { Body } from '#domain/people/actor.ts'
import type { AccountAnswer } from './account-answer.ts'

export function NewPersonForm({ bodies }: { bodies: readonly Body[] }) {
  const { t } = useTranslation(['people', 'auth'])
  const fetcher = useFetcher<AccountAnswer>({ key: 'new-person' })
  const errorOf = useFieldErrors(fetcher.data?.errors)
  const form = useEmptyWhenDone(fetcher)
  return (
    <Paper component="section" aria-labelledby="new-person">
      <Title order={2} id="new-person" mb="sm">
        {t('people:account.add')}
      </Title>
      <fetcher.Form method="post" ref={form} autoComplete="off">
        <Stack>
          <input type="hidden" name="intent" value="add" />
          <RefusalAlert refusal={fetcher.data?.refusal} />
          <WhenDone fetcher={fetcher}>{t('people:account.added')}</WhenDone>
          <TextInput name="name" label={t('people:field.name')} error={errorOf('name')} required />
          <TextInput
            name="userName"
            label={t('people:field.userName')}
            description={t('people:field.userNameHint')}
            error={errorOf('userName')}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <NativeSelect
            name="bodyId"
            label={t('people:field.body')}
            error={errorOf('bodyId')}
            data={[
              { value: '', label: t('people:field.noBody') },
              ...bodies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput name="office" label={t('people:field.office')} error={errorOf('office')} />
          <PasswordInput
            name="password"
            label={t('people:field.password')}
            description={t('people:field.passwordHint')}
            error={errorOf('password')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('auth:signIn.showPassword') }}
            required
          />
          <div>
            <Button type="submit" loading={fetcher.state !== 'idle'}>
              {t('people:account.add')}
            </Button>
          </div>
        </Stack>
      </fetcher.Form>
    </Paper>
  )
}
