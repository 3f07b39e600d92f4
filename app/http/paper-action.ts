import { json, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { HearingPart } from '#domain/hearings/documents.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandId } from '#protocol/messages.ts'
import type { SigningCommand } from '#server/services/hearings.ts'
import { drawnPicture } from './drawn-picture.ts'
import { parseForm } from './parse-form.ts'
import { requireActor } from './require-actor.ts'
import { respondToRefusal } from './respond-to-refusal.ts'

const bringUp = z.object({ intent: z.literal('bring-up') })
const signing = z.object({
  intent: z.literal('sign'),
  commandId,
  password: z.string().min(1).max(1000),
  drawn: drawnPicture,
})

/**
 * What of a hearing's paper needs a form: bringing the text up to the record, and signing with the password. Everything
 * else goes through the room. `signed` reads from the same form what is signed.
 */
export async function paperAction(
  { context, request, params }: ActionFunctionArgs,
  part: HearingPart,
  signed: z.ZodType<{ readonly command: SigningCommand }>,
) {
  const actor = requireActor(context, request)
  const hearingId = params['hearingId'] ?? ''
  const parsed = await parseForm(request, z.union([bringUp, z.intersection(signing, signed)]))
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'))
  const { data } = parsed
  const { hearings, hearingPapers } = context.services
  if (data.intent === 'bring-up') {
    const done = await hearingPapers.bringUp(actor, hearingId, part)
    return isRefusal(done) ? respondToRefusal(done) : json({ ok: true as const, added: done.added })
  }
  const proof = { password: data.password, address: context.address }
  const done = await hearings.sign(actor, hearingId, data.commandId, data.command, proof, data.drawn)
  return isRefusal(done) ? respondToRefusal(done) : json({ ok: true as const })
}
