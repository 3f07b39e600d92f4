import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Alone } from '#app/components/auth/alone.tsx'
import { DemoAccounts } from '#app/components/auth/demo-accounts.tsx'
import { typed, useFieldErrors } from '#app/components/ui/field-errors.ts'
import { forgetOthers } from '#app/components/ui/kept-in-tab.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { safePath } from '#app/http/require-actor.ts'
import { respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { isRefusal } from '#domain/record/refusal.ts'

export const handle = { i18n: 'auth', title: 'auth:signIn.title', bare: true }

// Longer than any account: no need to say here what a user name looks like.
const form = z.object({ userName: z.string().trim().min(1).max(64), password: z.string().min(1).max(128) })

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const to = safePath(searchParams.get('to'))
  if (context.actor) throw redirect(to)
  return json({
    cameFrom: searchParams.has('to'),
    changed: searchParams.has('changed'),
    accounts: await context.services.people.demoAccounts(),
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const parsed = await parseForm(request, form)
  if (!parsed.ok) {
    return json(
      { ok: false as const, refusal: null, errors: parsed.errors, values: parsed.values },
      { status: 422 },
    )
  }
  const answer = await context.signIn.withPassword({ ...parsed.data, address: context.address })
  if (isRefusal(answer)) return respondToRefusal(answer, { errors: {}, values: parsed.values })
  const to = safePath(new URL(request.url).searchParams.get('to'))
  return redirect(to, { headers: { 'Set-Cookie': answer.cookie } })
}

export default function SignInPage() {
  const { cameFrom, changed, accounts } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useTranslation('auth')
  const errorOf = useFieldErrors(answered?.errors)
  const busy = useNavigation().formAction?.startsWith('/sign-in') ?? false
  const userName = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)

  useEffect(() => {
    // A session that ran out leaves what was half written for its person; who signed out leaves nothing on a shared desk.
    if (!cameFrom) forgetOthers(sessionStorage, null)
  }, [cameFrom])

  useEffect(() => {
    // After a refusal the password is what must be typed again.
    if (answered) password.current?.focus()
  }, [answered])

  function fill(name: string) {
    if (userName.current) userName.current.value = name
    if (password.current) {
      password.current.value = DEMO_PASSWORD
      password.current.focus()
    }
  }

  return (
    <Alone width={accounts.length > 0 ? 760 : 440}>
      <Paper p="lg">
        <Title order={1} fz="lg">
          {t('auth:signIn.title')}
        </Title>
        <Text c="dimmed" size="sm" mb="md">
          {changed
            ? t('auth:account.passwordChanged')
            : cameFrom
              ? t('auth:signIn.expired')
              : t('auth:signIn.lead')}
        </Text>
        <Form method="post">
          <Stack>
            <RefusalAlert refusal={answered?.refusal} />
            <TextInput
              ref={userName}
              name="userName"
              label={t('auth:signIn.userName')}
              defaultValue={typed(answered?.values, 'userName')}
              error={errorOf('userName')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
            />
            <PasswordInput
              ref={password}
              name="password"
              label={t('auth:signIn.password')}
              error={errorOf('password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': t('auth:signIn.showPassword') }}
            />
            <Button type="submit" size="md" loading={busy} fullWidth>
              {t('auth:signIn.submit')}
            </Button>
          </Stack>
        </Form>
        <Anchor component={Link} to="/invited" size="sm" mt="md" display="block">
          {t('auth:signIn.invited')}
        </Anchor>
      </Paper>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} onChoose={fill} /> : null}
    </Alone>
  )
}
