import { Anchor, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { RegisterWords } from '#app/components/evidence/register-words.tsx'
import { WithdrawnWords } from '#app/components/evidence/withdrawn-words.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { later } from '#app/components/ui/later.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export const handle = {
  i18n: ['hearings', 'evidence', 'evidence-marks', 'dossiers'],
  title: 'hearings:stage.viewTitle',
}

const MarkedPiece = later(
  async () => (await import('#app/components/evidence-marks/marked-piece.tsx')).MarkedPiece,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', evidenceId = '' } = params
  orThrow(await context.services.evidence.mayOpen(actor, caseId, evidenceId))
  return json({ loadedAt: new Date().toISOString() }, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** A piece of evidence under the reader's watermark, with what is marked on it and what the register says of it. */
export default function EvidencePage() {
  const { loadedAt } = useLoaderData<typeof loader>()
  const { evidenceId } = useParams()
  const { t } = useTranslation('evidence')
  const { state } = useCase()
  const { name, bodyName } = useActor()
  const piece = state.evidence.find(({ id }) => id === evidenceId)
  // It was restricted while the page stood open.
  if (!piece) return null
  return (
    <Section
      title={`${t('evidence:numbered', { number: piece.number })} ${piece.title}`}
      aside={
        <Anchor component={Link} to={`/cases/${state.id}/evidence`} size="sm">
          {t('evidence:list')}
        </Anchor>
      }
    >
      <WithdrawnWords piece={piece} />
      <MarkedPiece
        piece={piece}
        watermark={{ who: [name, bodyName].filter(Boolean).join(' '), since: loadedAt }}
      />
      <Title order={3} size="h4" mt="md" mb="xs">
        {t('evidence:registered')}
      </Title>
      <RegisterWords register={piece.register} />
    </Section>
  )
}
