import { Checkbox, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { percent } from '#app/components/exhibits/percent.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import { CommandButton, useHearing } from './room-context.tsx'

const MOST_PAGES = 100_000

/** A piece of the case's evidence, its page or the frame of a mark on it, and to whom; other places are pointed at once it is shown. */
export function StageForm({ exhibits }: { exhibits: readonly Exhibit[] }) {
  const { t } = useTranslation('hearings')
  const { mine } = useHearing()
  const [chosen, setChosen] = useState('')
  const [page, setPage] = useState(1)
  const [toHall, setToHall] = useState(false)
  const [mark, setMark] = useState('')
  const piece = exhibits.find(({ id }) => id === chosen) ?? exhibits[0]
  const evidenceId = piece?.id ?? ''
  const frames = piece?.frames ?? []
  const frame = frames.find(({ number }) => String(number) === mark)
  if (evidenceId === '') return <p>{t('hearings:stage.none')}</p>
  const leads = mine?.capacity === 'chair' || mine?.capacity === 'recorder'
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('hearings:stage.piece')}
        value={evidenceId}
        onChange={(event) => {
          setChosen(event.currentTarget.value)
          setPage(1)
          setMark('')
        }}
        data={exhibits.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {frames.length > 0 ? (
        <NativeSelect
          label={t('hearings:stage.mark')}
          value={mark}
          onChange={(event) => setMark(event.currentTarget.value)}
          data={[
            { value: '', label: '—' },
            ...frames.map(({ number, page: of, zone: { x, y } }) => ({
              value: String(number),
              label: t('hearings:stage.markAt', { number, page: of, x: percent(x), y: percent(y) }),
            })),
          ]}
        />
      ) : null}
      {frame ? null : (
        <NumberInput
          label={t('hearings:stage.pageNumber')}
          min={1}
          max={MOST_PAGES}
          value={page}
          onChange={(value) => setPage(Math.min(Math.max(Math.round(Number(value) || 1), 1), MOST_PAGES))}
        />
      )}
      {leads ? (
        <Checkbox
          label={t('hearings:stage.toHall')}
          description={t('hearings:stage.toHallHint')}
          checked={toHall}
          onChange={(event) => setToHall(event.currentTarget.checked)}
        />
      ) : null}
      <div>
        <CommandButton
          variant="light"
          command={{
            ...{ type: 'stage-evidence', evidenceId },
            ...{ page: frame?.page ?? page, zone: frame?.zone ?? null },
            ...(leads && { toHall }),
          }}
        >
          {t('hearings:stage.show')}
        </CommandButton>
      </div>
    </Stack>
  )
}
