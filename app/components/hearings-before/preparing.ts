import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { FieldErrors } from '#app/http/parse-form.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { HearingState, ServedPaper } from '#domain/hearings/types.ts'
import type { HearingOwn } from '#domain/hearings/view.ts'
import type { Role } from '#domain/people/actor.ts'
import type { PaperChoice } from '#server/services/served-papers.ts'
import { refuse, type Refusal, type RefusalCode } from '#domain/record/refusal.ts'

/** Somebody of the directory who can be named. */
export interface Nameable {
  readonly personId: string
  readonly name: string
  readonly bodyName: string
  readonly office: string
  readonly roles: readonly Role[]
}

/** What the page of preparing works with, made by its loader. */
export interface Preparing {
  readonly state: HearingState
  readonly membersOutsideSuggested: boolean
  readonly may: HearingOwn['may']
  readonly people: readonly Nameable[]
  /** Of the case, that can be served. */
  readonly choices: readonly PaperChoice[]
  /** That were served. */
  readonly papers: readonly ServedPaper[]
  readonly calendar: WorkingCalendar
  /** ISO time of the server. */
  readonly now: string
}

type Answer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly errors: FieldErrors }

/** One form of the page: its own answer, beside its own button. `onDone` runs once for each answer that says done. */
export function useForm(onDone?: () => void) {
  const fetcher = useFetcher<Answer>()
  const answer = fetcher.data
  const told = useRef<Answer | undefined>(undefined)
  useEffect(() => {
    if (!answer || answer === told.current || fetcher.state !== 'idle') return
    told.current = answer
    if (answer.ok) onDone?.()
  }, [answer, fetcher.state, onDone])
  const refused = answer && !answer.ok ? answer : null
  return {
    Form: fetcher.Form,
    busy: fetcher.state !== 'idle',
    errors: refused?.errors,
    /** Where a field is to blame, it says so by itself. */
    refusal: refused && Object.keys(refused.errors).length === 0 ? refused.refusal : null,
    /** Another one after each form that was accepted: for its command's id. */
    key: answer?.ok ? String(answer.seq) : 'first',
  }
}

export const asRefusal = (code: RefusalCode | null): Refusal | null => (code === null ? null : refuse(code))
