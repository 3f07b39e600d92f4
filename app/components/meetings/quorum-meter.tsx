import { useTranslation } from 'react-i18next'
import { itemQuorum } from '#domain/meetings/quorum.ts'
import type { QuorumView } from '#domain/meetings/view.ts'
import { useMeeting } from './room-context.tsx'
import classes from './quorum-meter.module.css'

/** For the item where one is open (its recused are not counted), else for the whole meeting. */
export function useQuorum(): QuorumView {
  const { state, item, recused, view } = useMeeting()
  return item && !recused ? itemQuorum(state, item) : view.quorum
}

export function quorumStands(quorum: QuorumView): boolean {
  return quorum.met && quorum.missingBodyIds.length === 0
}

/** A box per member due, a line where the quorum is; the numbers and what is missing in words. */
export function QuorumMeter({
  quorum,
  bodyName,
}: {
  quorum: QuorumView
  bodyName: (bodyId: string) => string
}) {
  const { t } = useTranslation('meetings')
  const { due, present, needed } = quorum
  const short = needed - present
  const step = due > 0 ? 100 / due : 100
  return (
    <div className={classes.meter} data-met={quorumStands(quorum)}>
      <svg
        className={classes.figure}
        viewBox="0 0 100 14"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('meetings:quorum.meter', { present, needed, due })}
      >
        {Array.from({ length: due }, (_, place) => (
          <rect
            key={place}
            x={place * step + 0.4}
            y={3}
            width={Math.max(step - 0.8, 0.4)}
            height={8}
            className={place < present ? classes.there : classes.away}
          />
        ))}
        <rect x={Math.min(needed * step, 100) - 0.4} y={0} width={0.8} height={14} className={classes.line} />
      </svg>
      <p className={classes.words}>
        <span>{t('meetings:quorum.figures', { present, due, needed })}</span>{' '}
        <strong className={classes.verdict}>
          {quorumStands(quorum)
            ? `✓ ${t('meetings:quorum.met')}`
            : [
                short > 0 ? t('meetings:quorum.missing', { count: short }) : null,
                quorum.missingBodyIds.length > 0
                  ? t('meetings:quorum.bodiesMissing', {
                      names: quorum.missingBodyIds.map(bodyName).join(t('meetings:and')),
                    })
                  : null,
              ]
                .filter((words) => words !== null)
                .join(t('meetings:clause'))}
        </strong>
      </p>
    </div>
  )
}

export function RoomQuorum() {
  const { bodyName } = useMeeting()
  return <QuorumMeter quorum={useQuorum()} bodyName={bodyName} />
}
