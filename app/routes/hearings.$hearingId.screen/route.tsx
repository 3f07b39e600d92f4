import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BigHearing } from '#app/components/hearings/screen/big-hearing.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { useHearingRoom } from '#app/realtime/use-hearing.ts'

export const handle = { i18n: ['hearings', 'meetings'], title: 'hearings:screen.title', bare: true }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const seen = orThrow(await context.services.hearings.view(actor, params['hearingId'] ?? '', 'screen'))
  return json({ hearing: { view: null, shared: seen.shared }, loadedAt: new Date().toISOString() })
}

/** 16 : 9, one thing at a time, for the projector. Nothing private, whoever opened it. */
export default function ScreenPage() {
  const { hearing, loadedAt } = useLoaderData<typeof loader>()
  const { shared, connection, refusal } = useHearingRoom(hearing, 'screen')
  if (refusal) return null
  return <BigHearing state={shared.state} connection={connection} loadedAt={loadedAt} />
}
