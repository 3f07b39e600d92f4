/** How facts are found out beside a hearing or in its place (REQ-068; 2-120, 2-121). */
export const EXAMINATION_KINDS = ['symposium', 'third-party'] as const
export type ExaminationKind = (typeof EXAMINATION_KINDS)[number]

export type ExaminationWay =
  | {
      readonly kind: 'symposium'
      /** ISO 8601 in UTC. */
      readonly startsAt: string
      readonly place: string
      /** Who is asked to come, as written. */
      readonly participants: string
    }
  | {
      readonly kind: 'third-party'
      readonly institution: string
      /** YYYY-MM-DD, by when it is to report. */
      readonly dueOn: string
    }

/** A choice with its reason; what came of it is a document of the dossier (`examinationPart`). */
export interface Examination {
  readonly id: string
  readonly way: ExaminationWay
  /** What is to be found out. */
  readonly matter: string
  /** Why in this way. */
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly calledOff: { readonly at: string; readonly by: string; readonly reason: string } | null
}
