import { Button } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { percent } from '#app/components/exhibits/percent.ts'
import { exhibitPath, exhibitViewPath } from '#app/components/exhibits/paths.ts'
import { useActor } from '#app/components/shell/root-data.ts'
import { later } from '#app/components/ui/later.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { usePointing, useStagePointer } from '#app/realtime/use-stage-pointer.ts'
import type { StagedEvidence } from '#domain/hearings/types.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import { StageForm } from './forms.ts'
import { CommandButton, useHearing } from './room-context.tsx'
import { useExhibits } from './use-exhibits.ts'
import classes from './hearing.module.css'

// What draws PDFs and pictures comes when something is on stage.
const ExhibitViewer = later(
  async () => (await import('#app/components/exhibits/exhibit-viewer.tsx')).ExhibitViewer,
)

/** Evidence on stage: what the presenter shows, and my own look at it. */
export function ExhibitStage({ initial }: { initial: readonly Exhibit[] }) {
  const { t } = useTranslation('hearings')
  const { state, may } = useHearing()
  const { staged } = state
  const exhibits = useExhibits({ hearingId: state.id, staged, initial })
  const shows = may({ type: 'stage-evidence' }) === null
  if (!staged && !shows) return null
  return (
    <section aria-labelledby="stage-title" className={rooms.part} id="hearing-stage">
      <h3 id="stage-title" className={rooms.partTitle}>
        {t('hearings:stage.title')}
      </h3>
      {staged ? (
        <Staged staged={staged} exhibits={exhibits} shows={shows} />
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

interface StagedProps {
  readonly staged: StagedEvidence
  readonly exhibits: readonly Exhibit[]
  readonly shows: boolean
}

function Staged({ staged, exhibits, shows }: StagedProps) {
  const { t } = useTranslation('hearings')
  const { state, own, personName, send } = useHearing()
  const { name, bodyName } = useActor()
  // What I look at by myself, for as long as I may; null: the stage.
  const [alone, setAlone] = useState<{ readonly id: string; readonly page: number } | null>(null)
  const [since] = useState(() => new Date().toISOString())
  const byMyself = exhibits.find(({ id }) => id === alone?.id)
  const onStage = exhibits.find(({ id }) => id === staged.evidenceId)
  const follows = !alone || !byMyself
  const presents = follows && shows && staged.by === own.personId
  const pointer = useStagePointer(state.id, staged.evidenceId, staged.page)
  const point = usePointing(state.id, staged.page)
  useFollowedAloud(staged, follows)

  const piece = byMyself ?? onStage
  if (!piece) return <p>{t('hearings:stage.hidden', { name: personName(staged.by) })}</p>
  const page = follows ? staged.page : alone.page
  const show = (shown: Pick<StagedEvidence, 'page' | 'zone'>) =>
    void send({ type: 'stage-evidence', evidenceId: piece.id, ...shown })
  const turnTo = (next: number) => {
    if (presents) show({ page: next, zone: null })
    else setAlone({ id: piece.id, page: next })
  }
  return (
    <>
      <p>
        <strong>{piece.title}</strong>{' '}
        <span className={rooms.quiet}>{t('hearings:stage.by', { name: personName(staged.by) })}</span>{' '}
        {staged.toHall && follows ? (
          <StatusBadge tone="active">{t('hearings:stage.hallSees')}</StatusBadge>
        ) : null}
      </p>
      {follows ? null : (
        <p className={rooms.quiet}>
          {t('hearings:stage.aloneNow')}{' '}
          {onStage ? t('hearings:stage.onStage', { title: onStage.title, page: staged.page }) : null}
        </p>
      )}
      <ExhibitViewer
        piece={piece}
        src={exhibitPath(state.id, piece.id)}
        page={page}
        zone={follows ? staged.zone : null}
        pointer={follows ? pointer : null}
        onPage={turnTo}
        {...(presents && { onZone: (zone) => show({ page, zone }), onPoint: point })}
        watermark={{ who: [name, bodyName].filter(Boolean).join(' '), since }}
      />
      <div className={classes.actions}>
        {follows ? (
          <Button variant="default" onClick={() => setAlone({ id: piece.id, page })}>
            {t('hearings:stage.alone')}
          </Button>
        ) : (
          <Button onClick={() => setAlone(null)}>{t('hearings:stage.back')}</Button>
        )}
        {shows && !follows ? (
          <CommandButton
            variant="light"
            command={{ type: 'stage-evidence', evidenceId: piece.id, page, zone: null }}
            onDone={() => setAlone(null)}
          >
            {t('hearings:stage.showThis')}
          </CommandButton>
        ) : null}
        <Button
          component={Link}
          to={exhibitViewPath(state.id, piece.id, page)}
          target="_blank"
          variant="subtle"
        >
          {t('hearings:stage.openAt', { page })}
        </Button>
        <StageOrder staged={staged} />
      </div>
    </>
  )
}

/** Who else sees it, and the end of it. */
function StageOrder({ staged }: { staged: StagedEvidence }) {
  const { t } = useTranslation('hearings')
  const { own } = useHearing()
  const { evidenceId, page, zone, toHall } = staged
  const leads = own.participant?.capacity === 'chair' || own.participant?.capacity === 'recorder'
  return (
    <>
      {leads && own.may['stage-evidence'] === null ? (
        <CommandButton
          variant="default"
          command={{ type: 'stage-evidence', evidenceId, page, zone, toHall: !toHall }}
        >
          {t(toHall ? 'hearings:stage.shutToHall' : 'hearings:stage.openToHall')}
        </CommandButton>
      ) : null}
      {own.may['clear-stage'] === null ? (
        <CommandButton variant="default" command={{ type: 'clear-stage' }}>
          {t('hearings:stage.clear')}
        </CommandButton>
      ) : null}
    </>
  )
}

/** Says to who cannot see it, or looks elsewhere, which page is shown now. */
function useFollowedAloud(staged: StagedEvidence, follows: boolean): void {
  const { t } = useTranslation('hearings')
  const { own, personName } = useHearing()
  const announce = useAnnounce()
  const before = useRef(staged)
  useEffect(() => {
    const was = before.current
    before.current = staged
    const { evidenceId, page, zone, by } = staged
    if (was.at === staged.at || evidenceId === '' || by === own.personId) return
    announce(
      zone
        ? t('hearings:stage.followedZone', {
            name: personName(by),
            page,
            x: percent(zone.x),
            y: percent(zone.y),
          })
        : t('hearings:stage.followed', { name: personName(by), page }),
    )
  }, [staged, follows, own.personId, personName, announce, t])
}
