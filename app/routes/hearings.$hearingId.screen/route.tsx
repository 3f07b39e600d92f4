import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BigHearing } from '#app/components/hearings/screen/big-hearing.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { useHearingRoom } from '#app/realtime/use-hearing.ts'

export const handle = {
  i18n: ['hearings', 'comments', 'meetings'],
  title: 'hearings:screen.title',
  bare: true,
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearings, exhibits } = context.services
  const hearingId = params['hearingId'] ?? ''
  const seen = orThrow(await hearings.view(actor, hearingId, 'screen'))
  const pieces = await exhibits.list(actor, hearingId, 'screen')
  return json({
    hearing: { view: null, shared: seen.shared },
    exhibits: isRefusal(pieces) ? [] : pieces,
    loadedAt: new Date().toISOString(),
  })
}

/** 16 : 9, one thing at a time, for the projector. Nothing private, whoever opened it. */
export default function ScreenPage() {
  const { hearing, exhibits, loadedAt } = useLoaderData<typeof loader>()
  const { shared, connection, refusal } = useHearingRoom(hearing, 'screen')
  if (refusal) return null
  return <BigHearing state={shared.state} exhibits={exhibits} connection={connection} loadedAt={loadedAt} />
}
