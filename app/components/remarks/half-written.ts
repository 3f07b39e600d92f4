import { keepInTab, keyOf, readKept } from '#app/components/ui/kept-in-tab.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import type { DocumentReader } from '#protocol/messages.ts'

/** Which form: a new remark, an answer to one, a correction of one of its messages. */
export type Form = 'new' | `reply ${number}` | `correct ${number} ${number}`

export interface HalfWritten {
  readonly text: string
  readonly mentioned: readonly DocumentReader[]
  /** Of a new remark: the words it is about. */
  readonly about: Anchor | null
}

interface Whose {
  readonly personId: string
  /** The document's name. */
  readonly name: string
}

export type Left = Readonly<Partial<Record<Form, HalfWritten>>>

const placeOf = ({ personId, name }: Whose) => ({ prefix: 'remark-draft:', personId, of: name })

/** What somebody began to say about a text and has not sent: a closed list, a filter or a reload does not take it. */
export const leftOf = (storage: Storage, whose: Whose): Left =>
  readKept(storage, keyOf(placeOf(whose))) as Left

/** Null: sent, or given up. */
export function keepHalf(storage: Storage, whose: Whose, form: Form, half: HalfWritten | null): void {
  const { [form]: _, ...others } = leftOf(storage, whose)
  const left: Left = half === null ? others : { ...others, [form]: half }
  keepInTab(storage, placeOf(whose), Object.keys(left).length === 0 ? null : left)
}

/** The remarks in whose cards something is half written, with what it is: the answer, or the place of a message. */
export function doingIn(left: Left): ReadonlyMap<number, 'reply' | number> {
  return new Map(
    Object.keys(left).flatMap((form): [number, 'reply' | number][] => {
      const [kind, number, message] = form.split(' ')
      if (kind === 'new') return []
      return [[Number(number), kind === 'reply' ? 'reply' : Number(message)]]
    }),
  )
}
