import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { PersonRow } from '#server/services/people.ts'
import type { AccountAnswer } from './account-answer.ts'

type Act = 'reset' | 'disable' | 'enable'

function ActForm({ act, person, close }: { act: Act; person: PersonRow; close: () => void }) {
  const { t } = useTranslation(['people', 'common', 'auth'])
  const fetcher = useFetcher<AccountAnswer>()
  const errorOf = useFieldErrors(fetcher.data?.errors)
  const { id, name, userName } = person
  const done = fetcher.state === 'idle' && fetcher.data?.ok === true
  if (done) {
    return (
      <Stack>
        <Text role="status">{t(act === 'reset' ? 'people:account.resetDone' : 'common:done')}</Text>
        <Group justify="flex-end">
          <Button onClick={close} data-autofocus>
            {t('common:close')}
          </Button>
        </Group>
      </Stack>
    )
  }
  return (
    <fetcher.Form method="post" autoComplete="off">
      <Stack>
        <input type="hidden" name="intent" value={act} />
        <input type="hidden" name="personId" value={id} />
        <Text>{t(`people:account.${act}Records`, { name, userName })}</Text>
        <RefusalAlert refusal={fetcher.data?.refusal} />
        {act === 'reset' ? (
          <PasswordInput
            name="password"
            label={t('people:field.password')}
            description={t('people:field.passwordHint')}
            error={errorOf('password')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('auth:signIn.showPassword') }}
            required
            data-autofocus
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t(`people:account.${act}`)}
          </Button>
        </Group>
      </Stack>
    </fetcher.Form>
  )
}

/** Each opens a dialog that says what the audit log will say; the table stays as it is behind it. */
export function AccountActions({ person }: { person: PersonRow }) {
  const { t } = useTranslation(['people', 'common'])
  const [act, setAct] = useState<Act | null>(null)
  const acts: readonly Act[] = person.active ? ['reset', 'disable'] : ['enable']
  const close = () => {
    setAct(null)
  }
  return (
    <>
      <Group
        gap="xs"
        wrap="nowrap"
        role="group"
        aria-label={t('people:account.actions', { name: person.name })}
      >
        {acts.map((each) => (
          <Button
            key={each}
            size="compact-sm"
            variant="default"
            onClick={() => {
              setAct(each)
            }}
          >
            {t(`people:account.${each}`)}
          </Button>
        ))}
      </Group>
      <Dialog
        opened={act !== null}
        onClose={close}
        title={act ? `${t(`people:account.${act}`)} · ${person.name}` : ''}
      >
        {act ? <ActForm act={act} person={person} close={close} /> : null}
      </Dialog>
    </>
  )
}
