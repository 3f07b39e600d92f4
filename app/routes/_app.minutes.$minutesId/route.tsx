import { Anchor, Group, Stack } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Countersignatures } from '#app/components/minutes/countersignatures.tsx'
import { Departures } from '#app/components/minutes/departures.tsx'
import { Details } from '#app/components/minutes/details.tsx'
import { IssuedNote } from '#app/components/minutes/issued-note.tsx'
import { MinutesProvider } from '#app/components/minutes/minutes-context.tsx'
import { Proposals } from '#app/components/minutes/proposals.tsx'
import { Regeneration } from '#app/components/minutes/regeneration.tsx'
import { Returns } from '#app/components/minutes/returns.tsx'
import { Steps } from '#app/components/minutes/steps.tsx'
import { Text } from '#app/components/minutes/text.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandId } from '#protocol/messages.ts'

export const handle = { i18n: ['minutes', 'record', 'dossiers', 'writing'], title: 'minutes:title' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { minutes, calendar } = context.services
  const view = orThrow(await minutes.view(actor, params['minutesId'] ?? ''))
  return json({ view, calendar: await calendar.known() })
}

const regeneration = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('preview') }),
  z.object({ intent: z.literal('regenerate'), commandId }),
])

/** Drafting anew: first what it would change, then the change. Everything else goes through the room. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const minutesId = params['minutesId'] ?? ''
  const parsed = await parseForm(request, regeneration)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'))
  const { minutes } = context.services
  const answer =
    parsed.data.intent === 'preview'
      ? await minutes.previewRegeneration(actor, minutesId)
      : await minutes.regenerate(actor, minutesId, parsed.data.commandId)
  return isRefusal(answer) ? respondToRefusal(answer) : json({ ok: true as const, answer })
}

export default function MinutesPage() {
  const { view, calendar } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['minutes', 'common'])
  const { state } = view
  return (
    <MinutesProvider key={state.id} initial={view} calendar={calendar}>
      <PageHead
        title={t('minutes:of', { meeting: state.meetingTitle })}
        overline={state.number}
        actions={
          <Group gap="md">
            <Anchor component={Link} to={`/meetings/${state.meetingId}/record`}>
              {t('minutes:toRecord')}
            </Anchor>
            {view.frozenContent ? (
              <Anchor component={Link} to={`/minutes/${state.id}/print`}>
                {t('common:print')}
              </Anchor>
            ) : null}
          </Group>
        }
      />
      <Stack gap="xl">
        <Steps />
        <IssuedNote />
        <Returns />
        <Regeneration />
        <Text />
        <Details />
        <Departures />
        <Proposals />
        <Countersignatures />
      </Stack>
    </MinutesProvider>
  )
}
