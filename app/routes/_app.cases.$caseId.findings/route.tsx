import { Stack, Text } from '@mantine/core'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Conditions } from '#app/components/opinions/conditions.tsx'
import { Matrix } from '#app/components/opinions/matrix.tsx'
import { FindingsTable } from '#app/components/opinions/findings-table.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { criteriaSets } from '#domain/criteria/sets.ts'

export const handle = { i18n: ['dossiers', 'blocks'] }

/** What is found stands in the case's live state; the loader only keeps out who sees a part of the case. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { state, documents } = orThrow(await context.services.cases.view(actor, params['caseId'] ?? ''))
  if (
    state.applicantIds.includes(actor.personId) ||
    Object.values(documents).every((access) => access === 'none')
  )
    throwRefusal({ refused: 'access/denied' })
  return null
}

export default function Findings() {
  const { t } = useTranslation('dossiers')
  const { state } = useCase()
  return (
    <Stack>
      <Text c="dimmed">{t('dossiers:findings.lead')}</Text>
      {state.bodyIds.length > 0 ? <Matrix /> : null}
      <Conditions />
      {state.bodyIds.length === 0 ? (
        <Text c="dimmed">{t('dossiers:findings.noBodies')}</Text>
      ) : (
        criteriaSets.map((set) => <FindingsTable key={set.id} set={set} />)
      )}
    </Stack>
  )
}
