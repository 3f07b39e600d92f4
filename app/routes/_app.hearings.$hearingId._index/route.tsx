import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PapersProvider } from '#app/components/hearings/papers-context.tsx'
import { HearingRoom } from '#app/components/hearings/room.tsx'
import { HearingProvider } from '#app/components/hearings/room-context.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { isRefusal } from '#domain/record/refusal.ts'

export const handle = { i18n: ['hearings', 'comments', 'meetings', 'hearing-ways'], title: 'hearings:title' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const hearingId = params['hearingId'] ?? ''
  const { hearings, comments, exhibits, servedPapers } = context.services
  const { view, shared } = orThrow(await hearings.view(actor, hearingId, 'person'))
  // A witness does not read the comments; everybody else on this page does.
  const said = await comments.view(actor, hearingId)
  const pieces = await exhibits.list(actor, hearingId)
  const openings = await servedPapers.openings(actor, hearingId)
  return {
    hearing: { view, shared },
    comments: isRefusal(said) ? null : said,
    exhibits: isRefusal(pieces) ? [] : pieces,
    openings: isRefusal(openings) ? [] : openings,
    loadedAt: new Date().toISOString(),
  }
}

/** The hearing from the notice to the signing: one page, so that nobody has to change places. */
export default function HearingPage() {
  const { hearing, comments, exhibits, openings, loadedAt } = useLoaderData<typeof loader>()
  return (
    <HearingProvider key={hearing.shared.state.id} initial={hearing} loadedAt={loadedAt}>
      <PapersProvider openings={openings}>
        <HearingRoom exhibits={exhibits} comments={comments} />
      </PapersProvider>
    </HearingProvider>
  )
}
