import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { evidencePath, placeSearch } from '#app/components/evidence/paths.ts'
import { leansOn, replacementOf } from '#domain/cases/evidence-marks.ts'
import type { EvidenceMark, EvidencePiece } from '#domain/cases/evidence-types.ts'
import type { Finding } from '#domain/cases/types.ts'

/** The pieces that a finding or a condition leans on, each to be opened, at the mark that is named. */
export function EvidenceNames({ on }: { on: Pick<Finding, 'evidenceIds' | 'markIds'> }) {
  const { t } = useTranslation('dossiers')
  const { state } = useCase()
  const places = leansOn(state.evidence, on)
  if (places.length === 0) return null
  function goneWords(piece: EvidencePiece, mark: EvidenceMark | null): string {
    const other = replacementOf(state.evidence, piece)
    if (other) return t('dossiers:findings.replaced', { number: other.number })
    if (piece.withdrawn) return t('dossiers:findings.withdrawn')
    return mark?.withdrawnAt ? t('dossiers:dossier.withdrawn') : ''
  }
  return (
    <Text size="sm" component="div" mt={4}>
      {t('dossiers:findings.evidenceNamed')}
      {places.map(({ piece, piece: { id, title }, mark }, index) => (
        <span key={mark?.id ?? id}>
          {index > 0 ? t('dossiers:dossier.between') : ''}
          <Anchor
            href={evidencePath(state.id, id, placeSearch(mark))}
            target="_blank"
            rel="noopener"
            size="sm"
          >
            {title}
            {mark ? t('dossiers:findings.atMark', { mark: mark.number }) : ''}
          </Anchor>
          {goneWords(piece, mark)}
        </span>
      ))}
    </Text>
  )
}
