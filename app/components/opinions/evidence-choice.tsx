import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { ChooseMany } from '#app/components/cases/fields.ts'

/** Which pieces of evidence it leans on; withdrawn ones cannot be chosen any more. */
export function EvidenceChoice({
  value,
  onChange,
}: {
  value: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { t } = useTranslation('dossiers')
  const { state } = useCase()
  const standing = state.evidence.filter(({ withdrawn }) => withdrawn === null)
  if (standing.length === 0) return null
  return (
    <ChooseMany
      label={t('dossiers:findings.evidenceLabel')}
      data={standing.map(({ id, number, title }) => ({
        value: id,
        label: `${t('dossiers:dossier.numbered', { number })} ${title}`,
      }))}
      value={value.filter((id) => standing.some((piece) => piece.id === id))}
      onChange={onChange}
    />
  )
}
