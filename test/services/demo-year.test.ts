import { afterEach, expect, it, vi } from 'vitest'
import type { Role } from '#domain/people/actor.ts'
import { createLog, type Log } from '#server/logging.ts'
import { parseEnv } from '#server/env.ts'
import { actorOf } from '../../prisma/demo/acting.ts'
import { openDemoApp } from '../support/app.ts'
import { administrator } from '../support/people-world.ts'

afterEach(() => vi.useRealTimers())

function listening(): { log: Log; warnings: string[] } {
  const warnings: string[] = []
  const log = createLog(parseEnv({ NODE_ENV: 'test', LOG_LEVEL: 'error' }))
  log.warn = (said: unknown) => void warnings.push(String(said))
  return { log, warnings }
}

const calendarLines = async (app: Awaited<ReturnType<typeof openDemoApp>>['app'], role: Role) =>
  (await app.services.workbench.tasks(administrator(role))).filter(({ kind }) => kind === 'import-calendar')

it('[H-182] [H-181] on a machine whose clock is in 2027 the demo starts and says what is missing', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-10T01:00:00Z') })
  const { log, warnings } = listening()
  const { app, close } = await openDemoApp(log)
  try {
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/2027.*sysadmin.*\/administration\/calendar/u)
    const rows = await app.services.hearings.list(actorOf('secretary'))
    expect(rows.map(({ status }) => status)).toEqual(['ordered'])
    expect(await calendarLines(app, 'system-administrator')).toMatchObject([
      { subject: '/administration/calendar?year=2027', dueAt: '2026-12-31' },
    ])
    expect(await calendarLines(app, 'security-administrator')).toEqual([])
  } finally {
    await close()
  }
})

it('[H-182] in a year that is known nothing is missing and the notice is served', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-10T01:00:00Z') })
  const { log, warnings } = listening()
  const { app, close } = await openDemoApp(log)
  try {
    expect(warnings).toEqual([])
    const rows = await app.services.hearings.list(actorOf('secretary'))
    expect(rows.map(({ status }) => status)).toEqual(['noticed'])
    expect(await calendarLines(app, 'system-administrator')).toEqual([])
  } finally {
    await close()
  }
})
