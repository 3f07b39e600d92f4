import { Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Alone } from '#app/components/auth/alone.tsx'
import { OpenHearing } from '#app/components/hearings-before/open-hearing.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { registerForm } from './form.ts'

export const handle = { i18n: 'hearings-before', title: 'hearings-before:public.title', bare: true }

/** For everybody, signed in or not; what a hearing keeps to itself the service does not hand out (H-61). */
export async function loader({ context }: LoaderFunctionArgs) {
  const hearings = await context.services.hearings.publicList(context.actor)
  return json({ hearings, signedIn: context.actor !== null })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, registerForm)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'))
  const { hearingId, commandId } = parsed.data
  const command = { type: 'register-as-observer' } as const
  const done = await context.services.hearings.execute(actor, hearingId, commandId, command)
  return isRefusal(done) ? respondToRefusal(done) : json({ ok: true as const, refusal: null })
}

export default function PublicHearings() {
  const { t } = useTranslation('hearings-before')
  const { hearings, signedIn } = useLoaderData<typeof loader>()
  return (
    <main style={{ padding: '24px 16px 48px' }}>
      <Alone width={860}>
        <Title order={1} fz="xl">
          {t('hearings-before:public.title')}
        </Title>
        <Text c="dimmed" mb="lg">
          {t('hearings-before:public.about')}
        </Text>
        <Stack gap="lg">
          {hearings.length === 0 ? (
            <Paper>
              <EmptyState title={t('hearings-before:public.none')}>
                {t('hearings-before:public.noneHint')}
              </EmptyState>
            </Paper>
          ) : (
            hearings.map((hearing) => <OpenHearing key={hearing.id} hearing={hearing} />)
          )}
          {signedIn ? (
            <Anchor component={Link} to="/workbench">
              {t('hearings-before:public.back')}
            </Anchor>
          ) : null}
        </Stack>
      </Alone>
    </main>
  )
}
