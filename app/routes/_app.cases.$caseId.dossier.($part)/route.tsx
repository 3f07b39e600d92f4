import { Paper } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { scopeOfView } from '#app/components/cases/scope.ts'
import { AtHand } from '#app/components/dossiers/at-hand.tsx'
import { DocumentList } from '#app/components/dossiers/document-list.tsx'
import { DocumentSheet } from '#app/components/dossiers/document-sheet.tsx'
import classes from '#app/components/dossiers/dossier.module.css'
import { RemarksProvider } from '#app/components/remarks/remarks-context.tsx'
import { later } from '#app/components/ui/later.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import type { DossierDocument, Opinion } from '#domain/cases/types.ts'
import { bodyOfOpinion, examinationPart } from '#domain/dossiers/parts.ts'

export const handle = { i18n: ['dossiers', 'remarks', 'blocks', 'suggestions', 'writing', 'word'] }

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
  // An opinion stands among the opinions; here it is read and remarked on like any other text.
  const isOpinion =
    bodyOfOpinion(part) !== null && documents[part] !== undefined && documents[part] !== 'none'
  if (!readable.includes(part) && !isOpinion) throwRefusal({ refused: 'document/unknown' })
  const { content } = orThrow(await context.services.documents.read(actor, `case/${caseId}/${part}`))
  return json({ part, content })
}

/** Puts its template into a document that is empty; also asked by the page of the opinions. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const name = `case/${params['caseId'] ?? ''}/${params['part'] ?? ''}`
  const refusal = await context.services.templates.insert(actor, name)
  return refusal ? respondToRefusal(refusal) : json({ ok: true as const })
}

/** An opinion as the sheet shows it: without the steps of a part, which its own page has. */
function asDocument({ status, versionId, hash }: Opinion, part: string): DossierDocument {
  return { part, status: status === 'submitted' ? 'submitted' : 'open', versionId, hash, pinnedFor: [] }
}

const RemarksBeside = later(async () => (await import('#app/components/remarks/remarks-beside.tsx')).default)

export default function Dossier() {
  const { part, content } = useLoaderData<typeof loader>()
  const { t } = useTranslation('dossiers')
  const { state, view, me, bodyName } = useCase()
  const readable = state.documents.filter((document) => view.documents[document.part] !== 'none')
  const matters = Object.fromEntries(state.examinations.map((one) => [examinationPart(one), one.matter]))
  const opinion = state.opinions.find(({ bodyId }) => bodyId === bodyOfOpinion(part ?? ''))
  const shown =
    readable.find((document) => document.part === part) ??
    (opinion && part !== null ? asDocument(opinion, part) : undefined)
  const access = shown ? view.documents[shown.part] : 'none'
  const opened = shown && (access === 'write' || access === 'read') ? { shown, access } : null
  const atHand = scopeOfView(view, me) === 'all' ? <AtHand /> : null
  return (
    <div className={classes.frame}>
      <DocumentList caseId={state.id} documents={readable} matters={matters} />
      {opened ? (
        <RemarksProvider key={opened.shown.part} name={`case/${state.id}/${opened.shown.part}`}>
          <div className={classes.sheet}>
            <DocumentSheet document={opened.shown} access={opened.access} content={content} />
          </div>
          <div className={classes.beside}>
            <RemarksBeside bodyName={bodyName} />
            {atHand}
          </div>
        </RemarksProvider>
      ) : (
        <>
          <div className={classes.sheet}>
            <Paper>
              <EmptyState title={t('dossiers:dossier.none')} />
            </Paper>
          </div>
          <div className={classes.beside}>{atHand}</div>
        </>
      )}
    </div>
  )
}
