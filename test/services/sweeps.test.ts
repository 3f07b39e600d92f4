import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { evidenceFile } from '#server/backup/examine.ts'
import { sha256Of } from '#server/backup/manifest.ts'
import { sweeps } from '#server/jobs/sweeps.ts'
import { openDatabase } from '#server/store/client.ts'
import { createEvidenceFiles } from '#server/store/evidence-files.ts'
import { createLeftOverFiles } from '#server/store/evidence-left-over.ts'
import { evidenceNames } from '#server/store/evidence-names.ts'
import { createSessionStore } from '#server/store/sessions.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { place } from '../support/backups.ts'

const HOUR_MS = 60 * 60_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const text = (words: string) => Readable.from([Buffer.from(words)])

async function job(name: string, parts: Parameters<typeof sweeps>[0]): Promise<void> {
  await sweeps(parts)
    .find((one) => one.name === name)
    ?.work()
}

it('[R-51] files that no entry names are gone after a day; what an entry names and what is new stays', async () => {
  const demo = await openDemoApp()
  onTestFinished(() => demo.close())
  const added = await demo.app.services.evidence.add(demoActor('secretary'), 'case-rent-relief', 'add', {
    title: '台账',
    fileName: 'a.txt',
    stream: text('named'),
  })
  if (isRefusal(added)) throw new Error(added.refused)
  const folder = join(demo.directory, 'evidence')
  const files = createEvidenceFiles(folder, 1_000)
  for (const words of ['refused', 'fresh']) await files.put(text(words), 'a.txt')
  writeFileSync(join(folder, 'incoming/broken-off'), 'half')
  const at = (words: string) => evidenceFile(demo.directory, sha256Of(words))
  for (const file of [at('named'), at('refused'), join(folder, 'incoming/broken-off')])
    utimesSync(file, hoursAgo(25), hoursAgo(25))
  utimesSync(at('fresh'), hoursAgo(23), hoursAgo(23))
  const database = await openDatabase(demo.env.database)
  onTestFinished(() => database.close())
  await job('left-over-evidence', {
    sessions: createSessionStore(database),
    files: createLeftOverFiles(folder),
    named: () => evidenceNames(database),
    now: () => new Date(),
  })
  expect(
    [at('named'), at('refused'), at('fresh'), join(folder, 'incoming/broken-off')].map(existsSync),
  ).toEqual([true, false, true, false])
})

it('[R-51] a file that was put there again meanwhile stays, and an empty store is no failure', async () => {
  const directory = place('data')
  const folder = join(directory, 'evidence')
  const leftOver = createLeftOverFiles(folder)
  expect(await leftOver.olderThan(new Date())).toEqual([])
  const file = sha256Of('again')
  mkdirSync(join(folder, file.slice(0, 2)), { recursive: true })
  writeFileSync(evidenceFile(directory, file), 'again')
  await leftOver.removeOlder(file, hoursAgo(24))
  expect(existsSync(evidenceFile(directory, file))).toBe(true)
})

it('[R-52] sessions that expired are removed, others stay', async () => {
  const demo = await openDemoApp()
  onTestFinished(() => demo.close())
  const database = await openDatabase(demo.env.database)
  onTestFinished(() => database.close())
  const sessions = createSessionStore(database)
  for (const [id, hours] of [
    ['old', 1],
    ['new', -1],
  ] as const)
    await sessions.setSession({ id, userId: 'chair', expiresAt: hoursAgo(hours), attributes: {} })
  const files = createLeftOverFiles(join(demo.directory, 'evidence'))
  await job('expired-sessions', {
    sessions,
    files,
    named: () => Promise.resolve(new Set()),
    now: () => new Date(),
  })
  expect((await database.client.session.findMany()).map(({ id }) => id)).toEqual(['new'])
})
