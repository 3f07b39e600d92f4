import { Button, Stack } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useFetcher, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GuestForm } from '#app/components/invitations/guest-form.tsx'
import { GuestList } from '#app/components/invitations/guest-list.tsx'
import type { Guests } from '#app/components/invitations/guests.ts'
import { InvitationSheet, type Sheet } from '#app/components/invitations/invitation-sheet.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { newCommandId } from '#app/realtime/command-id.ts'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { useFresh } from '#app/realtime/use-fresh.ts'
import { mustMayPrepare } from '#domain/hearings/guards.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { guestsForm } from './form.ts'
import { sheetOf } from './sheet.server.ts'

export const handle = { i18n: ['invitations', 'hearings-before'], title: 'invitations:title' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const hearingId = params['hearingId'] ?? ''
  const { hearings, invitations } = context.services
  const contacts = orThrow(await invitations.contacts(actor, hearingId))
  const { shared } = orThrow(await hearings.view(actor, hearingId, 'person'))
  return json<Guests>({ state: shared.state, contacts, now: new Date().toISOString() })
}

const refused = (refusal: Refusal) => respondToRefusal(refusal, { errors: {} })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const hearingId = params['hearingId'] ?? ''
  const { hearings, invitations } = context.services
  const parsed = await parseForm(request, guestsForm)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const { data } = parsed
  switch (data.intent) {
    case 'name': {
      const done = await invitations.name(actor, hearingId, data.commandId, data)
      return isRefusal(done) ? refused(done) : json({ ok: true as const, seq: done.seq })
    }
    case 'issue': {
      const issued = await invitations.issue(actor, hearingId, data.commandId, data.personId)
      if (isRefusal(issued)) return refused(issued)
      const { seq, shared } = orThrow(await hearings.view(actor, hearingId, 'person'))
      const sheet = await sheetOf(shared.state, data.personId, issued, new URL(request.url).origin)
      return json({ ok: true as const, seq, sheet })
    }
    case 'revoke': {
      const { personId, reason } = data
      const done = await invitations.revoke(actor, hearingId, data.commandId, personId, reason)
      return isRefusal(done) ? refused(done) : json({ ok: true as const, seq: done.seq })
    }
  }
}

interface Issued {
  readonly ok: boolean
  readonly refusal?: Refusal
  readonly sheet?: Sheet
}

/** For the office, the chair and the recorder: who comes without an account, and by what invitation. */
export default function GuestsPage() {
  const { t } = useTranslation('invitations')
  const guests = useLoaderData<Guests>()
  const { state } = guests
  const actor = useActor()
  const fetcher = useFetcher<Issued>()
  const [putAway, setPutAway] = useState<Issued | null>(null)
  useFresh(`hearing/${state.id}`, state.seq)
  const answer = fetcher.data
  const sheet = answer === putAway ? undefined : answer?.sheet
  if (sheet) return <InvitationSheet sheet={sheet} onClose={() => setPutAway(answer ?? null)} />
  const issue = (personId: string) =>
    fetcher.submit({ intent: 'issue', commandId: newCommandId(), personId }, { method: 'post' })
  return (
    <>
      <PageHead
        title={state.title}
        overline={t('invitations:title')}
        lead={t('invitations:about')}
        actions={
          <>
            {mustMayPrepare(state, actor) === null ? (
              <Button component={Link} to={`/hearings/${state.id}/prepare`} variant="default">
                {t('invitations:toPrepare')}
              </Button>
            ) : null}
            <Button component={Link} to={`/hearings/${state.id}`} variant="default">
              {t('invitations:toRoom')}
            </Button>
          </>
        }
      />
      <Stack gap="lg" maw={1080}>
        <RefusalAlert refusal={fetcher.state === 'idle' ? answer?.refusal : null} />
        <GuestList guests={guests} busy={fetcher.state !== 'idle'} onIssue={issue} />
        <GuestForm guests={guests} />
      </Stack>
    </>
  )
}
