import { Alert, Anchor, Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Alone } from '#app/components/auth/alone.tsx'
import { forgetOthers } from '#app/components/ui/kept-in-tab.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { languageOf } from '#app/http/language.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'

export const handle = { i18n: 'invitations', title: 'invitations:enter.title', bare: true }

const ENDINGS = ['other-device', 'uninvited', 'left'] as const

/** Says nothing of any hearing, whoever asks: what a link opens is asked when its button is pressed. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const ended = new URL(request.url).searchParams.get('ended')
  return json({
    ended: ENDINGS.find((one) => one === ended) ?? null,
    signedIn: context.actor?.guestOf === undefined ? (context.actor?.name ?? null) : null,
  })
}

const form = z.union([
  z.object({ token: z.string().min(1).max(200) }),
  z.object({ code: z.string().trim().min(1).max(100) }),
])

export async function action({ context, request }: ActionFunctionArgs) {
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('invitation/not-valid'))
  const answer = await context.invited.enter(parsed.data, context.address)
  if (isRefusal(answer)) return respondToRefusal(answer)
  // He goes on in the language in which he came.
  await context.services.people.setLanguage(answer, await languageOf(context, request))
  // The cookie holds one session: whose was here before is over, with his other pages of this browser.
  if (context.actor) await context.signIn.signOut(request.headers.get('Cookie'))
  return redirect(`/hearings/${answer.hearingId}`, { headers: { 'Set-Cookie': answer.cookie } })
}

/** What stands behind `#` never reaches a server by itself; taken out of the address as soon as it is read. */
function useLinkToken() {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const read = () => {
      const found = window.location.hash.slice(1)
      if (found === '') return
      setToken(found)
      const { pathname, search } = window.location
      window.history.replaceState(window.history.state, '', pathname + search)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return [token, () => setToken(null)] as const
}

/** The way in without an account: by link or by the code on paper. */
export default function Invited() {
  const { t } = useTranslation('invitations')
  const { ended, signedIn } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const busy = useNavigation().formAction?.startsWith('/invited') ?? false
  const [token, forget] = useLinkToken()
  useEffect(() => {
    if (ended === 'left') forgetOthers(sessionStorage, null)
  }, [ended])
  return (
    <main style={{ padding: 'clamp(16px, 5vh, 64px) 16px 48px' }}>
      <Alone>
        <Paper p="lg">
          <Stack>
            <Title order={1} fz="lg">
              {t('invitations:enter.title')}
            </Title>
            {ended && !answered ? (
              <Alert color="ochre" variant="light" role="alert">
                {t(`invitations:enter.ended.${ended}`)}
              </Alert>
            ) : null}
            <RefusalAlert refusal={answered?.refusal} />
            <Text>{t(token ? 'invitations:enter.byLink' : 'invitations:enter.lead')}</Text>
            {signedIn ? (
              <Text c="var(--ochre)">{t('invitations:enter.other', { name: signedIn })}</Text>
            ) : null}
            <Form method="post" autoComplete="off">
              <Stack>
                {token ? (
                  <input type="hidden" name="token" value={token} />
                ) : (
                  <TextInput
                    name="code"
                    label={t('invitations:enter.code')}
                    description={t('invitations:enter.codeHint')}
                    size="lg"
                    autoCapitalize="characters"
                    autoCorrect="off"
                    spellCheck={false}
                    required
                    withAsterisk={false}
                  />
                )}
                <Button type="submit" size="lg" loading={busy} fullWidth>
                  {t('invitations:enter.act')}
                </Button>
                {token ? (
                  <Button variant="subtle" onClick={forget}>
                    {t('invitations:enter.useCode')}
                  </Button>
                ) : null}
              </Stack>
            </Form>
          </Stack>
        </Paper>
        {signedIn ? null : (
          <Anchor component={Link} to="/sign-in" size="sm" mt="md" display="block">
            {t('invitations:enter.account')}
          </Anchor>
        )}
      </Alone>
    </main>
  )
}
