import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import type { DocumentVersionRow } from '#server/services/documents.ts'

/** Stands for the live text among the versions. */
export const NOW = 'now'

export type VersionNames = ReturnType<typeof useVersionNames>

/** A document's versions in words; numbered from the first one that the reader may see. */
export function useVersionNames(
  versions: readonly DocumentVersionRow[],
  people: Readonly<Record<string, string>>,
) {
  const { t } = useTranslation('versions')
  const { names } = useCase()
  const dateTime = useDateTime()
  const placeOf = (id: string) =>
    id === NOW ? versions.length : versions.findIndex((version) => version.id === id)
  const number = (id: string) => t('versions:number', { n: placeOf(id) + 1 })
  const person = (id: string) => people[id] ?? names.person(id)

  /** What it is: the name that it bears, and what was done where more than that was. */
  function what(version: DocumentVersionRow): string {
    const { reason, names: given } = version
    const label = given.at(-1)?.label
    if (label === undefined) return done(version)
    if (reason === 'named' || reason === 'pause') return t('versions:named', { label })
    return t('versions:doneAs', { what: done(version), label })
  }

  /** Submitted, brought back from another, begun with a template. */
  function done({ reason, label }: DocumentVersionRow): string {
    if (reason === 'template')
      return label === '0' ? t('versions:ofRelease') : t('versions:ofTemplate', { n: label })
    const from = reason === 'restored' ? placeOf(label) : -1
    return from >= 0 ? t('versions:restoredFrom', { n: from + 1 }) : t(`versions:reason.${reason}`)
  }

  return {
    /** Later is larger; the live text is the last. */
    placeOf,
    number,
    what,
    /** Who wrote it; of older versions, that do not tell, who did what made it. */
    writers: ({ authors, by }: DocumentVersionRow) =>
      (authors.length > 0 ? authors : [by]).map(person).join(t('versions:between')),
    by: ({ by }: DocumentVersionRow) => person(by),
    /** Who gave it which name when, the latest first; nothing where it has but the one that it was kept under. */
    naming: ({ reason, names: given }: DocumentVersionRow) =>
      reason === 'named' && given.length === 1
        ? []
        : given
            .map(({ label, at, personId }) =>
              t('versions:namedBy', { label, name: person(personId), at: dateTime(at) }),
            )
            .reverse(),
    line(id: string): string {
      const version = versions.find((candidate) => candidate.id === id)
      return version
        ? t('versions:line', { number: number(id), at: dateTime(version.at), what: what(version) })
        : t('versions:now')
    },
  }
}
