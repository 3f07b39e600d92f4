import { Anchor, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { replacementOf } from '#domain/cases/evidence-marks.ts'
import { mayOpenEvidence } from '#domain/cases/may.ts'
import type { EvidencePiece } from '#domain/cases/types.ts'
import { evidencePath } from './paths.ts'

/** That a piece no longer counts, who took it back and why, and which other to look at instead. */
export function WithdrawnWords({ piece }: { piece: EvidencePiece }) {
  const { t } = useTranslation('evidence')
  const { state, me, personName } = useCase()
  const dateTime = useDateTime()
  const { withdrawn } = piece
  if (!withdrawn) return null
  const other = replacementOf(state.evidence, piece)
  const replaced = other ? t('evidence:replacedBy', { number: other.number, title: other.title }) : ''
  return (
    <>
      <StatusBadge tone="waiting">{t('evidence:withdrawn')}</StatusBadge>
      <Text size="sm" c="dimmed">
        {t('evidence:withdrawnBy', {
          name: personName(withdrawn.by),
          date: dateTime(withdrawn.at, 'date'),
          reason: withdrawn.reason,
        })}{' '}
        {other && mayOpenEvidence(me, state, { recused: false, viaMeeting: true }, other.id) ? (
          <Anchor component={Link} to={evidencePath(state.id, other.id, '')} size="sm">
            {replaced}
          </Anchor>
        ) : (
          replaced
        )}
      </Text>
    </>
  )
}
