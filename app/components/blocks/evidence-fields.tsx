import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NativeSelect, TextInput } from '#app/components/cases/fields.ts'
import { useCase } from '#app/components/cases/case-room.tsx'
import { pageIn } from '#app/components/evidence/paths.ts'
import { clockOf } from '#app/components/ui/date-time.tsx'
import { isStanding } from '#domain/cases/evidence-marks.ts'
import type { EvidenceMark } from '#domain/cases/evidence-types.ts'

const NOTHING = { value: '', label: '—' }
/** Of a note, to know it by. */
const FIRST_WORDS = 40
const EMPTY = { evidenceId: '', markId: '', page: '' }

interface EvidenceFieldsProps {
  /** Null while nothing is chosen. */
  readonly onChange: (attrs: Readonly<Record<string, unknown>> | null) => void
}

/** A piece, and where in it: at a mark that stands on it, or at a page. */
export function EvidenceFields({ onChange }: EvidenceFieldsProps) {
  const { t } = useTranslation('blocks')
  const { state } = useCase()
  const [chosen, setChosen] = useState(EMPTY)
  const pieces = state.evidence.filter(({ withdrawn }) => withdrawn === null)
  const marks = pieces.find(({ id }) => id === chosen.evidenceId)?.marks.filter(isStanding) ?? []

  const choose = (next: typeof EMPTY) => {
    setChosen(next)
    const { evidenceId, markId, page } = next
    const place = markId === '' ? { page: pageIn(page) } : { markId }
    onChange(evidenceId === '' ? null : { evidenceId, ...place })
  }
  const labelOf = ({ number: mark, place, note: whole }: EvidenceMark) => {
    const note = whole.slice(0, FIRST_WORDS)
    return place.kind === 'time'
      ? t('blocks:evidence.markOptionAt', { mark, time: clockOf(place.second), note })
      : t('blocks:evidence.markOption', { mark, page: place.page, note })
  }

  if (pieces.length === 0) return <Text>{t('blocks:evidence.none')}</Text>
  return (
    <>
      <NativeSelect
        label={t('blocks:evidence.piece')}
        data-autofocus
        data={[
          NOTHING,
          ...pieces.map(({ id, number, title }) => ({
            value: id,
            label: t('blocks:evidence.whole', { number, title }),
          })),
        ]}
        value={chosen.evidenceId}
        onChange={({ currentTarget: { value } }) => choose({ ...chosen, evidenceId: value, markId: '' })}
      />
      {marks.length > 0 ? (
        <NativeSelect
          label={t('blocks:evidence.markChoose')}
          data={[NOTHING, ...marks.map((mark) => ({ value: mark.id, label: labelOf(mark) }))]}
          value={chosen.markId}
          onChange={({ currentTarget: { value } }) => choose({ ...chosen, markId: value })}
        />
      ) : null}
      {chosen.markId === '' ? (
        <TextInput
          label={t('blocks:evidence.page')}
          inputMode="numeric"
          value={chosen.page}
          onChange={({ currentTarget: { value } }) => choose({ ...chosen, page: value })}
        />
      ) : null}
    </>
  )
}
