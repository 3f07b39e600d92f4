import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { ServedHearing, must } from '../support/hearing-by-services.ts'

/** After the close chair and recorder are gone: the papers are finished by those who act for them. */

let app: App
let close: () => Promise<void>
let play: ServedHearing

const acting = (personId: string, capacity: 'chair' | 'recorder') =>
  ({ type: 'appoint-acting', capacity, personId, reason: '突发疾病住院' }) as const
const elsewhere = (role: 'secretary' | 'leader', bodyId: string): Actor => ({
  ...demoActor('organization3'),
  roles: [{ role, bodyId }],
})

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
  play = new ServedHearing(app)
  await play.register()
  await play.order()
  await play.open()
  await play.hear()
  await play.deliberateAndClose()
}, 60_000)
afterAll(() => close())

test('[H-183] a closed hearing is not there for offices that have nothing to do with it', async () => {
  const { hearings, hearingPapers, timeline, documents, exhibits, comments } = app.services
  const { hearingId } = play
  for (const stranger of [elsewhere('secretary', 'organization'), elsewhere('leader', 'district')]) {
    const gone = { refused: 'access/not-found' }
    expect(await hearings.view(stranger, hearingId, 'person')).toEqual(gone)
    expect(await hearings.view(stranger, hearingId, 'screen')).toEqual(gone)
    expect(await hearings.execute(stranger, hearingId, play.commandId(), acting('audit1', 'chair'))).toEqual(
      gone,
    )
    expect(await hearingPapers.view(stranger, hearingId, 'transcript')).toEqual(gone)
    expect(await timeline.of(stranger, `hearing/${hearingId}`)).toEqual(gone)
    expect(await documents.access(stranger, `hearing/${hearingId}/transcript`)).toEqual(gone)
    expect(await exhibits.list(stranger, hearingId)).toEqual(gone)
    expect(await comments.view(stranger, hearingId)).toEqual(gone)
    expect((await hearings.list(stranger)).map(({ id }) => id)).toEqual([])
    const ofCase = await hearings.ofCase(stranger, play.caseId)
    expect(ofCase).toEqual([])
  }
  // Those of the bodies that order, run and decide it.
  for (const reader of [
    demoActor('secretary2'),
    demoActor('leader'),
    elsewhere('leader', 'organization'),
    elsewhere('secretary', 'coordination'),
  ]) {
    must(await hearings.view(reader, hearingId, 'person'))
    expect((await hearings.list(reader)).map(({ id }) => id)).toContain(hearingId)
  }
})

test('[H-184] [H-185] the transcript that an acting recorder freezes says so, under its hash', async () => {
  await play.act('secretary', acting('hearing-member1', 'recorder'))
  expect(await play.try('recorder', { type: 'freeze-transcript' })).toEqual({
    refused: 'hearing/not-recorder',
  })
  must(await play.bringUp('transcript', 'hearing-member1'))
  await play.act('hearing-member1', { type: 'freeze-transcript' })
  const { content, frozen } = must(await play.paper('applicant', 'transcript'))
  expect(content).toMatch(/因突发疾病住院，由周敏于[^，]*指定听证员沈洁代行记录员职责（原记录员杨柳）/)
  expect(frozen?.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('[H-184] [H-185] an acting chair notes who cannot sign and signs the report, which says for whom', async () => {
  const hash = must(await play.paper('applicant', 'transcript')).frozen?.hash ?? ''
  for (const who of [
    'hearing-member1',
    'hearing-member2',
    'audit1',
    'investigator',
    'applicant',
    'third-party',
  ])
    must(await play.sign(who, { type: 'sign-transcript', hash }))
  const own = must(await play.paper('witness', 'transcript')).ownPart?.hash ?? ''
  must(await play.sign('witness', { type: 'sign-transcript', hash: own }))
  await play.act('secretary', acting('hearing-member2', 'chair'))
  const reason = '住院，不能到场'
  for (const personId of ['hearing-chair', 'recorder'])
    await play.act('hearing-member2', { type: 'note-missing-signature', personId, reason })
  const report = { type: 'sign-report', suggestion: '建议不予容错' } as const
  expect(await play.sign('hearing-chair', report)).toEqual({ refused: 'hearing/not-chair' })
  must(await play.bringUp('report', 'hearing-member2'))
  must(await play.sign('hearing-member2', report))
  const { content, view } = must(await play.paper('investigator', 'report'))
  expect(content).toContain('指定听证员韩松代行听证主持人职责（原听证主持人蒋平）')
  expect(content).toContain('指定听证员沈洁代行记录员职责（原记录员杨柳）')
  expect(view?.shared.state.report?.signedBy).toBe('hearing-member2')
})
