import { Paper, Stack, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { DecisionCard } from '#app/components/cases/decision-card.tsx'
import { scopeOfView } from '#app/components/cases/scope.ts'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { decisionsInForce } from '#domain/cases/inquiries.ts'

/** Where each set of minutes wrote its decision: the entries of the case's record that prove it. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const timeline = orThrow(await context.services.timeline.of(actor, `case/${params['caseId'] ?? ''}`))
  const entries = timeline.filter(({ type }) => type === 'case/decision-recorded')
  return json({
    proofs: entries.map(({ seq, payload }) => ({ seq, minutesIds: minutesIn(payload) })),
  })
}

function minutesIn(payload: unknown): readonly string[] {
  const { decisions } = payload as { readonly decisions?: readonly { readonly minutesId: string }[] }
  return (decisions ?? []).map(({ minutesId }) => minutesId)
}

export default function Decisions() {
  const { proofs } = useLoaderData<typeof loader>()
  const { t } = useTranslation('cases')
  const { state, view, me } = useCase()
  const inForce = decisionsInForce(state.decisions)
  const earlier = state.decisions.filter((decision) => !inForce.includes(decision))
  const seesMeeting = scopeOfView(view, me) === 'all'
  const proofOf = (minutesId: string) =>
    proofs.find(({ minutesIds }) => minutesIds.includes(minutesId))?.seq ?? null
  if (inForce.length === 0)
    return (
      <Paper>
        <EmptyState title={t('cases:decisions.emptyTitle')}>{t('cases:decisions.emptyHint')}</EmptyState>
      </Paper>
    )
  return (
    <Stack>
      {inForce.map((decision) => (
        <DecisionCard
          key={decision.subjectId}
          decision={decision}
          entrySeq={proofOf(decision.minutesId)}
          seesMeeting={seesMeeting}
        />
      ))}
      {earlier.length > 0 ? (
        <>
          <Title order={2}>{t('cases:decisions.earlier')}</Title>
          {earlier.map((decision) => (
            <DecisionCard
              key={`${decision.minutesId}-${decision.subjectId}`}
              decision={decision}
              entrySeq={proofOf(decision.minutesId)}
              seesMeeting={seesMeeting}
            />
          ))}
        </>
      ) : null}
    </Stack>
  )
}
