import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'

/** The pieces that a finding or a condition leans on, each to be opened. */
export function EvidenceNames({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('dossiers')
  const { state } = useCase()
  const pieces = ids.flatMap((id) => state.evidence.find((piece) => piece.id === id) ?? [])
  if (pieces.length === 0) return null
  return (
    <Text size="sm" component="div" mt={4}>
      {t('dossiers:findings.evidenceNamed')}
      {pieces.map(({ id, title, withdrawn }, index) => (
        <span key={id}>
          {index > 0 ? t('dossiers:dossier.between') : ''}
          <Anchor href={`/cases/${state.id}/evidence/${id}`} target="_blank" rel="noopener" size="sm">
            {title}
          </Anchor>
          {withdrawn ? t('dossiers:dossier.withdrawn') : ''}
        </span>
      ))}
    </Text>
  )
}
