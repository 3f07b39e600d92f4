import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { ExhibitViewer, type ExhibitViewerProps } from '#app/components/exhibits/exhibit-viewer.tsx'
import { useKeptFocus } from '#app/components/ui/use-kept-focus.ts'
import { isStanding } from '#domain/cases/evidence-marks.ts'
import type { EvidencePiece, MarkPlace, Zone } from '#domain/cases/evidence-types.ts'
import { markedBy } from '#domain/cases/mark-places.ts'
import { askedPlace } from './asked-place.ts'
import { MarkForm } from './mark-form.tsx'
import { MarkList } from './mark-list.tsx'
import { TimeForm } from './time-form.tsx'
import classes from './marks.module.css'

const WHOLE_PAGE: MarkPlace = { kind: 'zone', page: 1, zone: { x: 0, y: 0, width: 1000, height: 1000 } }

function seek(player: HTMLMediaElement, second: number): void {
  player.currentTime = second
}

interface MarkedPieceProps extends Pick<ExhibitViewerProps, 'watermark'> {
  readonly piece: EvidencePiece
}

/** A piece to look at, with the marks on it: those of the page on the page, all of them beside it. */
export function MarkedPiece({ piece, watermark }: MarkedPieceProps) {
  const { t } = useTranslation('evidence-marks')
  const { state, may } = useCase()
  const { search, key } = useLocation()
  const navigate = useNavigate()
  const beside = useKeptFocus()
  const viewer = useRef<HTMLDivElement>(null)
  const [player, setPlayer] = useState<HTMLMediaElement | null>(null)
  const [draft, setDraft] = useState<{ readonly page: number; readonly zone: Zone } | null>(null)
  const { page, second, linked } = askedPlace(search, piece)
  const kind = markedBy(piece.mediaType)

  // Each time it is asked for, also the same moment again.
  useEffect(() => {
    if (player && second !== null) seek(player, second)
  }, [player, second, key])

  const place = kind === 'time' ? { kind, second: 0 } : WHOLE_PAGE
  const refusal = may({ type: 'mark-evidence', evidenceId: piece.id, place, note: '—' })
  const marks = kind !== null && refusal?.refused !== 'access/denied'
  const drafted = draft?.page === page ? draft.zone : null
  const shown = linked?.place.kind === 'zone' && linked.place.page === page ? linked.place.zone : null

  return (
    <div className={classes.beside}>
      <div className={classes.viewer} ref={viewer}>
        <ExhibitViewer
          piece={piece}
          src={`/cases/${state.id}/evidence/${piece.id}`}
          page={page}
          zone={drafted ?? shown}
          onPage={(next) => navigate(`?page=${String(next)}`, { replace: true, preventScrollReset: true })}
          onPlayer={setPlayer}
          marks={piece.marks.flatMap((mark) => {
            const { number, place } = mark
            const isHere = place.kind === 'zone' && place.page === page && isStanding(mark)
            return isHere && mark !== linked ? [{ number, zone: place.zone }] : []
          })}
          {...(marks && kind === 'zone' && refusal === null
            ? {
                onZone: (zone: Zone) => setDraft({ page, zone }),
                pickWords: {
                  pick: t('evidence-marks:pick'),
                  show: t('evidence-marks:take'),
                  picking: t('evidence-marks:picking'),
                },
              }
            : {})}
          watermark={watermark}
        />
      </div>
      <div className={classes.marks} ref={beside} tabIndex={-1}>
        {marks && kind === 'time' ? <TimeForm piece={piece} player={player} refusal={refusal} /> : null}
        {draft ? (
          <MarkForm
            piece={piece}
            place={{ kind: 'zone', ...draft }}
            refusal={refusal}
            onEnd={() => setDraft(null)}
          />
        ) : null}
        <MarkList
          piece={piece}
          linked={linked}
          onGo={() => viewer.current?.scrollIntoView({ block: 'nearest' })}
        />
      </div>
    </div>
  )
}
