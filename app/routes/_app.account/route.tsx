import { Alert, Button, Paper, PasswordInput, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { OwnRoles } from '#app/components/people/own-roles.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { password } from '#domain/people/account.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'

export const handle = { i18n: ['auth', 'people'], title: 'auth:account.title' }

const form = z
  .object({ current: z.string().min(1).max(128), next: password, repeat: z.string() })
  .refine((typed) => typed.next === typed.repeat, { path: ['repeat'], error: 'auth:account.passwordsDiffer' })

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireActor(context, request)
  return json({
    mustChange: context.mustChangePassword,
    demo: context.demo,
    bodies: await context.services.people.bodies(),
  })
}

/** The new password is proved at once by signing in with it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const { current, next } = parsed.data
  const proof = { password: current, address: context.address }
  const answer = await context.services.people.changeOwnPassword(actor, proof, next)
  if (isRefusal(answer)) return respondToRefusal(answer, { errors: {} })
  return redirect('/sign-in?changed')
}

function PasswordForm({ mustChange }: { mustChange: boolean }) {
  const answered = useActionData<typeof action>()
  const { t } = useTranslation('auth')
  const errorOf = useFieldErrors(answered?.errors)
  const busy = useNavigation().formAction?.startsWith('/account') ?? false
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('auth:signIn.showPassword') } }
  return (
    <Form method="post">
      <Stack>
        {mustChange ? <Alert color="ochre">{t('auth:account.mustChange')}</Alert> : null}
        <RefusalAlert refusal={answered?.refusal} />
        <PasswordInput
          name="current"
          label={t('auth:account.current')}
          error={errorOf('current')}
          autoComplete="current-password"
          required
          {...toggle}
        />
        <PasswordInput
          name="next"
          label={t('auth:account.next')}
          description={t('auth:account.passwordRule')}
          error={errorOf('next')}
          autoComplete="new-password"
          required
          {...toggle}
        />
        <PasswordInput
          name="repeat"
          label={t('auth:account.repeat')}
          error={errorOf('repeat')}
          autoComplete="new-password"
          required
          {...toggle}
        />
        <div>
          <Button type="submit" loading={busy}>
            {t('auth:account.change')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

export default function AccountPage() {
  const { mustChange, demo, bodies } = useLoaderData<typeof loader>()
  const actor = useActor()
  const { t } = useTranslation('auth')
  return (
    <>
      <PageHead
        title={t('auth:account.title')}
        lead={[actor.name, actor.bodyName].filter(Boolean).join(' · ')}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} maw={1040}>
        <Paper component="section" aria-labelledby="password">
          <Title order={2} id="password" mb="sm">
            {t('auth:account.password')}
          </Title>
          {demo ? (
            <Text c="dimmed">{t('auth:account.demoFixed')}</Text>
          ) : (
            <PasswordForm mustChange={mustChange} />
          )}
        </Paper>
        <Stack>
          <Paper component="section" aria-labelledby="roles">
            <Title order={2} id="roles" mb="sm">
              {t('auth:account.roles')}
            </Title>
            <OwnRoles actor={actor} bodies={bodies} />
          </Paper>
          <Paper component="section" aria-labelledby="everywhere">
            <Title order={2} id="everywhere">
              {t('auth:account.everywhere')}
            </Title>
            <Text c="dimmed" mb="sm">
              {t('auth:account.everywhereLead')}
            </Text>
            <Form method="post" action="/sign-out" id="sign-out-everywhere">
              <input type="hidden" name="everywhere" value="yes" />
            </Form>
            <LegalActButton
              legal={false}
              variant="default"
              records={t('auth:account.everywhereRecords')}
              form="sign-out-everywhere"
            >
              {t('auth:account.everywhereSubmit')}
            </LegalActButton>
          </Paper>
        </Stack>
      </SimpleGrid>
    </>
  )
}
