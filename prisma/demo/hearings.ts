import { noticeText } from '#domain/hearings/notice-text.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { actorOf, must, soon } from './acting.ts'
import type { DemoTarget } from './index.ts'

const HEARING = 'hearing-demo'
const CASE = 'case-land-policy'

interface Named {
  readonly personId: string
  readonly capacity: Capacity
  readonly represents?: string
  readonly breadth?: string
}

/** One for each capacity, three members so that they have a majority. */
const named: readonly Named[] = [
  { personId: 'hearing-chair', capacity: 'chair' },
  { personId: 'hearing-member1', capacity: 'member' },
  { personId: 'hearing-member2', capacity: 'member' },
  { personId: 'hearing-member3', capacity: 'member' },
  { personId: 'recorder', capacity: 'recorder' },
  { personId: 'investigator', capacity: 'investigator' },
  { personId: 'party', capacity: 'party' },
  { personId: 'representative', capacity: 'representative', represents: 'party' },
  { personId: 'third-party', capacity: 'third-party' },
  { personId: 'witness', capacity: 'witness' },
  { personId: 'expert', capacity: 'expert' },
  {
    personId: 'public-seat',
    capacity: 'public-seat',
    breadth: '从报名居民中选定，反映用地周边居民的意见（演示）',
  },
]

/** The hearing on the land-policy case: noticed, about to begin, two observers registered, a third place is free. */
export async function seedHearing({ services, now, warn }: DemoTarget): Promise<void> {
  const startsAt = soon(now).toISOString()
  const secretary = actorOf('secretary')
  must(
    await services.hearings.order(secretary, HEARING, {
      caseId: CASE,
      preset: 'case',
      title: '某区政府突破土地政策案听证会（演示）',
      reason: '该案情况复杂、争议较大，决定作出前须当面听取各方陈述和申辩。（演示）',
      issues: [
        '突破土地政策的事实和依据（演示）',
        '所作决定是否经过集体研究（演示）',
        '是否造成损失，损失是否已经挽回（演示）',
      ],
      closedGround: null,
      openReason: '不涉及国家秘密和个人隐私，公开举行以接受监督（演示）',
      startsAt,
      place: '二楼听证室（演示）',
    }),
  )
  const act = (who: string, step: string, command: Parameters<typeof services.hearings.execute>[3]) =>
    services.hearings.execute(actorOf(who), HEARING, `${HEARING}-${step}`, command)
  for (const { personId, capacity, represents = null, breadth = '' } of named)
    must(
      await act('secretary', personId, { type: 'name-participant', personId, capacity, represents, breadth }),
    )
  const { shared } = must(await services.hearings.view(secretary, HEARING, 'person'))
  const served = await act('secretary', 'notice', {
    type: 'serve-notice',
    text: noticeText(shared.state),
    shortReason: '当事人和第三人书面同意缩短通知期限（演示）',
    startsAt: null,
  })
  // In a year whose notice of days off nobody has imported yet no working day is counted: the hearing stays ordered.
  if (isRefusal(served) && served.refused === 'calendar/year-missing') {
    const year = String(served.details?.['year'] ?? '')
    warn(
      `演示听证停留在“准备中”：${year} 年的工作日历还没有导入，由系统管理员（sysadmin）在 /administration/calendar 导入后，` +
        `由秘书送达听证通知。 The demo's hearing stays in preparation: the working days of ${year} are not known yet. ` +
        `The system administrator imports them, the secretary then serves the notice.`,
    )
    return
  }
  must(served)
  for (const who of ['observer1', 'observer2']) must(await act(who, who, { type: 'register-as-observer' }))
}
