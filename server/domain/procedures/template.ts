import type { Stage } from '#domain/cases/types.ts'

/**
 * Who moves a case on. Nobody by hand: `minutes`, only the issuing of minutes with the decision, and `hearing`, only the
 * order of a hearing.
 */
export type Mover = 'secretary' | 'handler' | 'leader' | 'minutes' | 'hearing'

/** What must be there before a case goes on. */
export type Need = 'subjects' | 'two-handlers'

export interface Transition {
  readonly from: Stage
  readonly to: Stage
  readonly by: readonly Mover[]
  readonly reasonRequired: boolean
  readonly needs: readonly Need[]
}

/** A procedure as data: a jurisdiction with other steps ships another template (process A.4, REQ-053). */
export interface ProcedureTemplate {
  readonly key: string
  readonly initial: Stage
  readonly stages: readonly { readonly stage: Stage; readonly final: boolean }[]
  readonly transitions: readonly Transition[]
}

/** The way from one stage to another, or null where the procedure has none. */
export function transitionBetween(template: ProcedureTemplate, from: Stage, to: Stage): Transition | null {
  return template.transitions.find((way) => way.from === from && way.to === to) ?? null
}

/** Where a case may be moved by hand from here, by any of these movers; the page offers only these. */
export function waysOnward(
  template: ProcedureTemplate,
  from: Stage,
  movers: readonly Mover[],
): readonly Transition[] {
  return template.transitions.filter(
    (way) => way.from === from && way.by.some((mover) => movers.includes(mover)),
  )
}

export function isFinal(template: ProcedureTemplate, stage: Stage): boolean {
  return template.stages.some((known) => known.stage === stage && known.final)
}
