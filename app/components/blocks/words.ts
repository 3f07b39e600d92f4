import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { evidencePath, placeSearch } from '#app/components/evidence/paths.ts'
import { clockOf, formatDateTime } from '#app/components/ui/date-time.tsx'
import { calendarDay } from '#domain/calendar/dates.ts'
import { isStanding, replacementOf } from '#domain/cases/evidence-marks.ts'
import type { EvidenceMark, EvidencePiece } from '#domain/cases/evidence-types.ts'
import { matrixRow } from '#domain/criteria/matrix.ts'
import { lossTotals, yuanOf, type LossRow } from '#domain/dossiers/cents.ts'
import { cited } from '#domain/rulebooks/cite.ts'
import type { Sight } from './sight.tsx'

type Attrs = Readonly<Record<string, unknown>>
/** As i18next gives it. */
export interface Say {
  (key: string): string
  (key: string, values: Readonly<Record<string, unknown>>): string
}

export const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const wholeOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

export function pieceOf({ evidenceId }: Attrs, sight: Sight | null) {
  return sight?.view.state.evidence.find(({ id }) => id === evidenceId) ?? null
}

export function markOf({ markId }: Attrs, { marks }: Pick<EvidencePiece, 'marks'>): EvidenceMark | null {
  return marks.find(({ id }) => id === markId) ?? null
}

/** Where a reference leads, to the page or mark it names; null: to nothing that this reader may see. */
export function addressOf(attrs: Attrs, sight: Sight | null): string | null {
  const piece = pieceOf(attrs, sight)
  if (!piece || !sight) return null
  const page = typeof attrs['page'] === 'number' ? attrs['page'] : null
  return evidencePath(sight.view.state.id, piece.id, placeSearch(markOf(attrs, piece), page))
}

/** The note on a mark is not said: a text goes further than the piece it leans on. */
export function evidenceWords(attrs: Attrs, sight: Sight | null, t: Say): string {
  const piece = pieceOf(attrs, sight)
  if (!piece) return t('blocks:evidence.unseen')
  const { title, number } = piece
  const mark = markOf(attrs, piece)
  const page = mark?.place.kind === 'zone' ? mark.place.page : attrs['page']
  const words =
    mark?.place.kind === 'time'
      ? t('blocks:evidence.atTime', { title, number, time: clockOf(mark.place.second) })
      : typeof page === 'number'
        ? t('blocks:evidence.at', { title, number, page })
        : t('blocks:evidence.whole', { title, number })
  const which = mark
    ? t(`blocks:evidence.${isStanding(mark) ? 'mark' : 'markGone'}`, { mark: mark.number })
    : ''
  return words + which + withdrawnWords(piece, sight, t)
}

/** Of the piece, not of the mark before it; a reader goes on to what took its place. */
function withdrawnWords(piece: EvidencePiece, sight: Sight | null, t: Say): string {
  if (!piece.withdrawn) return ''
  const other = sight && replacementOf(sight.view.state.evidence, piece)
  return other ? t('blocks:evidence.replaced', { number: other.number }) : t('blocks:evidence.withdrawn')
}

export function citedOf({ clauseId, version }: Attrs) {
  return cited(
    { clauseId: wordOf(clauseId), versionId: wordOf(version) },
    calendarDay(new Date().toISOString()),
  )
}

export function clauseWords(attrs: Attrs, t: Say): string {
  const found = citedOf(attrs)
  if (!found) return t('blocks:clause.unknown')
  const { rulebook, version, clause, isInForce } = found
  return (
    t('blocks:clause.of', { instrument: rulebook.instrument, version: version.name, place: clause.place }) +
    (isInForce ? '' : t('blocks:clause.old'))
  )
}

/** By the name that this reader knows the person by; a masked one stays masked. */
export function personWords({ kind, personId }: Attrs, sight: Sight | null, t: Say): string {
  const id = wordOf(personId)
  const name =
    kind === 'subject'
      ? sight?.view.state.subjects.find((subject) => subject.id === id)?.name
      : sight && Object.hasOwn(sight.view.people, id)
        ? sight.view.people[id]
        : undefined
  return name ?? t('blocks:person.unseen')
}

/** Whole days from today: 0 is today, below nothing is past. */
export function daysTo(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(calendarDay(new Date().toISOString()))) / 86_400_000)
}

export function dayWords({ day }: Attrs, language: string, t: Say): string {
  return wordOf(day) === '' ? t('blocks:day.none') : formatDateTime(wordOf(day), 'date', language)
}

export const rowsOf = (node: ProseNode): readonly (LossRow & { readonly what: string })[] =>
  (node.content ?? []).map(({ attrs, content }) => ({
    what: (content ?? []).map(({ text }) => text ?? '').join(''),
    loss: wholeOf(attrs?.['loss']),
    recovered: wholeOf(attrs?.['recovered']),
  }))

/** A block in words alone, for comparing two versions. */
export function blockWords(node: ProseNode, sight: Sight | null, t: Say, language: string): string {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'evidenceRef':
      return evidenceWords(attrs, sight, t)
    case 'clauseRef':
      return clauseWords(attrs, t)
    case 'personRef':
      return personWords(attrs, sight, t)
    case 'dueDay':
      return dayWords(attrs, language, t)
    case 'finding': {
      const row = sight && matrixRow(sight.view.state, wordOf(attrs['criterion']))
      if (!row) return t('blocks:finding.unseen')
      const said = row.cells.map(({ bodyId, finding }) => {
        const body = sight.view.bodies[bodyId] ?? ''
        return finding
          ? t('blocks:finding.said', {
              body,
              side: t(`dossiers:findings.side.${finding.side}`),
              reason: finding.reason,
            })
          : t('blocks:finding.notSaid', { body })
      })
      return t('blocks:finding.line', {
        criterion: t(`dossiers:criterion.${row.criterion.id}`),
        said: said.join(t('blocks:finding.between')),
      })
    }
    case 'conditionRow': {
      const row = sight?.view.state.conditions.find(({ id }) => id === attrs['conditionId'])
      return row
        ? t('blocks:condition.line', { text: row.text, met: t(`dossiers:findings.met.${row.met}`) })
        : t('blocks:condition.unseen')
    }
    case 'lossTable': {
      const rows = rowsOf(node)
      const { loss, recovered } = lossTotals(rows)
      return [...rows, { what: t('blocks:loss.sum'), loss, recovered }]
        .map(({ what, loss, recovered }) =>
          t('blocks:loss.line', { what, loss: yuanOf(loss), recovered: yuanOf(recovered) }),
        )
        .join('\n')
    }
    default:
      return ''
  }
}
