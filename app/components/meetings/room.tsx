import { MantineThemeProvider, mergeThemeOverrides, useMantineTheme } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isOfficer } from '#domain/meetings/participants.ts'
import { AgendaList } from './agenda-list.tsx'
import { AgendaProposals } from './agenda-proposals.tsx'
import { Announcer } from './announcer.tsx'
import { BallotPlace } from './ballot-place.tsx'
import { Dock, hasDock } from './dock.tsx'
import { fetchForms } from './forms.ts'
import { useSoon } from '#app/components/ui/later.tsx'
import { PeopleList } from './people-list.tsx'
import { RoomQuorum } from './quorum-meter.tsx'
import { RecordFeed } from './record-feed.tsx'
import { RoomHead } from './room-head.tsx'
import { roomTheme } from './room-theme.ts'
import { Stage } from './stage.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'
import type { ToldEntry } from './told-record.ts'

/**
 * The room: the middle first in reading order and on a phone, agenda and people to its left, the record to its
 * right, the console below. One page from the invitation to the end, so that nobody has to change places.
 */
export function Room({ entries }: { entries: readonly ToldEntry[] }) {
  const { t, i18n } = useTranslation('meetings')
  const { state, me, recused } = useMeeting()
  const theme = useMantineTheme()
  useSoon(fetchForms)
  const middle = useMiddleInView(`${state.status} ${state.currentItemId ?? ''} ${recused}`)
  const ended = state.status === 'closed' || state.status === 'cancelled'
  return (
    <MantineThemeProvider theme={mergeThemeOverrides(theme, roomTheme)} inherit>
      <div className={classes.room} data-status={state.status} data-dock={hasDock(state, me.personId)}>
        <RoomHead />
        <div className={classes.grid}>
          <div ref={middle} className={classes.middle} id="room-main" tabIndex={-1}>
            <BallotPlace />
            <Stage />
          </div>
          <aside
            className={classes.left}
            id="room-agenda"
            tabIndex={-1}
            aria-label={`${t('meetings:agenda.title')}${t('meetings:and')}${t('meetings:people.title')}`}
          >
            {ended ? null : (
              <section aria-labelledby="quorum-title">
                <h2 id="quorum-title" className={classes.panelTitle}>
                  {t('meetings:quorum.title')}
                </h2>
                <RoomQuorum />
              </section>
            )}
            <AgendaList ordering={isOfficer(state, me.personId) && !ended} />
            <AgendaProposals />
            <PeopleList />
          </aside>
          <aside
            className={classes.right}
            id="room-record"
            tabIndex={-1}
            aria-label={t('meetings:record.title')}
          >
            <RecordFeed key={i18n.language} initial={entries} />
          </aside>
        </div>
        <Dock />
        <Announcer />
      </div>
    </MantineThemeProvider>
  )
}

/** Where the shell's bar ends. */
const BAR_PX = 56

/**
 * When the item changes the middle may become so short that nothing of it is left on the screen. Only then the
 * page scrolls back to it: as long as any of it is in view nothing moves under the reader.
 */
function useMiddleInView(what: string) {
  const middle = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = middle.current
    if (element && element.getBoundingClientRect().bottom < BAR_PX) element.scrollIntoView({ block: 'start' })
  }, [what])
  return middle
}
