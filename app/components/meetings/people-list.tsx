import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { recusedIds } from '#domain/meetings/recusals.ts'
import { isPresent } from '#domain/meetings/participants.ts'
import type { MeetingState, MemberDue } from '#domain/meetings/types.ts'
import { byBody } from './by-body.ts'
import { CommandButton } from './command-button.tsx'
import { Fold } from './fold.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Present, due, by department, with times in and out; the secretary checks others in and out here. */
export function PeopleList() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const managing =
    state.secretaryIds.includes(me.personId) && state.status !== 'closed' && state.status !== 'cancelled'
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title" className={classes.panelTitle}>
        {t('meetings:people.title')}
      </h2>
      <Group title={t('meetings:people.members')} members={state.membersDue} />
      {state.attendees.length > 0 ? (
        <Group title={t('meetings:people.attendees')} members={state.attendees} />
      ) : null}
      {managing ? (
        <Fold title={t('meetings:people.manage')}>
          <p className={classes.quiet}>{t('meetings:people.manageHint')}</p>
          <CheckInOthers />
        </Fold>
      ) : null}
    </section>
  )
}

function Group({ title, members }: { title: string; members: readonly MemberDue[] }) {
  const { state } = useMeeting()
  const here = members.filter((member) => isPresent(state, member.personId)).length
  return (
    <>
      <h3 className={classes.groupTitle}>
        {title} <span className={classes.quiet}>{`${here} / ${members.length}`}</span>
      </h3>
      {byBody(members).map(([bodyId, people]) => (
        <div key={bodyId} className={classes.body}>
          <h4 className={classes.bodyName}>{people[0]?.bodyName}</h4>
          <ul className={classes.people}>
            {people.map((member) => (
              <Person key={member.personId} member={member} />
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

type Where = 'present' | 'left' | 'leave' | 'away'

function whereIs(state: MeetingState, personId: string): Where {
  if (isPresent(state, personId)) return 'present'
  if (state.presences.some((one) => one.personId === personId && one.spans.length > 0)) return 'left'
  return state.leaves.some((leave) => leave.personId === personId) ? 'leave' : 'away'
}

const MARKS: Readonly<Record<Where, string>> = { present: '●', left: '◌', leave: '—', away: '○' }

function Person({ member }: { member: MemberDue }) {
  const { t } = useTranslation('meetings')
  const { state, item } = useMeeting()
  const where = whereIs(state, member.personId)
  const offices = [
    state.chairId === member.personId ? t('meetings:people.chair') : null,
    state.scrutineerIds.includes(member.personId) ? t('meetings:people.scrutineer') : null,
    item && recusedIds(state, item.id).has(member.personId) ? t('meetings:people.recused') : null,
  ].filter((word) => word !== null)
  return (
    <li className={classes.person} data-where={where}>
      <span className={classes.personMark} aria-hidden>
        {MARKS[where]}
      </span>
      <span>
        {member.name}
        {offices.map((word) => (
          <span key={word} className={classes.office}>
            {word}
          </span>
        ))}
      </span>
      <span className={classes.quiet}>
        {t(`meetings:people.${where}`)} <Times personId={member.personId} />
      </span>
    </li>
  )
}

function Times({ personId }: { personId: string }) {
  const { t } = useTranslation('meetings')
  const format = useDateTime()
  const { state } = useMeeting()
  const span = state.presences.find((one) => one.personId === personId)?.spans.at(-1)
  if (!span) return null
  return span.out === null
    ? t('meetings:people.times', { in: format(span.in, 'time') })
    : t('meetings:people.timesOut', { in: format(span.in, 'time'), out: format(span.out, 'time') })
}

function CheckInOthers() {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  const everybody = [...state.membersDue, ...state.attendees]
  return (
    <ul className={classes.checkIns}>
      {everybody.map(({ personId, name }) => {
        const here = isPresent(state, personId)
        return (
          <li key={personId}>
            <CommandButton
              variant={here ? 'default' : 'light'}
              fullWidth
              justify="space-between"
              command={here ? { type: 'check-out', personId } : { type: 'check-in', personId, code: null }}
            >
              {t(here ? 'meetings:checkIn.outPerson' : 'meetings:checkIn.forPerson', { name })}
            </CommandButton>
          </li>
        )
      })}
    </ul>
  )
}
