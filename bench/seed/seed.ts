import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#domain/people/actor.ts'
import { compose } from '#server/compose.ts'
import { createSessions } from '#server/auth/lucia.ts'
import { readEnv } from '#server/env.ts'
import { createLog } from '#server/logging.ts'
import { createMetrics } from '#server/metrics.ts'
import { openDatabase } from '#server/store/client.ts'
import { createStores } from '#server/store/stores.ts'
import { demoBodies, demoJurisdiction } from '../../prisma/demo/people.ts'
import { BODIES, CASES, PEOPLE, personId, SECRETARY } from './county.ts'
import { registerCases } from './cases.ts'
import { prepareHearing } from './hearing.ts'
import { seatMeeting } from './meeting.ts'

// A county in an empty database: run with the product's own environment, writes `cookies.json` into HUISHANG_DATA.
// Everything by the product's services, so that what is measured is what offices have; only the thousand
// passwords and sign-ins are left out, which would cost a minute of hashing: the sessions are Lucia's all the same.

const SESSION_HOURS = 12

const env = readEnv()
const log = createLog({ production: true, logLevel: 'warn' })
const app = await compose(env, log, createMetrics())
const database = await openDatabase(env.database)
const stores = createStores(database, { now: () => new Date(), newId: () => randomUUID() })

interface Account {
  readonly id: string
  readonly bodyId: string | null
  readonly role: Role
}
const accounts: readonly Account[] = [
  { id: SECRETARY, bodyId: 'coordination', role: 'secretary' },
  ...Array.from({ length: PEOPLE }, (_, index): Account => ({
    id: personId(index),
    bodyId: BODIES[index % BODIES.length] ?? null,
    role: 'member',
  })),
]
await stores.people.setUp({
  jurisdiction: { ...demoJurisdiction, demo: false },
  bodies: demoBodies,
  people: accounts.map(({ id, bodyId }) => ({
    id,
    userName: id,
    name: id,
    bodyId,
    office: '',
    active: true,
    language: 'zh-CN',
    mustChange: false,
    // No password has this hash: these people are signed in below and in no other way.
    passwordHash: '-',
  })),
  roles: accounts.map(({ id, bodyId, role }) => ({
    id: randomUUID(),
    personId: id,
    role,
    bodyId,
    from: '2026-01-01',
    until: null,
  })),
})

const sessions = createSessions(stores.sessions, {
  idleMinutes: SESSION_HOURS * 60,
  absoluteHours: SESSION_HOURS,
  secure: false,
})
const cookies: Record<string, string> = {}
for (const { id } of accounts) cookies[id] = (await sessions.start(id)).split(';')[0] ?? ''

await registerCases(app, CASES)
if (process.env['SEED_MEETING'] === '1') await seatMeeting(app.services)
const atHearing = Number(process.env['SEED_HEARING'] ?? 0)
if (atHearing > 0) await prepareHearing(app.services, atHearing)
writeFileSync(join(env.dataDirectory, 'cookies.json'), JSON.stringify(cookies))
await database.close()
await app.stop()
