import type { Actor } from '#domain/people/actor.ts'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { LiveDocuments } from '#server/services/ports.ts'
import type { Services } from '#server/services/index.ts'
import type { PeopleStore } from '#server/services/people.ts'
import { demoCases, type DemoCase } from './cases.ts'
import { demoBodies, demoJurisdiction, demoPeople } from './people.ts'

export interface DemoTarget {
  readonly services: Pick<Services, 'cases' | 'meetings'>
  readonly documents: LiveDocuments
  readonly people: Pick<PeopleStore, 'setUp'>
  readonly passwords: { hash(password: string): Promise<string> }
  readonly newId: () => string
  readonly now: Date
}

function actorOf(userName: string): Actor {
  const found = demoPeople.find((person) => person.userName === userName)
  if (!found?.bodyId) throw new Error(`no demo account ${userName} with a body`)
  const { bodyId } = found
  return {
    personId: found.userName,
    name: found.name,
    bodyId,
    bodyName: demoBodies.find((body) => body.id === bodyId)?.name ?? null,
    roles: found.roles.map((role) => ({ role, bodyId })),
  }
}

/** The demo is real data made by the real services: a refusal here is a fault of the demo, so it stops. */
function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`demo data refused: ${answer.refused}`)
  return answer
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

/** The first quarter of an hour that is at least fifteen minutes ahead: the demo's meeting is today's. */
function soon(now: Date): Date {
  const quarter = 15 * 60_000
  return new Date((Math.floor(now.getTime() / quarter) + 2) * quarter)
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

/** Fills an empty database with the demo jurisdiction, its people, cases and one convened consultation. */
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
}
