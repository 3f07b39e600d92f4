import { z } from 'zod'
import { id } from '#domain/cases/commands.ts'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { MOST_AROUND, MOST_CHANGES, MOST_WORDS, REMARK_LIMIT, REVISION_LIMIT } from './limits.ts'

const place = z.string().regex(/^[A-Za-z0-9+/]{1,200}={0,2}$/)
const anchor = z.object({
  start: place,
  end: place,
  words: z.string().min(1).max(MOST_WORDS),
  before: z.string().max(MOST_AROUND),
  after: z.string().max(MOST_AROUND),
})
const text = z.string().trim().min(1).max(REMARK_LIMIT)
const mentions = z.array(id).max(20)
const number = z.number().int().min(1).max(1_000_000)
const numbers = z.array(number).min(1).max(500)
const letters = z.string().max(REVISION_LIMIT)

/** Remarks on a live document (批注). Who remarks, and what he may, is looked up by the service. */
export const remarkCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('remark'), anchor: anchor.nullable(), text, mentions }),
  z.object({ type: z.literal('reply'), number, text, mentions }),
  /** `message`: 0 is the remark itself, then the answers. */
  z.object({
    type: z.literal('correct'),
    number,
    message: z.number().int().min(0).max(100_000),
    text,
    mentions,
  }),
  z.object({ type: z.literal('resolve'), number }),
  /** Other words for some of the text, several places at once; `note` says why, or nothing. */
  z.object({
    type: z.literal('suggest'),
    changes: z
      .array(z.object({ anchor: anchor.omit({ words: true }), before: letters.min(1), text: letters }))
      .min(1)
      .max(MOST_CHANGES),
    note: z.string().trim().max(REMARK_LIMIT),
  }),
  z.object({ type: z.literal('accept'), numbers }),
  z.object({ type: z.literal('refuse'), numbers }),
  z.object({ type: z.literal('withdraw'), numbers }),
  z.object({ type: z.literal('reopen'), number }),
  z.object({ type: z.literal('acknowledge'), number }),
  /** The editor of whoever divided a paragraph says where the words went. */
  z.object({
    type: z.literal('rebind'),
    places: z
      .array(z.object({ number, start: place, end: place }))
      .min(1)
      .max(200),
  }),
])
export type RemarkCommand = DeepReadonly<z.infer<typeof remarkCommand>>
