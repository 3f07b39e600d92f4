import { useTranslation } from 'react-i18next'
import type { MeetingView } from '#domain/meetings/view.ts'
import { quorumStands } from '../quorum-meter.tsx'
import classes from './screen.module.css'

export function FootQuorum({ view }: { view: MeetingView }) {
  const { t } = useTranslation('meetings')
  const { quorum, bodies } = view
  const short = quorum.needed - quorum.present
  const missing = quorum.missingBodyIds.map((id) => bodies[id] ?? id).join(t('meetings:and'))
  return (
    <span className={classes.quorum} data-met={quorumStands(quorum)}>
      {t('meetings:quorum.figures', quorumFigures(quorum))}{' '}
      <strong>
        {quorumStands(quorum)
          ? `✓ ${t('meetings:quorum.met')}`
          : [
              short > 0 ? t('meetings:quorum.missing', { count: short }) : null,
              missing ? t('meetings:quorum.bodiesMissing', { names: missing }) : null,
            ]
              .filter((words) => words !== null)
              .join(t('meetings:clause'))}
      </strong>
    </span>
  )
}

function quorumFigures({ present, due, needed }: MeetingView['quorum']) {
  return { present, due, needed }
}
