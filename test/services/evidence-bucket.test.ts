import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { evidenceResponse } from '#app/http/evidence-response.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { checkEvidence } from '#server/backup/check-evidence.ts'
import { DATABASE, evidencePath, sha256Of } from '#server/backup/manifest.ts'
import { restoreBackup } from '#server/backup/restore.ts'
import { takeBackup } from '#server/backup/take.ts'
import { compose } from '#server/compose.ts'
import { parseEnv } from '#server/env.ts'
import { createLog } from '#server/logging.ts'
import { createMetrics } from '#server/metrics.ts'
import { EvidenceAway } from '#server/store/evidence-place.ts'
import { openEvidencePlace } from '#server/store/open-evidence-place.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { flipByte, place as newPlace, quietly } from '../support/backups.ts'
import { startBucket } from '../support/bucket.ts'

/** The whole product with its evidence in a bucket that is a server of its own. */

const CASE = 'case-rent-relief'
const secretary = demoActor('secretary')
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])

let bucket: Awaited<ReturnType<typeof startBucket>>
let demo: Awaited<ReturnType<typeof openDemoApp>>

beforeAll(async () => {
  bucket = await startBucket()
  demo = await openDemoApp(undefined, { ...bucket.variables, LOG_LEVEL: 'silent' })
}, 120_000)

afterEach(() => bucket.line.mend())

afterAll(async () => {
  await demo.close()
  await bucket.close()
})

function must<Value>(answer: Value | Refusal): Exclude<Value, Refusal> {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as Exclude<Value, Refusal>
}

const add = (content: Buffer, commandId = `add-${sha256Of(content)}`) =>
  demo.app.services.evidence.add(secretary, CASE, commandId, {
    ...{ title: '台账', fileName: 'a.pdf', stream: Readable.from([content]) },
  })
const pieces = async () => must(await demo.app.services.cases.view(secretary, CASE)).state.evidence
const keyOf = (content: Buffer) => evidencePath(sha256Of(content))
const another = () => Buffer.concat([PDF, randomBytes(8)])

