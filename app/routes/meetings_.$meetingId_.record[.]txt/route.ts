import type { LoaderFunctionArgs } from '@remix-run/node'
import { recordNames } from '#app/components/minutes/record-names.ts'
import { tell } from '#app/components/record/tell.ts'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { languageOf, sentencesFor } from '#app/http/language.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** The record as a text file: every statement with its speaker and time, each entry with its hash. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const meetingId = params['meetingId'] ?? ''
  const view = orThrow(await context.services.meetings.view(actor, meetingId, 'person'))
  const entries = orThrow(await context.services.timeline.of(actor, `meeting/${meetingId}`))
  const language = await languageOf(context, request)
  const t = await sentencesFor(context, request, 'minutes', 'record', 'common')
  const names = recordNames(view, t('common:unknownPerson'))
  const lines = entries.map((entry) => {
    const { sentence, note } = tell(entry, t, names, language)
    const at = formatDateTime(entry.at, 'seconds', language)
    return [
      `${String(entry.seq)}. ${at}  ${sentence}`,
      ...(note ? [`    ${note}`] : []),
      `    ${entry.hash}`,
    ].join('\r\n')
  })
  const title = t('minutes:meetingRecord.title', { meeting: view.state.title })
  // The mark at the start tells Windows editors that this is UTF-8.
  const text = `\uFEFF${[title, '', ...lines, ''].join('\r\n')}`
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="record.txt"; filename*=UTF-8''${encodeURIComponent(`${title}.txt`)}`,
      'Cache-Control': 'no-store',
    },
  })
}
