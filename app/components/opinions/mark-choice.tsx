import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { ChooseMany } from '#app/components/cases/fields.ts'
import { isStanding } from '#domain/cases/evidence-marks.ts'

/** Of a note, to know a mark by. */
const FIRST_WORDS = 30

interface MarkChoiceProps {
  readonly evidenceIds: readonly string[]
  readonly value: readonly string[]
  readonly onChange: (markIds: string[]) => void
}

/** Which places in the chosen pieces it leans on, where any are marked. */
export function MarkChoice({ evidenceIds, value, onChange }: MarkChoiceProps) {
  const { t } = useTranslation('dossiers')
  const { state } = useCase()
  const marks = state.evidence
    .filter(({ id }) => evidenceIds.includes(id))
    .flatMap(({ title, marks: all }) =>
      all.filter(isStanding).map(({ id, number: mark, note }) => ({
        value: id,
        label: `${title}${t('dossiers:findings.atMark', { mark })} ${note.slice(0, FIRST_WORDS)}`,
      })),
    )
  if (marks.length === 0) return null
  return (
    <ChooseMany
      label={t('dossiers:findings.marksLabel')}
      data={marks}
      value={value.filter((id) => marks.some((mark) => mark.value === id))}
      onChange={onChange}
    />
  )
}