/** Files of this machine below the folder of evidence. */
const here = () =>
  readdirSync(join(demo.directory, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)

async function shown(evidenceId: string, headers: Record<string, string> = {}) {
  const piece = must(
    await demo.app.services.evidence.open(secretary, CASE, evidenceId, { as: 'shown', goesOn: false }),
  )
  return evidenceResponse(piece, new Request('http://here/', { headers }))
}

const check = async () => {
  const told: string[] = []
  const place = await openEvidencePlace(demo.env)
  return { ...(await checkEvidence(demo.env.database, place, (line) => told.push(line))), told }
}

it('[E-34] a piece stands in the bucket under its hash and nowhere here; whole or in part it comes by way of the server', async () => {
  const { evidenceId } = must(await add(PDF))
  expect(readFileSync(bucket.fileOf(keyOf(PDF))).equals(PDF)).toBe(true)
  expect(here()).toEqual([])
  const whole = await shown(evidenceId)
  expect([whole.status, whole.headers.get('location')]).toEqual([200, null])
  expect(Buffer.from(await whole.arrayBuffer()).equals(PDF)).toBe(true)
  const part = await shown(evidenceId, { range: 'bytes=100-199' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${PDF.length}`])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(PDF.subarray(100, 200))
})

it.each([
  ['is away', { is: 'away' }],
  ['answers 503', { is: '503' }],
  ['breaks off in the middle', { is: 'breaks', way: 'up', after: 100_000, once: false }],
] as const)('[E-33] while the bucket %s a piece is refused, and named by nothing', async (_, fault) => {
  const content = another()
  const before = await pieces()
  bucket.line.harm(fault)
  expect(await add(content)).toEqual({ refused: 'evidence/store-away' })
  expect([await pieces(), here()]).toEqual([before, []])
  bucket.line.mend()
  const { evidenceId } = must(await add(content))
  expect((await pieces()).at(-1)?.id).toBe(evidenceId)
  bucket.line.harm(fault.is === 'breaks' ? { is: 'away' } : fault)
  const refused: unknown = await shown(evidenceId).catch((answer: unknown) => answer)
  expect(refused).toBeInstanceOf(Response)
  expect((refused as Response).status).toBe(503)
})

it('[E-33] a long file that arrived whole is handed in when the bucket is back, without being sent again', async () => {
  const content = another()
  const home = `http://here/cases/${CASE}/evidence/uploads`
  const tus = { 'tus-resumable': '1.0.0' }
  const { uploads } = demo.app.services
  const begun = must(
    await uploads.begin(
      secretary,
      CASE,
      new Request(home, {
        method: 'POST',
        headers: { ...tus, 'upload-length': String(content.length), 'upload-metadata': 'filename YS5wZGY=' },
      }),
    ),
  )
  const id = begun.headers.get('location')?.split('/').at(-1) ?? ''
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  const sent = new Request(`${home}/${id}`, { method: 'PATCH', headers, body: new Uint8Array(content) })
  expect(must(await uploads.goOn(secretary, CASE, id, sent)).status).toBe(204)
  const { register } = (await pieces()).at(-1) ?? {}
  if (!register) throw new Error('a piece has a register')
  const handIn = () => uploads.handIn(secretary, CASE, id, { title: '录音', register })
  bucket.line.harm({ is: 'away' })
  expect(await handIn()).toEqual({ refused: 'evidence/store-away' })
  expect(must(await uploads.unfinished(secretary, CASE)).map((one) => one.id)).toEqual([id])
  bucket.line.mend()
  expect(must(await handIn()).evidenceId).toBe(id)
  expect(bucket.has(keyOf(content))).toBe(true)
  expect(must(await uploads.unfinished(secretary, CASE))).toEqual([])
})

it('[E-35] the check finds what is missing, changed and named by nothing in the bucket, and says nothing while it is away', async () => {
  const [lost, altered, cut] = [another(), another(), another()]
  for (const content of [lost, altered, cut]) must(await add(content))
  expect((await check()).told).toEqual([])
  rmSync(bucket.fileOf(keyOf(lost)))
  flipByte(bucket.fileOf(keyOf(altered)))
  writeFileSync(bucket.fileOf(keyOf(cut)), 'cut')
  const stray = another()
  const place = await openEvidencePlace(demo.env)
  const file = newPlace('stray')
  writeFileSync(file, stray)
  await place.keep(file, sha256Of(stray))
  const found = await check()
  expect([found.missing, [...found.changed].sort(), found.orphaned]).toEqual([
    [sha256Of(lost)],
    [sha256Of(altered), sha256Of(cut)].sort(),
    [`s3://${bucket.address.name}/${keyOf(stray)}`],
  ])
  bucket.line.harm({ is: 'away' })
  await expect(check()).rejects.toThrow(EvidenceAway)
  bucket.line.mend()
  for (const content of [lost, altered, cut]) must(await add(content, `again-${sha256Of(content)}`))
  // Of the right length it is taken for what it is called; a backup puts it back.
  expect((await check()).changed).toEqual([sha256Of(altered)])
  writeFileSync(bucket.fileOf(keyOf(altered)), altered)
}, 120_000)

it('[E-35] a backup holds what lies in the bucket; a restore puts back what the bucket lacks and replaces nothing', async () => {
  const content = another()
  must(await add(content))
  const target = newPlace('backup')
  const order = { version: '0.1.0', acceptMissing: false, now: new Date(), say: quietly }
  const taking = () => takeBackup({ ...order, env: demo.env, target })
  bucket.line.harm({ is: 'away' })
  await expect(taking()).rejects.toThrow(EvidenceAway)
  bucket.line.mend()
  const { evidence } = await taking()
  expect(readFileSync(join(target, keyOf(content))).equals(content)).toBe(true)
  expect(evidence.files).toBeGreaterThan(1)

  const restore = () => {
    const dataDirectory = newPlace('data')
    const database = { kind: 'sqlite', file: join(dataDirectory, DATABASE) } as const
    const env = { dataDirectory, database, bucket: demo.env.bucket }
    return restoreBackup({ env, backup: target, replace: false, now: new Date(), say: quietly })
  }
  rmSync(bucket.fileOf(keyOf(content)))
  await restore()
  expect(readFileSync(bucket.fileOf(keyOf(content))).equals(content)).toBe(true)
  expect((await check()).missing).toEqual([])
  flipByte(bucket.fileOf(keyOf(content)))
  await expect(restore()).rejects.toThrow(`${keyOf(content)} was altered`)
}, 120_000)

it('[E-33] meetings and texts do not wait for the bucket: a node is ready, and starts, without it', async () => {
  bucket.line.harm({ is: 'away' })
  expect(await demo.app.ready()).toBe(true)
  expect((await pieces()).length).toBeGreaterThan(0)
  const variables = { HUISHANG_DATA: newPlace('data'), LOG_LEVEL: 'silent', ...bucket.variables }
  const env = parseEnv({ NODE_ENV: 'test', ...variables })
  const next = await compose(env, createLog(env), createMetrics())
  expect(await next.ready()).toBe(true)
  await next.stop()
}, 120_000)
