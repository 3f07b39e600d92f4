import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { evidenceFile } from '#server/backup/examine.ts'
import { sha256Of } from '#server/backup/manifest.ts'
import { sweeps } from '#server/jobs/sweeps.ts'
import { openDatabase } from '#server/store/client.ts'
import { createEvidenceFiles } from '#server/store/evidence-files.ts'
import { evidenceNames } from '#server/store/evidence-names.ts'
import { evidenceOnDisk } from '#server/store/evidence-on-disk.ts'
import { createSessionStore } from '#server/store/sessions.ts'
import { createUploads } from '#server/store/uploads.ts'
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
  const evidence = evidenceOnDisk(folder)
  const files = createEvidenceFiles({ place: evidence, limitBytes: 1_000 })
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
    evidence,
    uploads: createUploads(join(demo.directory, 'uploads')),
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
  const leftOver = evidenceOnDisk(folder)
  const nobody = () => Promise.resolve(new Set<string>())
  await leftOver.sweep(new Date(), nobody)
  const [again, old] = [evidenceFile(directory, sha256Of('again')), evidenceFile(directory, sha256Of('old'))]
  for (const file of [again, old]) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'whatever')
    utimesSync(file, hoursAgo(25), hoursAgo(25))
  }
  await leftOver.sweep(hoursAgo(24), () => {
    utimesSync(again, new Date(), new Date())
    return nobody()
  })
  expect([again, old].map(existsSync)).toEqual([true, false])
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
  await job('expired-sessions', {
    sessions,
    evidence: evidenceOnDisk(join(demo.directory, 'evidence')),
    uploads: createUploads(join(demo.directory, 'uploads')),
    named: () => Promise.resolve(new Set()),
    now: () => new Date(),
  })
  expect((await database.client.session.findMany()).map(({ id }) => id)).toEqual(['new'])
})
