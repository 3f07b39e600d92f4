import { useTranslation } from 'react-i18next'
import type { Connection } from '#app/realtime/use-room.ts'
import { currentItem } from '#domain/meetings/items.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import { useServerClock } from '../use-server-clock.ts'
import { CheckInScene, type CheckInPicture } from './check-in-scene.tsx'
import { ItemScene } from './item-scene.tsx'
import { FootQuorum } from './foot-quorum.tsx'
import { PollScene } from './poll-scene.tsx'
import { ScreenControls } from './screen-controls.tsx'
import classes from './screen.module.css'

interface BigScreenProps {
  readonly view: MeetingView
  readonly code: CheckInPicture | null
  readonly connection: Connection
  readonly loadedAt: string
}

export function BigScreen({ view, code, connection, loadedAt }: BigScreenProps) {
  const { t } = useTranslation('meetings')
  const now = useServerClock(loadedAt)
  return (
    <main className={classes.screen} data-scene={view.state.status}>
      <header className={classes.top}>
        <h1>{view.state.title}</h1>
        <ScreenControls />
      </header>
      <div className={classes.scene} aria-live="polite">
        <Scene view={view} code={code} now={now} />
      </div>
      <footer className={classes.foot}>
        <FootQuorum view={view} />
        {connection === 'online' ? null : <span className={classes.lost}>{t('meetings:screen.lost')}</span>}
      </footer>
    </main>
  )
}

/** One thing at a time: the vote before the floor, the floor before the item. */
function Scene({ view, code, now }: { view: MeetingView; code: CheckInPicture | null; now: () => number }) {
  const { t } = useTranslation('meetings')
  const { state } = view
  const item = currentItem(state)
  if (state.status === 'convened') return <CheckInScene view={view} code={code} />
  if (state.status === 'adjourned') return <p className={classes.huge}>{t('meetings:screen.adjourned')}</p>
  if (state.status !== 'open') return <p className={classes.huge}>{t('meetings:screen.ended')}</p>
  if (!item) return <p className={classes.huge}>{t('meetings:screen.waiting')}</p>
  const last = item.polls.filter((poll) => poll.status !== 'void').at(-1)
  // A result stays until somebody gets the floor after it, or the next question is put.
  const heardSince = state.floor.speaking !== null && state.floor.speaking.since > (last?.announcedAt ?? '')
  if (last && (last.status !== 'announced' || !heardSince))
    return <PollScene view={view} item={item} poll={last} />
  return <ItemScene view={view} item={item} now={now} />
}
