import { Paper } from '@mantine/core'
import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { scopeOfView } from '#app/components/cases/scope.ts'
import { AtHand } from '#app/components/dossiers/at-hand.tsx'
import { DocumentList } from '#app/components/dossiers/document-list.tsx'
import { DocumentSheet } from '#app/components/dossiers/document-sheet.tsx'
import classes from '#app/components/dossiers/dossier.module.css'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { bodyOfOpinion, examinationPart } from '#domain/dossiers/parts.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const caseId = params['caseId'] ?? ''
  const { documents } = orThrow(await context.services.cases.view(actor, caseId))
  const readable = Object.keys(documents).filter(
    (part) => bodyOfOpinion(part) === null && documents[part] !== 'none',
  )
  const part = params['part'] ?? null
  if (part === null) {
    const [first] = readable
    if (first) throw redirect(`/cases/${caseId}/dossier/${first}`)
    return json({ part, content: null })
  }
  if (!readable.includes(part)) throwRefusal({ refused: 'document/unknown' })
  const { content } = orThrow(await context.services.documents.read(actor, `case/${caseId}/${part}`))
  return json({ part, content })
}

export default function Dossier() {
  const { part, content } = useLoaderData<typeof loader>()
  const { t } = useTranslation('dossiers')
  const { state, view, me } = useCase()
  const readable = state.documents.filter((document) => view.documents[document.part] !== 'none')
  const matters = Object.fromEntries(state.examinations.map((one) => [examinationPart(one), one.matter]))
  const shown = readable.find((document) => document.part === part)
  const access = shown ? view.documents[shown.part] : 'none'
  return (
    <div className={classes.frame}>
      <DocumentList caseId={state.id} documents={readable} matters={matters} />
      <div className={classes.sheet}>
        {shown && (access === 'write' || access === 'read') ? (
          <DocumentSheet key={shown.part} document={shown} access={access} content={content} />
        ) : (
          <Paper>
            <EmptyState title={t('dossiers:dossier.none')} />
          </Paper>
        )}
      </div>
      {scopeOfView(view, me) === 'all' ? <AtHand /> : null}
    </div>
  )
}
