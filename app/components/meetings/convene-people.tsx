import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { votesNeeded } from '#domain/ballots/rules.ts'
import { initialMeeting } from '#domain/meetings/initial.ts'
import { quorumOf } from '#domain/meetings/quorum.ts'
import type { MeetingGrade } from '#domain/meetings/types.ts'
import classes from './convene.module.css'
import { BodyPicker } from './body-picker.tsx'
import { PeoplePicker, type Invitable } from './people-picker.tsx'

interface ConvenePeopleProps {
  readonly me: string
  readonly people: readonly Invitable[]
  readonly grade: MeetingGrade
  readonly errorOf: (field: string) => string | null
}

/** Who is due, who attends, who leads, keeps and counts; what quorum and majority that makes. */
export function ConvenePeople({ me, people, grade, errorOf }: ConvenePeopleProps) {
  const { t } = useTranslation('meetings')
  const [filter, setFilter] = useState('')
  const [memberIds, setMemberIds] = useState<readonly string[]>([])
  const [attendeeIds, setAttendeeIds] = useState<readonly string[]>([])
  const [secretaryIds, setSecretaryIds] = useState<readonly string[]>([me])
  const [scrutineerIds, setScrutineerIds] = useState<readonly string[]>([])
  const [chairId, setChairId] = useState('')

  const voters = people.filter((person) =>
    person.roles.some((role) => role === 'member' || role === 'leader'),
  )
  const members = people.filter((person) => memberIds.includes(person.personId))
  const others = people.filter((person) => !memberIds.includes(person.personId))
  const chair = memberIds.includes(chairId) ? chairId : ''
  const there = people.filter(
    ({ personId }) =>
      personId !== chair && [...memberIds, ...attendeeIds, ...secretaryIds].includes(personId),
  )
  const present = (chosen: readonly string[], among: readonly Invitable[]) =>
    chosen.filter((id) => among.some((person) => person.personId === id))

  return (
    <>
      <TextInput
        type="search"
        label={t('meetings:new.filterPeople')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        w="min(100%, 360px)"
      />
      <PeoplePicker
        name="memberIds"
        label={t('meetings:new.members')}
        hint={t('meetings:new.membersHint')}
        people={voters}
        chosen={memberIds}
        onChoose={setMemberIds}
        error={errorOf('memberIds')}
        filter={filter}
      />
      <QuorumPreview members={members} grade={grade} />
      <BodyPicker members={members} error={errorOf('requiredBodyIds')} />
      <NativeSelect
        name="chairId"
        label={t('meetings:new.chair')}
        description={t('meetings:new.chairHint')}
        value={chair}
        onChange={(event) => setChairId(event.currentTarget.value)}
        error={errorOf('chairId')}
        required
        w="min(100%, 360px)"
        data={[
          { value: '', label: t(members.length === 0 ? 'meetings:new.chairNone' : 'meetings:new.choose') },
          ...members.map(({ personId, name, bodyName }) => ({
            value: personId,
            label: `${name}（${bodyName}）`,
          })),
        ]}
      />
      <PeoplePicker
        name="attendeeIds"
        label={t('meetings:new.attendees')}
        hint={t('meetings:new.attendeesHint')}
        people={others}
        chosen={present(attendeeIds, others)}
        onChoose={setAttendeeIds}
        error={errorOf('attendeeIds')}
        filter={filter}
      />
      <PeoplePicker
        name="secretaryIds"
        label={t('meetings:new.secretaries')}
        hint={t('meetings:new.secretariesHint')}
        people={people.filter((person) => person.roles.includes('secretary'))}
        chosen={secretaryIds}
        onChoose={setSecretaryIds}
        error={errorOf('secretaryIds')}
      />
      <PeoplePicker
        name="scrutineerIds"
        label={t('meetings:new.scrutineers')}
        hint={t('meetings:new.scrutineersHint')}
        people={there}
        chosen={present(scrutineerIds, there)}
        onChoose={setScrutineerIds}
        error={errorOf('scrutineerIds')}
      />
    </>
  )
}

/** By the pure rule that will decide in the room, on a meeting nobody has convened yet. */
function QuorumPreview({ members, grade }: { members: readonly Invitable[]; grade: MeetingGrade }) {
  const { t } = useTranslation('meetings')
  const { due, needed } = quorumOf({ ...initialMeeting('preview'), membersDue: members, grade })
  return (
    <p className={classes.quorum} role="status">
      {due === 0
        ? t('meetings:new.quorumLater')
        : t('meetings:new.quorumNow', { due, needed, votes: votesNeeded(due) })}
    </p>
  )
}
