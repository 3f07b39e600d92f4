import { Button, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation, useNavigate } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { exhibitPath } from '#app/components/exhibits/paths.ts'
import { useActor } from '#app/components/shell/root-data.ts'
import { later } from '#app/components/ui/later.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { refuse } from '#domain/record/refusal.ts'

export const handle = { i18n: ['hearings'], title: 'hearings:stage.viewTitle' }

const ExhibitViewer = later(
  async () => (await import('#app/components/exhibits/exhibit-viewer.tsx')).ExhibitViewer,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingId = '', evidenceId = '' } = params
  const exhibits = orThrow(await context.services.exhibits.list(actor, hearingId))
  // Whether there is such a piece is told to nobody who may not open it.
  const piece = orThrow(exhibits.find(({ id }) => id === evidenceId) ?? refuse('access/denied'))
  return json(
    { hearingId, piece, loadedAt: new Date().toISOString() },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

/** One piece of evidence to look at by oneself: from the transcript at the page it tells of, or beside the hearing. */
export default function ExhibitPage() {
  const { hearingId, piece, loadedAt } = useLoaderData<typeof loader>()
  const { t } = useTranslation('hearings')
  const { name, bodyName } = useActor()
  const navigate = useNavigate()
  // In the address, so that the page can be sent to a colleague.
  const asked = Number(new URLSearchParams(useLocation().search).get('page'))
  const page = Math.max(1, Math.floor(asked) || 1)
  return (
    <>
      <Title order={1} mb="sm">
        {piece.title}
      </Title>
      <ExhibitViewer
        piece={piece}
        src={exhibitPath(hearingId, piece.id)}
        page={page}
        zone={null}
        onPage={(next) => navigate(`?page=${String(next)}`, { replace: true, preventScrollReset: true })}
        watermark={{ who: [name, bodyName].filter(Boolean).join(' '), since: loadedAt }}
      />
      <Button component={Link} to={`/hearings/${hearingId}`} variant="subtle" mt="md">
        {t('hearings:stage.backToHearing')}
      </Button>
    </>
  )
}
