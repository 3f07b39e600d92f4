import '#app/components/minutes/print.css'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { printedPaper, type PrintedPaper } from '#app/components/hearings/after/printed-paper.ts'
import { PrintPage } from '#app/components/hearings/after/print-page.tsx'
import { sentencesIn } from '#app/http/language.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export const handle = { i18n: 'hearingsAfter', title: 'hearingsAfter:report.title', bare: true }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const paper = orThrow(await context.services.hearingPapers.view(actor, params['hearingId'] ?? '', 'report'))
  return json({ printed: printedPaper(paper, await sentencesIn('zh-CN', 'hearingsAfter')) })
}

export default function PrintReport() {
  const { printed } = useLoaderData<{ readonly printed: PrintedPaper }>()
  return <PrintPage printed={printed} />
}
