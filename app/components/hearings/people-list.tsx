import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import {
  active,
  isCalledIn,
  isInRoom,
  isPresent,
  isTribunal,
  needsIdentity,
} from '#domain/hearings/people.ts'
import { CAPACITIES, type Participant } from '#domain/hearings/types.ts'
import { RoomOrder } from './forms.ts'
import { CommandButton, useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

/** A hall of observers is told by its number, and named only to those who see whom: no more lines than these. */
const MOST_OBSERVERS = 60

/** Who is here, by capacity; the recorder checks identity here, the chair calls witnesses and keeps order. */
export function PeopleList() {
  const { t } = useTranslation('hearings')
  const { state, shared } = useHearing()
  const people = active(state)
  const { named, present } = shared.observers
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title" className={rooms.panelTitle}>
        {t('hearings:people.title')}
      </h2>
      {CAPACITIES.map((capacity) => {
        const all = people.filter((one) => one.capacity === capacity)
        const figures =
          capacity === 'observer'
            ? `${present} / ${named}`
            : `${all.filter(isPresent).length} / ${all.length}`
        if (all.length === 0 && (capacity !== 'observer' || named === 0)) return null
        return (
          <div key={capacity}>
            <h3 className={rooms.groupTitle}>
              {t(`hearings:capacity.${capacity}`)} <span className={rooms.quiet}>{figures}</span>
            </h3>
            <ul className={rooms.people}>
              {all.slice(0, MOST_OBSERVERS).map((one) => (
                <Person key={one.personId} one={one} />
              ))}
            </ul>
            {all.length > MOST_OBSERVERS ? (
              <p className={rooms.quiet}>
                {t('hearings:people.more', { count: all.length - MOST_OBSERVERS })}
              </p>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}

type Where = 'present' | 'outside' | 'left' | 'away' | 'expelled'
const MARKS: Readonly<Record<Where, string>> = {
  present: '●',
  outside: '◐',
  left: '◌',
  away: '○',
  expelled: '✕',
}

function whereIs(one: Participant): Where {
  if (one.expelled) return 'expelled'
  if (isInRoom(one)) return 'present'
  if (isPresent(one)) return 'outside'
  return one.spans.length > 0 ? 'left' : 'away'
}

function Person({ one }: { one: Participant }) {
  const { t } = useTranslation('hearings')
  const { state, mine, own, personName } = useHearing()
  const where = whereIs(one)
  const marks = [
    one.represents ? t('hearings:people.represents', { name: personName(one.represents) }) : null,
    isPresent(one) && needsIdentity(one.capacity) && one.identityCheckedAt === null
      ? t('hearings:people.unchecked')
      : null,
    one.mutedAt ? t('hearings:people.muted') : null,
    one.warnings.length > 0 ? t('hearings:people.warned', { count: one.warnings.length }) : null,
  ].filter((word) => word !== null)
  const running = state.status === 'open'
  return (
    <li className={classes.person}>
      <div className={classes.personLine} data-where={where}>
        <span aria-hidden>{MARKS[where]}</span>
        <span>
          {personName(one.personId)}
          {one.personId === own.personId ? (
            <span className={rooms.office}>{t('hearings:people.me')}</span>
          ) : null}
        </span>
        <span className={rooms.quiet}>{t(`hearings:people.${where}`)}</span>
      </div>
      {marks.length > 0 ? <div className={classes.marks}>{marks.join(t('hearings:comma'))}</div> : null}
      {running && mine?.capacity === 'recorder' ? <IdentityCheck one={one} /> : null}
      {running && mine?.capacity === 'chair' && one.personId !== own.personId ? <ForChair one={one} /> : null}
    </li>
  )
}

function IdentityCheck({ one }: { one: Participant }) {
  const { t } = useTranslation('hearings')
  if (!isPresent(one) || !needsIdentity(one.capacity) || one.identityCheckedAt !== null) return null
  return (
    <div>
      <CommandButton size="sm" variant="light" command={{ type: 'check-identity', personId: one.personId }}>
        {t('hearings:people.check', { name: one.name })}
      </CommandButton>
    </div>
  )
}

function ForChair({ one }: { one: Participant }) {
  const { t } = useTranslation('hearings')
  const { personId, name } = one
  if (!isPresent(one)) return null
  return (
    <>
      {one.capacity === 'witness' ? (
        <div>
          <CommandButton
            size="sm"
            variant="light"
            command={{ type: isCalledIn(one) ? 'release-witness' : 'call-witness', personId }}
          >
            {t(isCalledIn(one) ? 'hearings:people.release' : 'hearings:people.call', { name })}
          </CommandButton>
        </div>
      ) : null}
      {isTribunal(one.capacity) ? null : (
        <Fold
          title={
            <>
              {t('hearings:order.title')}
              <span className="visually-hidden">{` ${name}`}</span>
            </>
          }
        >
          <RoomOrder one={one} />
        </Fold>
      )}
    </>
  )
}
