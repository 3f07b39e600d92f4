import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { LiveDocuments } from '#server/services/ports.ts'
import type { Services } from '#server/services/index.ts'
import type { PeopleStore } from '#server/services/people.ts'
import { actorOf, must, soon } from './acting.ts'
import { demoCases, type DemoCase } from './cases.ts'
import { seedEvidence } from './evidence.ts'
import { seedHearing } from './hearings.ts'
import { demoBodies, demoJurisdiction, demoPeople } from './people.ts'

export interface DemoTarget {
  readonly services: Pick<Services, 'cases' | 'evidence' | 'hearings' | 'meetings'>
  readonly documents: LiveDocuments
  readonly people: Pick<PeopleStore, 'setUp'>
  readonly passwords: { hash(password: string): Promise<string> }
  readonly newId: () => string
  readonly now: Date
  /** Where part of the demo cannot be shown, and what would help. */
  readonly warn: (sentence: string) => void
}

async function seedCase({ services, documents }: DemoTarget, demo: DemoCase): Promise<void> {
  const secretary = actorOf('secretary')
  const { caseId } = must(await services.cases.register(secretary, `case-${demo.key}`, demo))
  for (const [part, text] of Object.entries(demo.texts))
    await documents.replaceText(`case/${caseId}/${part}`, text, 'secretary')
  const command = (suffix: string, what: Parameters<Services['cases']['execute']>[3]) =>
    services.cases.execute(secretary, caseId, `${caseId}-${suffix}`, what)
  for (const { to, reason } of demo.course) {
    if (to === 'in-verification')
      must(
        await command('handlers', {
          type: 'assign-handlers',
          handlerIds: ['discipline2', 'discipline3'],
        }),
      )
    must(await command(to, { type: 'move', to, reason }))
  }
}

async function seedPeople({ people, passwords, newId }: DemoTarget): Promise<void> {
  const accounts = await Promise.all(
    demoPeople.map(async ({ userName, name, bodyId, office }) => ({
      id: userName,
      userName,
      name,
      bodyId,
      office,
      active: true,
      language: 'zh-CN' as const,
      mustChange: false,
      passwordHash: await passwords.hash(DEMO_PASSWORD),
    })),
  )
  await people.setUp({
    jurisdiction: { ...demoJurisdiction, demo: true },
    bodies: demoBodies,
    people: accounts,
    roles: demoPeople.flatMap(({ userName, bodyId, roles }) =>
      roles.map((role) => ({
        id: newId(),
        personId: userName,
        role,
        bodyId,
        from: '2026-01-01',
        until: null,
      })),
    ),
  })
}

/** Fills an empty database with the demo jurisdiction, its people, cases, a convened consultation and a noticed hearing. */
export async function seedDemo(target: DemoTarget): Promise<void> {
  await seedPeople(target)
  for (const demo of demoCases) await seedCase(target, demo)
  must(
    await target.services.meetings.convene(actorOf('secretary'), 'meeting-demo', {
      title: '容错纠错工作第1次会商（演示）',
      place: '三楼会议室（演示）',
      startsAt: soon(target.now).toISOString(),
      grade: 'major',
      chairId: 'chair',
      secretaryIds: ['secretary', 'secretary2'],
      scrutineerIds: ['organization3', 'political3'],
      memberIds: [
        'chair',
        'discipline1',
        'discipline2',
        'organization1',
        'organization2',
        'organization3',
        'political1',
        'political2',
        'political3',
      ],
      attendeeIds: ['audit1'],
      requiredBodyIds: ['discipline', 'organization', 'political'],
      caseIds: ['case-rent-relief', 'case-building-before-approval'],
    }),
  )
  await seedEvidence(target)
  await seedHearing(target)
}
