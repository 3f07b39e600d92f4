import { useCallback, useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import * as z from 'zod/mini'
import { OUTCOMES, type Outcome } from '#domain/decisions/outcome.ts'
import { FORM_FIELD } from '#protocol/text-field.ts'

export interface OpinionForm {
  readonly stands: Readonly<Partial<Record<string, Outcome>>>
  readonly clauses: readonly string[]
}

// Whatever a colleague's browser put there is read with care: the form is shared, not checked by the server.
const standsSchema = z.catch(z.record(z.string(), z.enum(OUTCOMES)), {})
const clausesSchema = z.catch(z.array(z.string()), [])

const EMPTY: OpinionForm = { stands: {}, clauses: [] }
const cache = new WeakMap<Doc, { readonly key: string; readonly form: OpinionForm }>()

function read(doc: Doc): OpinionForm {
  const map = doc.getMap(FORM_FIELD)
  const form: OpinionForm = {
    stands: standsSchema.parse(map.get('stands')),
    clauses: clausesSchema.parse(map.get('clauses')),
  }
  // The same form must be the same object, or React would draw for ever.
  const key = JSON.stringify(form)
  const before = cache.get(doc)
  if (before?.key === key) return before.form
  cache.set(doc, { key, form })
  return form
}

/** The sealed form beside the text: in the same shared document, so that colleagues fill it in together. */
export function useOpinionForm(doc: Doc | null) {
  const subscribe = useCallback(
    (watcher: () => void) => {
      const map = doc?.getMap(FORM_FIELD)
      map?.observe(watcher)
      return () => map?.unobserve(watcher)
    },
    [doc],
  )
  const form = useSyncExternalStore(
    subscribe,
    () => (doc ? read(doc) : EMPTY),
    () => EMPTY,
  )
  return {
    form,
    setStand(subjectId: string, stand: Outcome | null) {
      if (!doc) return
      const { [subjectId]: _, ...others } = read(doc).stands
      doc.getMap(FORM_FIELD).set('stands', stand === null ? others : { ...others, [subjectId]: stand })
    },
    setClauses(clauses: readonly string[]) {
      doc?.getMap(FORM_FIELD).set('clauses', [...clauses])
    },
  }
}
