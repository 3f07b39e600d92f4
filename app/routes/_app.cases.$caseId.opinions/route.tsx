import { Stack, Text } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { OwnOpinion } from '#app/components/opinions/own-opinion.tsx'
import { SideBySide } from '#app/components/opinions/side-by-side.tsx'
import { SubmittedOpinion } from '#app/components/opinions/submitted-opinion.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { participatingBody } from '#domain/cases/standing.ts'
import { opinionPart } from '#domain/dossiers/parts.ts'
import { isRefusal } from '#domain/record/refusal.ts'

export const handle = { i18n: ['dossiers', 'remarks', 'blocks', 'suggestions', 'writing'] }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { services } = context
  const caseId = params['caseId'] ?? ''
  const { state, documents } = orThrow(await services.cases.view(actor, caseId))
  // Applicants and bodies that only owe a duty have no documents of opinions: there is no page for them.
  if (
    Object.values(documents).every((access) => access === 'none') ||
    state.applicantIds.includes(actor.personId)
  )
    throwRefusal({ refused: 'access/denied' })
  const bodyId = participatingBody(actor, state)
  const mine = bodyId === null ? null : opinionPart(bodyId)
  const own =
    mine !== null && documents[mine] === 'write'
      ? await services.documents.read(actor, `case/${caseId}/${mine}`)
      : null
  const texts = await Promise.all(
    state.opinions.map(async ({ versionId }): Promise<[string, string][]> => {
      if (versionId === null) return []
      const version = await services.documents.version(actor, versionId)
      return isRefusal(version) ? [] : [[versionId, version.content]]
    }),
  )
  // Blocks in a submitted opinion tell what the case held then, as its readers of that day read it.
  const found = await Promise.all(
    state.opinions.map(async ({ versionId, submittedAt }) => {
      if (versionId === null || submittedAt === null) return []
      const then = await services.cases.foundAt(actor, caseId, submittedAt)
      return isRefusal(then) ? [] : [[versionId, then] as const]
    }),
  )
  return json({
    ownContent: own === null || isRefusal(own) ? null : own.content,
    texts: Object.fromEntries(texts.flat()),
    found: Object.fromEntries(found.flat()),
  })
}

export default function Opinions() {
  const { ownContent, texts, found } = useLoaderData<typeof loader>()
  const { t } = useTranslation('dossiers')
  const { state, me } = useCase()
  const bodyId = participatingBody(me, state)
  const own = state.opinions.find((opinion) => opinion.bodyId === bodyId)
  return (
    <Stack>
      {own === undefined ? (
        <Text c="dimmed">{t('dossiers:opinions.noOwn')}</Text>
      ) : own.status === 'draft' ? (
        <OwnOpinion opinion={own} content={ownContent} />
      ) : (
        <SubmittedOpinion opinion={own} />
      )}
      <SideBySide texts={texts} found={found} />
    </Stack>
  )
}
