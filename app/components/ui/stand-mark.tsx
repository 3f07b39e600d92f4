import { useTranslation } from 'react-i18next'
import type { Stand } from '#domain/meetings/types.ts'

/** 不同意 is slate, never red: red is the seal. */
const MARKS: Readonly<Record<Stand, { mark: string; color: string }>> = {
  FOR: { mark: '●', color: 'var(--pine)' },
  AGAINST: { mark: '✕', color: 'var(--slate)' },
  DEFER: { mark: '◐', color: 'var(--ochre)' },
}

export function StandMark({ stand }: { stand: Stand }) {
  const { t } = useTranslation('common')
  const { mark, color } = MARKS[stand]
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' }}>
      <span aria-hidden style={{ color }}>
        {mark}
      </span>
      {t(`common:stand.${stand}`)}
    </span>
  )
}
