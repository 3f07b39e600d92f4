import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SaveButton } from '#app/components/ui/save-button.tsx'
import type { Zone } from '#domain/hearings/types.ts'
import { percent } from './percent.ts'
import classes from './exhibit.module.css'

/** What the frame is for. */
export interface PickWords {
  readonly pick: string
  readonly show: string
  /** Beneath the sheet, while a frame is drawn. */
  readonly picking: string
}

interface ToolsProps {
  readonly page: number
  readonly count: number
  readonly onPage: (page: number) => void
  readonly zoom: number
  readonly zoomStep: number
  readonly onZoom: (zoom: number) => void
  readonly onTurn: () => void
  readonly saving: { readonly action: string; readonly title: string }
  /** Null: nothing is shown to others from here. */
  readonly marking: {
    readonly draft: Zone | null
    readonly words: PickWords
    readonly begin: () => void
    readonly show: () => void
    readonly drop: () => void
  } | null
}

/** Pages, size and turn of the sheet; for the presenter, marking a place on it. */
export function Tools({ page, count, onPage, zoom, zoomStep, onZoom, onTurn, saving, marking }: ToolsProps) {
  const { t } = useTranslation('hearings')
  return (
    <div className={classes.tools} role="group" aria-label={t('hearings:stage.tools')}>
      {count > 1 ? (
        <>
          <Button variant="default" onClick={() => onPage(page - 1)} {...off(page <= 1)}>
            {t('hearings:stage.previous')}
          </Button>
          <span className={classes.count}>{t('hearings:stage.pageOf', { page, count })}</span>
          <Button variant="default" onClick={() => onPage(page + 1)} {...off(page >= count)}>
            {t('hearings:stage.next')}
          </Button>
        </>
      ) : null}
      <Button variant="subtle" onClick={() => onZoom(zoom + zoomStep)}>
        {t('hearings:stage.larger')}
      </Button>
      {zoom > 1 ? (
        <>
          <Button variant="subtle" onClick={() => onZoom(zoom - zoomStep)}>
            {t('hearings:stage.smaller')}
          </Button>
          <Button variant="subtle" onClick={() => onZoom(1)}>
            {t('hearings:stage.whole')}
          </Button>
        </>
      ) : null}
      <Button variant="subtle" onClick={onTurn}>
        {t('hearings:stage.rotate')}
      </Button>
      <SaveButton {...saving} />
      {marking?.draft ? (
        <>
          <Button onClick={marking.show}>{marking.words.show}</Button>
          <Button variant="default" onClick={marking.drop}>
            {t('hearings:stage.dropZone')}
          </Button>
          <span role="status" className={classes.hint}>
            {t('hearings:stage.pickedAt', inPercent(marking.draft))}
          </span>
        </>
      ) : marking ? (
        <Button variant="light" onClick={marking.begin}>
          {marking.words.pick}
        </Button>
      ) : null}
    </div>
  )
}

/** It keeps the focus of whoever turns on by it, and says that there is nothing more. */
const off = (isEnd: boolean) => (isEnd ? { 'aria-disabled': true, 'data-disabled': true } : {})

function inPercent({ x, y, width, height }: Zone) {
  return { x: percent(x), y: percent(y), width: percent(width), height: percent(height) }
}
