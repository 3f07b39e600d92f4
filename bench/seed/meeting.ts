import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { Services } from '#server/services/index.ts'
import { must, secretary } from './cases.ts'
import { BODIES, caseId, MEETING, personId, SEATS } from './county.ts'

function actor(index: number): Actor {
  const bodyId = BODIES[index % BODIES.length] ?? null
  return {
    personId: personId(index),
    name: personId(index),
    bodyId,
    bodyName: null,
    roles: [{ role: 'member', bodyId: bodyId ?? '' }],
  }
}

/** All members in the room and heard, the chair last, up to where he may put the question. */
export async function seatMeeting({ meetings }: Pick<Services, 'meetings'>): Promise<void> {
  const everybody = Array.from({ length: SEATS }, (_, index) => index)
  must(
    await meetings.convene(secretary, MEETING, {
      title: 'bench',
      place: 'bench',
      startsAt: new Date().toISOString(),
      grade: 'major',
      chairId: personId(0),
      secretaryIds: [secretary.personId],
      scrutineerIds: [personId(1), personId(2)],
      memberIds: everybody.map(personId),
      attendeeIds: [],
      requiredBodyIds: [...BODIES],
      caseIds: [caseId(0)],
    }),
  )
  let commands = 0
  const act = async (index: number, command: MeetingCommand) =>
    must(await meetings.execute(actor(index), MEETING, `bench-command-${commands++}`, command))

  for (const index of everybody) await act(index, { type: 'check-in', personId: null, code: null })
  await act(0, { type: 'open' })
  const view = must(await meetings.view(actor(0), MEETING, 'person'))
  const item = isRefusal(view) ? undefined : view.state.items[0]
  await act(0, { type: 'open-item', itemId: item?.id ?? '', presenterId: null })
  await act(0, { type: 'enter-phase', phase: 'questions' })
  await act(0, { type: 'enter-phase', phase: 'statements' })
  for (const index of everybody.slice().reverse())
    await act(index, { type: 'state', stand: 'FOR', reason: 'bench' })
}
