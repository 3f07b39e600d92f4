import { MantineThemeProvider, mergeThemeOverrides, useMantineTheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CommentsPanel } from '#app/components/comments/comments-panel.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { roomTheme } from '#app/components/meetings/room-theme.ts'
import { useSoon } from '#app/components/ui/later.tsx'
import { isPresent } from '#domain/hearings/people.ts'
import type { CommentsView } from '#server/services/comments.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import { Announcer } from './announcer.tsx'
import { Course, Stopped } from './course.tsx'
import { Dock, hasDock } from './dock.tsx'
import { Feedback } from './feedback.tsx'
import { fetchForms } from './forms.ts'
import { ComeIn, Lobby, Outside } from './lobby.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { PeopleList } from './people-list.tsx'
import { PhaseBar } from './phase-bar.tsx'
import { RecusalPanel } from './recusal-panel.tsx'
import { RoomHead } from './room-head.tsx'
import { useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

interface HearingRoomProps {
  readonly exhibits: readonly Exhibit[]
  /** Null where this person does not read the comments. */
  readonly comments: CommentsView | null
}

/** The hearing from the notice to the signing: the phases across, the matter in the middle, people left, comments right. */
export function HearingRoom({ exhibits, comments }: HearingRoomProps) {
  const { t } = useTranslation('hearings')
  const hearing = useHearing()
  const { state, mine, shared } = hearing
  const theme = useMantineTheme()
  useSoon(fetchForms)
  const outside = shared.sight === 'witness-outside'
  const opened = state.openedAt !== null
  const away =
    opened && mine !== null && !isPresent(mine) && (state.status === 'open' || state.status === 'suspended')
  return (
    <MantineThemeProvider theme={mergeThemeOverrides(theme, roomTheme)} inherit>
      <div className={rooms.room} data-status={state.status} data-dock={hasDock(hearing)}>
        <RoomHead />
        {outside ? (
          <>
            <Outside />
            <Feedback />
          </>
        ) : (
          <>
            {opened ? <PhaseBar /> : null}
            <div className={`${rooms.grid} ${classes.grid}`} data-comments={comments !== null && opened}>
              <div className={rooms.middle} id="room-main" tabIndex={-1}>
                <Stopped />
                <Feedback />
                {opened || state.ended ? null : <Lobby />}
                {away ? (
                  <section className={rooms.part}>
                    <ComeIn />
                  </section>
                ) : null}
                {opened ? <Course exhibits={exhibits} /> : <RecusalPanel />}
                <PapersPanel />
              </div>
              <aside
                className={rooms.left}
                id="room-people"
                tabIndex={-1}
                aria-label={t('hearings:people.title')}
              >
                <PeopleList />
              </aside>
              <aside
                className={`${rooms.right} ${classes.comments}`}
                id="room-comments"
                tabIndex={-1}
                aria-label={t('hearings:comments')}
              >
                {comments && opened ? <CommentsPanel initial={comments} /> : null}
              </aside>
            </div>
            <Dock />
          </>
        )}
        <Announcer />
      </div>
    </MantineThemeProvider>
  )
}
