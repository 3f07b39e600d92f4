import type { Services } from '#server/services/index.ts'
import { demoCases } from '../../prisma/demo/cases.ts'
import { must, secretary } from './cases.ts'
import { BODIES, personId } from './county.ts'
import { capacityOf, HEARING, HEARING_CASE, INVESTIGATORS, representedBy } from './hearing-cast.ts'

type Needed = Pick<Services, 'cases' | 'hearings'>

async function caseInVerification({ cases }: Needed): Promise<void> {
  const [example] = demoCases
  if (!example) throw new Error('no case to copy')
  const { particulars } = example
  must(await cases.register(secretary, HEARING_CASE, { particulars, bodyIds: [...BODIES], applicantIds: [] }))
  const act = async (name: string, command: Parameters<Needed['cases']['execute']>[3]) =>
    must(await cases.execute(secretary, HEARING_CASE, `bench-hearing-${name}`, command))
  await act('accepted', { type: 'move', to: 'accepted', reason: '-' })
  await act('handlers', { type: 'assign-handlers', handlerIds: INVESTIGATORS.map(personId) })
  await act('in-verification', { type: 'move', to: 'in-verification', reason: '-' })
}

/** A hearing open to the public with everybody named and the notice served: it can begin. */
export async function prepareHearing(services: Needed, people: number): Promise<void> {
  await caseInVerification(services)
  const { hearings } = services
  must(
    await hearings.order(secretary, HEARING, {
      caseId: HEARING_CASE,
      preset: 'consultation',
      title: '租金减免政策听证会',
      reason: '涉及面广，争议较大',
      issues: ['减免是否经过集体研究', '损失是否已经挽回'],
      closedGround: null,
      openReason: null,
      startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      place: '县政务服务中心',
    }),
  )
  let commands = 0
  const act = async (command: Parameters<typeof hearings.execute>[3]) =>
    must(await hearings.execute(secretary, HEARING, `bench-hearing-${commands++}`, command))
  for (let person = 0; person < people; person++) {
    const capacity = capacityOf(person, people)
    const represented = representedBy(capacity)
    await act({
      type: 'name-participant',
      personId: personId(person),
      capacity,
      represents: represented === null ? null : personId(represented),
      breadth: '-',
    })
  }
  await act({ type: 'serve-notice', text: '听证通知', shortReason: '各方同意提前', startsAt: null })
}
