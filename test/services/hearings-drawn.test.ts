import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { evidenceFile } from '#server/backup/examine.ts'
import { fileNamedIn } from '#server/services/evidence.ts'
import { openDatabase, type Database } from '#server/store/client.ts'
import { evidenceNames } from '#server/store/evidence-names.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { ServedHearing, must } from '../support/hearing-by-services.ts'

/** One white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
)
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
/** Another picture for each: the store keeps a content once. */
const drawnBy = (who: string) => Buffer.concat([PNG, Buffer.from(who)])

let demo: Awaited<ReturnType<typeof openDemoApp>>
let database: Database
let play: ServedHearing

beforeAll(async () => {
  demo = await openDemoApp()
  database = await openDatabase(demo.env.database)
  play = new ServedHearing(demo.app)
  await play.toSigning()
}, 60_000)
afterAll(async () => {
  await database.close()
  await demo.close()
})

async function sign(who: string, picture: Buffer, password: string = DEMO_PASSWORD) {
  const read = must(await play.paper(who, 'transcript'))
  const hash = read.ownPart?.hash ?? read.frozen?.hash ?? ''
  return demo.app.services.hearings.sign(
    demoActor(who),
    play.hearingId,
    play.commandId(),
    { type: 'sign-transcript', hash },
    { password, address: '127.0.0.1' },
    picture,
  )
}
const picture = (who: string, of: string) =>
  demo.app.services.hearings.drawnSignature(demoActor(who), play.hearingId, sha256Of(drawnBy(of)))

test('[H-188] is a picture of bounded size, by content, and nothing is kept before the password is right', async () => {
  expect(await sign('applicant', drawnBy('applicant'), 'wrong')).toEqual({
    refused: 'auth/wrong-credentials',
  })
  expect(existsSync(evidenceFile(demo.directory, sha256Of(drawnBy('applicant'))))).toBe(false)
  expect(await sign('applicant', Buffer.from('<svg onload="alert(1)"/>'))).toEqual({
    refused: 'evidence/type-not-allowed',
  })
  expect(await sign('applicant', Buffer.from('%PDF-1.7\n%âãÏÓ\n'))).toEqual({
    refused: 'evidence/type-not-allowed',
  })
  expect(await sign('applicant', Buffer.concat([PNG, Buffer.alloc(65_536)]))).toEqual({
    refused: 'input/too-large',
  })
  expect((await play.state()).transcript.signatures).toEqual([])
})

test('[H-188] its hash stands in the entry, and the sweep and backups know the file', async () => {
  must(await sign('applicant', drawnBy('applicant')))
  const sha256 = sha256Of(drawnBy('applicant'))
  const drawn = { sha256, bytes: drawnBy('applicant').length }
  expect((await play.state()).transcript.signatures).toMatchObject([{ personId: 'applicant', drawn }])
  const [entry] = await database.client.recordEntry.findMany({ where: { type: 'transcript/signed' } })
  expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ drawn })
  expect([...(await evidenceNames(database))]).toContain(sha256)
  expect(existsSync(evidenceFile(demo.directory, sha256))).toBe(true)
})

test('[H-188] is shown to who is shown the signature by name, and to nobody else', async () => {
  must(await sign('witness', drawnBy('witness')))
  const who = ['recorder', 'investigator', 'applicant', 'third-party', 'witness', 'observer1', 'discipline1']
  const sees = async (of: string) => {
    const seen = await Promise.all(who.map(async (one) => [one, await picture(one, of)] as const))
    return seen.filter(([, answer]) => !isRefusal(answer)).map(([one]) => one)
  }
  expect(await sees('applicant')).toEqual(['recorder', 'investigator', 'applicant', 'third-party'])
  // A hand tells a name: the sides are not told who the witness is.
  expect(await sees('witness')).toEqual(['recorder', 'investigator', 'witness'])
  expect(await picture('applicant', 'witness')).toEqual({ refused: 'access/not-found' })
  const opened = must(await picture('recorder', 'applicant'))
  expect(opened.mediaType).toBe('image/png')
  expect(await text(must(await opened.read()))).toContain('applicant')
})

test('[H-188] who signs by password alone has signed as well', async () => {
  expect(fileNamedIn('{"hash":"ab"}')).toBeNull()
  expect(fileNamedIn(`{"hash":"ab","drawn":{"sha256":"${'a'.repeat(64)}","bytes":3}}`)).toEqual({
    ...{ sha256: 'a'.repeat(64), bytes: 3 },
  })
  expect(() => fileNamedIn('{"id":"x"}')).toThrow()
  const { frozen } = must(await play.paper('investigator', 'transcript'))
  must(await play.sign('investigator', { type: 'sign-transcript', hash: frozen?.hash ?? '' }))
  const { signatures } = (await play.state()).transcript
  expect(signatures.find(({ personId }) => personId === 'investigator')).toMatchObject({
    signed: true,
    drawn: null,
  })
})
