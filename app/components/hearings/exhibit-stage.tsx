import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import type { StagedEvidence } from '#domain/hearings/types.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import { StageForm } from './forms.ts'
import { CommandButton, useHearing } from './room-context.tsx'
import { useExhibits } from './use-exhibits.ts'
import classes from './hearing.module.css'

/** Opened at the page that is shown; a browser's own reader understands it. */
export const exhibitPath = (hearingId: string, evidenceId: string, page = 1) =>
  `/hearings/${hearingId}/exhibits/${evidenceId}${page > 1 ? `#page=${page}` : ''}`

/** Evidence on stage: what the presenter shows, and my own look at it. */
export function ExhibitStage({ initial }: { initial: readonly Exhibit[] }) {
  const { t } = useTranslation('hearings')
  const { state, may } = useHearing()
  const exhibits = useExhibits(initial)
  const { staged } = state
  const shows = may({ type: 'stage-evidence' }) === null
  if (!staged && !shows) return null
  return (
    <section aria-labelledby="stage-title" className={rooms.part} id="hearing-stage">
      <h3 id="stage-title" className={rooms.partTitle}>
        {t('hearings:stage.title')}
      </h3>
      {staged ? (
        <Staged staged={staged} piece={exhibits.find(({ id }) => id === staged.evidenceId)} />
      ) : (
        <p className={rooms.quiet}>{t('hearings:stage.nothing')}</p>
      )}
      {shows ? (
        <Fold title={t('hearings:stage.choose')}>
          <StageForm exhibits={exhibits} />
        </Fold>
      ) : null}
    </section>
  )
}

function Staged({ staged, piece }: { staged: StagedEvidence; piece: Exhibit | undefined }) {
  const { t } = useTranslation('hearings')
  const { state, own, personName } = useHearing()
  // What I look at by myself; null: the stage.
  const [alone, setAlone] = useState<string | null>(null)
  const { page, zone } = staged
  if (!piece) return <p>{t('hearings:stage.hidden', { name: personName(staged.by) })}</p>
  const where = zone
    ? t('hearings:stage.zone', { page, x: zone.x / 10, y: zone.y / 10 })
    : t('hearings:stage.page', { page })
  const image = piece.mediaType.startsWith('image/')
  const byMyself = alone === staged.at
  return (
    <>
      <p>
        <strong>{piece.title}</strong> <span className={rooms.quiet}>{image && !zone ? null : where}</span>
      </p>
      <p className={rooms.quiet}>{t('hearings:stage.by', { name: personName(staged.by) })}</p>
      {image ? (
        <div className={classes.exhibit}>
          <img src={exhibitPath(state.id, piece.id)} alt={piece.title} />
          {zone && !byMyself ? (
            <div className={classes.zoneFrame}>
              <div
                className={classes.zone}
                style={{
                  left: `${zone.x / 10}%`,
                  top: `${zone.y / 10}%`,
                  width: `${zone.width / 10}%`,
                  height: `${zone.height / 10}%`,
                }}
              />
            </div>
          ) : null}
        </div>
      ) : null}
      <div className={classes.actions}>
        {image && zone ? (
          <Button variant="default" onClick={() => setAlone(byMyself ? null : staged.at)}>
            {t(byMyself ? 'hearings:stage.back' : 'hearings:stage.alone')}
          </Button>
        ) : null}
        <Button
          component="a"
          href={exhibitPath(state.id, piece.id, page)}
          target="_blank"
          rel="noopener"
          variant={image ? 'subtle' : 'light'}
        >
          {t(image ? 'hearings:stage.open' : 'hearings:stage.openPage', { page })}
        </Button>
        {own.may['clear-stage'] === null ? (
          <CommandButton variant="default" command={{ type: 'clear-stage' }}>
            {t('hearings:stage.clear')}
          </CommandButton>
        ) : null}
      </div>
    </>
  )
}
