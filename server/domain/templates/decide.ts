import { holds, type Actor } from '#domain/people/actor.ts'
import type { Context, Recorded } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { TEMPLATE_LIMIT, type TemplateState, type TemplateText } from './types.ts'

/** Everything that can happen to a template. */
export type TemplateHappening = {
  type: 'template/put-in-force'
  payload: TemplateText & { number: number; reason: string; from: number | null }
}

/** `from`: the version whose words these are, 0 for the release's; null: they were written in the draft. */
export type TemplateInstruction = TemplateText & {
  readonly type: 'put-in-force'
  readonly reason: string
  readonly from: number | null
}

/** The secretary of the jurisdiction; everybody else reads (D-120). */
export const mayEditTemplates = (actor: Actor): boolean => holds(actor, 'secretary')

/** What is in force; null: the secretary has put nothing in force yet. */
export const inForce = ({ versions }: TemplateState) => versions.at(-1) ?? null

/** Puts words in force as the next version (D-121). Refusals: access/denied, input/too-large, template/unchanged. */
export function decideTemplate(
  state: TemplateState,
  { content, hash, reason, from }: TemplateInstruction,
  { actor }: Context,
): readonly TemplateHappening[] | Refusal {
  if (!mayEditTemplates(actor)) return refuse('access/denied')
  if (content.length > TEMPLATE_LIMIT) return refuse('input/too-large')
  if (inForce(state)?.hash === hash) return refuse('template/unchanged')
  const number = state.versions.length + 1
  return [{ type: 'template/put-in-force', payload: { number, content, hash, reason, from } }]
}

export const initialTemplate = (): TemplateState => ({ seq: 0, versions: [] })

export function evolveTemplate(
  state: TemplateState,
  { payload, seq, at, actorId }: Recorded<TemplateHappening>,
): TemplateState {
  return { seq, versions: [...state.versions, { ...payload, at, by: actorId }] }
}
