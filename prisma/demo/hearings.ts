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

const text = (startsAt: Date) => {
  const when = new Intl.DateTimeFormat('zh-CN', {
    ...{ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'Asia/Shanghai' },
  }).format(startsAt)
  return [
    '有关单位和人员：',
    `兹定于${when}，在二楼听证室（演示）就“某区政府突破土地政策案”举行听证。现将有关事项通知如下：`,
    '一、听证事由',
    '该案情况复杂、争议较大，决定作出前须当面听取各方陈述和申辩。（演示）',
    '二、听证事项',
    '（一）突破土地政策的事实和依据；',
    '（二）所作决定是否经过集体研究；',
    '（三）是否造成损失，损失是否已经挽回。',
    '三、听证组成人员',
    '主持人：蒋平。听证员：沈洁、韩松、唐敏。记录员：杨柳。',
    '四、当事人的权利和义务',
    '（一）认为听证主持人、听证员、记录员与本案有利害关系的，有权申请回避；',
    '（二）可以委托一至二名代理人参加听证；',
    '（三）有权陈述、申辩、提出证据、质证，有权核对听证笔录；',
    '（四）应当如实陈述，遵守听证纪律；无正当理由不到场或者中途退场的，可以终止听证。',
  ].join('\n')
}

/** The hearing on the land-policy case: noticed, about to begin, two observers registered, a third place is free. */
export async function seedHearing({ services, now }: DemoTarget): Promise<void> {
  const startsAt = soon(now)
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
      startsAt: startsAt.toISOString(),
      place: '二楼听证室（演示）',
    }),
  )
  const act = (who: string, step: string, command: Parameters<typeof services.hearings.execute>[3]) =>
    services.hearings.execute(actorOf(who), HEARING, `${HEARING}-${step}`, command)
  for (const { personId, capacity, represents = null, breadth = '' } of named)
    must(
      await act('secretary', personId, { type: 'name-participant', personId, capacity, represents, breadth }),
    )
  const served = await act('secretary', 'notice', {
    type: 'serve-notice',
    text: text(startsAt),
    shortReason: '当事人和第三人书面同意缩短通知期限（演示）',
    startsAt: null,
  })
  // In a year whose notice of days off nobody has imported yet no working day is counted: the hearing stays ordered.
  if (isRefusal(served) && served.refused === 'calendar/year-missing') return
  must(served)
  for (const who of ['observer1', 'observer2']) must(await act(who, who, { type: 'register-as-observer' }))
}
