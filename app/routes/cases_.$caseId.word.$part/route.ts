import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#app/http/disposition.ts'
import { receiveUpload } from '#app/http/receive-upload.server.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { wordPaper } from '#app/http/word-paper.ts'
import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import { inMegabytes, MOST_WORD_BYTES } from '#domain/dossiers/word-limits.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'

/** A section of a dossier, or an opinion, as a Word file. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', part = '' } = params
  const { cases, documents, wordFiles } = context.services
  const section = orThrow(await documents.paper(actor, `case/${caseId}/${part}`, 'exported'))
  const view = orThrow(await cases.view(actor, caseId))
  const { paper, fileName } = await wordPaper(part, section, view)
  const file = orThrow(await wordFiles.write(paper))
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': WORD_TYPE,
      'Content-Disposition': disposition('attachment', fileName),
      'Cache-Control': 'private, no-store',
    },
  })
}

/** What stands in a Word file, for whoever may write it into the section: he looks at it before anything is written. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', part = '' } = params
  const { documents, wordFiles } = context.services
  const mode = await documents.access(actor, `case/${caseId}/${part}`)
  if (isRefusal(mode)) return respondToRefusal(mode)
  if (mode !== 'write') return respondToRefusal(refuse('document/read-only'))
  const words = await receiveUpload(request, async ({ stream }) => {
    const file = await upTo(stream, MOST_WORD_BYTES)
    return isRefusal(file) ? file : wordFiles.read(file)
  })
  return isRefusal(words) ? respondToRefusal(words) : json({ ok: true as const, ...words })
}

async function upTo(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | Refusal> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.byteLength
    if (bytes > most) return refuse('word/too-large', { limit: inMegabytes(most) })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
