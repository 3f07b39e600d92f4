import { TO_WRITERS, type TaskDraft } from '#domain/tasks/types.ts'
import type { Seat } from './happenings.ts'
import type { Remark, RemarksState } from './types.ts'

/** A remark as one reader sees it. */
export interface SeenRemark extends Omit<Remark, 'waiting' | 'changedAt'> {
  /** The reader was mentioned and has neither answered nor said that he has read it. */
  readonly waitsForMe: boolean
}

/** What a page may know of the remarks on a document since an entry, a piece at a time. */
export interface RemarkChanges {
  /** The piece reaches up to this entry. */
  readonly seq: number
  readonly remarks: readonly SeenRemark[]
  /** There is more behind this piece. */
  readonly more: boolean
}

/** Remarks in one message: some 200 KB of usual ones. */
const PIECE = 400

/** Made while the opinion was sealed, a remark is its body's for good (D-43). */
export function seesRemark({ own }: Pick<Seat, 'own'>, { sealed }: Pick<Remark, 'sealed'>): boolean {
  return own || !sealed
}

/** What changed after entry `after` (0: everything), oldest change first. */
export function remarkChanges(
  state: RemarksState,
  seat: Pick<Seat, 'own'>,
  personId: string,
  after: number,
): RemarkChanges {
  const changed = state.remarks
    .filter((remark) => remark.changedAt > after && seesRemark(seat, remark))
    .sort((a, b) => a.changedAt - b.changedAt)
  const last = changed[PIECE - 1]
  // One entry may have changed several: a piece never ends between them.
  const piece = last ? changed.filter(({ changedAt }) => changedAt <= last.changedAt) : changed
  const more = piece.length < changed.length
  return {
    seq: more && last ? last.changedAt : state.seq,
    more,
    remarks: piece.map(({ waiting, changedAt: _, ...remark }) => ({
      ...remark,
      waitsForMe: waiting.some((one) => one.personId === personId),
    })),
  }
}

/** Where the page of a document is, from its name. */
function pageOf(name: string): string {
  const [, caseId = '', part = ''] = name.split('/')
  return `/cases/${caseId}/dossier/${part}`
}

/** One line a text, for whoever decides on what is suggested for it. */
function suggestionTasks({ id, title, remarks }: RemarksState): readonly TaskDraft[] {
  const open = remarks.filter(({ suggestion, resolved }) => suggestion !== null && resolved === null)
  const [first] = open
  if (!first) return []
  return [
    {
      kind: 'decide-suggestions',
      bodyId: TO_WRITERS,
      subject: `${pageOf(id)}?suggestions=${String(open.length)}`,
      title,
      dueAt: null,
      openedAt: first.messages[0]?.at ?? '',
    },
  ]
}

/**
 * What waits for those who were mentioned, and for those who write the text. Whether they may still read or write it is asked
 * when the workbench is shown.
 */
export function remarkTasks(state: RemarksState): readonly TaskDraft[] {
  const mentions = state.remarks.flatMap(({ number, waiting }) =>
    waiting.map(({ personId, since }) => ({
      kind: 'read-remark' as const,
      personId,
      subject: `${pageOf(state.id)}?remark=${String(number)}`,
      title: state.title,
      dueAt: null,
      openedAt: since,
    })),
  )
  return [...mentions, ...suggestionTasks(state)]
}
