import { useTranslation } from 'react-i18next'
import type { ConditionRow, FindingSide } from '#domain/cases/types.ts'

const MET = {
  met: { mark: '●', color: 'var(--pine)' },
  'not-met': { mark: '✕', color: 'var(--slate)' },
  unclear: { mark: '◐', color: 'var(--ochre)' },
} as const

const SIDES = {
  tolerable: MET.met,
  punishable: MET['not-met'],
  unclear: MET.unclear,
} as const

function Mark({ mark, color, word }: { mark: string; color: string; word: string }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden style={{ color }}>
        {mark}
      </span>{' '}
      {word}
    </span>
  )
}

/** Never by colour alone: a sign, its colour, its word. */
export function MetMark({ met }: { met: ConditionRow['met'] }) {
  const { t } = useTranslation('dossiers')
  return <Mark {...MET[met]} word={t(`dossiers:findings.met.${met}`)} />
}

export function SideMark({ side }: { side: FindingSide }) {
  const { t } = useTranslation('dossiers')
  return <Mark {...SIDES[side]} word={t(`dossiers:findings.side.${side}`)} />
}
