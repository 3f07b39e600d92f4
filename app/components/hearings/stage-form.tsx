import { Checkbox, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exhibit } from '#server/services/exhibits.ts'
import { CommandButton } from './room-context.tsx'
import classes from './hearing.module.css'

const EDGES = ['x', 'y', 'width', 'height'] as const
const QUARTER = { x: 25, y: 25, width: 50, height: 50 }

const whole = (value: number | string, least: number, most: number) =>
  Math.min(Math.max(Math.round(Number(value) || 0), least), most)

/** A piece of the case's evidence, its page, and where on it to look, in percent of the page. */
export function StageForm({ exhibits }: { exhibits: readonly Exhibit[] }) {
  const { t } = useTranslation('hearings')
  const [chosen, setChosen] = useState('')
  const [page, setPage] = useState(1)
  const [zoned, setZoned] = useState(false)
  const [zone, setZone] = useState(QUARTER)
  const evidenceId = exhibits.some(({ id }) => id === chosen) ? chosen : (exhibits[0]?.id ?? '')
  if (evidenceId === '') return <p>{t('hearings:stage.none')}</p>
  const thousandths = {
    x: zone.x * 10,
    y: zone.y * 10,
    width: Math.max(1, Math.min(zone.width, 100 - zone.x) * 10),
    height: Math.max(1, Math.min(zone.height, 100 - zone.y) * 10),
  }
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('hearings:stage.piece')}
        value={evidenceId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={exhibits.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <NumberInput
        label={t('hearings:stage.pageNumber')}
        min={1}
        max={100_000}
        value={page}
        onChange={(value) => setPage(whole(value, 1, 100_000))}
      />
      <Checkbox
        label={t('hearings:stage.pointAt')}
        checked={zoned}
        onChange={(event) => setZoned(event.currentTarget.checked)}
      />
      {zoned ? (
        <div className={classes.fields}>
          {EDGES.map((edge) => (
            <NumberInput
              key={edge}
              label={t(`hearings:stage.${edge}`)}
              suffix="%"
              min={0}
              max={100}
              value={zone[edge]}
              onChange={(value) => setZone({ ...zone, [edge]: whole(value, 0, 100) })}
            />
          ))}
        </div>
      ) : null}
      <div>
        <CommandButton
          variant="light"
          command={{ type: 'stage-evidence', evidenceId, page, zone: zoned ? thousandths : null }}
        >
          {t('hearings:stage.show')}
        </CommandButton>
      </div>
    </Stack>
  )
}
