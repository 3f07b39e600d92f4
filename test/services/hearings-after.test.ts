import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseState } from '#domain/cases/types.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { ServedHearing, must } from '../support/hearing-by-services.ts'

/** From the order to the report in the case, and back on an agenda: through the services on a real database. */

let app: App
let close: () => Promise<void>
let play: ServedHearing
let meetingId = ''

const caseState = async (who = 'secretary'): Promise<CaseState> =>
  must(await app.services.cases.view(demoActor(who), play.caseId)).state
const access = (who: string, part: string) =>
  app.services.documents.access(demoActor(who), `hearing/${play.hearingId}/${part}`)
const told = async (who: string) =>
  must(await app.services.timeline.of(demoActor(who), `case/${play.caseId}`)).map((entry) => entry.type)

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
  play = new ServedHearing(app)
}, 60_000)
afterAll(() => close())

test('[C-70] an ordered hearing stands in the case, which waits for it', async () => {
  await play.register()
  await play.order()
  const state = await caseState()
  expect(state.stage).toBe('to-hearing')
  expect(state.hearings).toMatchObject([{ hearingId: play.hearingId, ended: false, report: null }])
  expect(await told('discipline1')).toContain('case/hearing-ordered')
  // The person concerned learns of it by the notice, not from the departments' record.
  expect(await told('applicant')).not.toContain('case/hearing-ordered')
})

test('[C-71] the case does not go back into consultation before the report', async () => {
  expect(await play.inCase({ type: 'move', to: 'in-consultation', reason: '' })).toEqual({
    refused: 'case/hearing-running',
  })
})

test('[H-70] while it is written only the recorder writes and the tribunal reads; nobody writes in the deliberation', async () => {
  await play.open()
  await play.hear()
  expect((await play.state()).phase).toBe('deliberation')
  expect(await access('recorder', 'transcript')).toBe('read')
  await play.deliberateAndClose()
  expect(await access('recorder', 'transcript')).toBe('write')
  for (const who of ['hearing-chair', 'hearing-member1']) expect(await access(who, 'transcript')).toBe('read')
  for (const who of ['applicant', 'witness', 'secretary', 'investigator', 'observer1', 'discipline1'])
    expect(await access(who, 'transcript'), who).toHaveProperty('refused')
})

test('[H-71] bringing the transcript up adds what the record has and leaves every word that was written', async () => {
  await play.write('transcript', 'recorder', '记录员手写的一段')
  expect(must(await play.bringUp('transcript', 'recorder')).added).toBeGreaterThan(8)
  const once = (await app.documents.read(`hearing/${play.hearingId}/transcript`)).content
  expect(once).toContain('记录员手写的一段')
  expect(must(await play.bringUp('transcript', 'recorder')).added).toBe(0)
  expect((await app.documents.read(`hearing/${play.hearingId}/transcript`)).content).toBe(once)
  expect(await play.bringUp('transcript', 'hearing-member1')).toEqual({ refused: 'document/read-only' })
})

test('[H-72] a transcript that lacks something of the record is not frozen; frozen, it tells its facts in words', async () => {
  const { comments } = app.services
  const late = must(await comments.view(demoActor('recorder'), play.hearingId)).comments[0]
  expect(late).toBeDefined()
  const name = `hearing/${play.hearingId}/transcript`
  const full = JSON.parse((await app.documents.read(name)).content) as { content: { type: string }[] }
  const cut = { type: 'doc', content: full.content.filter(({ type }) => type !== 'recordFact') }
  await app.documents.replaceText(name, cut, 'recorder')
  expect(await play.try('recorder', { type: 'freeze-transcript' })).toEqual({
    refused: 'hearing/transcript-behind',
  })
  must(await play.bringUp('transcript', 'recorder'))
  await play.act('recorder', { type: 'freeze-transcript' })
  const { content, frozen } = must(await play.paper('applicant', 'transcript'))
  for (const words of [
    '记录员手写的一段',
    '减免经过班子会讨论',
    '班子会为当年三月',
    '请调阅会议记录',
    '会议记录何在',
  ])
    expect(content).toContain(words)
  expect(frozen?.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('[H-73] nothing of the deliberation stands in the transcript that the others read', async () => {
  const { content } = must(await play.paper('investigator', 'transcript'))
  expect(content).not.toContain('合议秘密内容')
  expect(content).not.toContain('程序缺失')
  // What one of the readers knows masked is masked for all of them.
  expect(content).toContain('尤某')
  expect(content).not.toContain('尤静')
})

test('[H-74] frozen it is read by who signs it, a witness reads his own passages alone, an observer nothing', async () => {
  for (const who of ['applicant', 'investigator', 'third-party', 'secretary'])
    expect(await access(who, 'transcript'), who).toBe('read')
  const own = must(await play.paper('witness', 'transcript'))
  expect(own).toMatchObject({ access: null, content: null, ownPart: { passages: [{ personId: 'witness' }] } })
  expect(JSON.stringify(own)).not.toContain('减免经过班子会讨论')
  expect(await access('witness', 'transcript')).toHaveProperty('refused')
  expect(await play.paper('observer1', 'transcript')).toHaveProperty('refused')
})

test('[H-75] signing asks for the password again, counts failures like the sign-in, and takes no other way', async () => {
  const { frozen } = must(await play.paper('applicant', 'transcript'))
  const command = { type: 'sign-transcript', hash: frozen?.hash ?? '' } as const
  expect(await play.try('applicant', command)).toEqual({ refused: 'auth/password-needed' })
  expect(await play.sign('applicant', command, 'wrong')).toEqual({ refused: 'auth/wrong-credentials' })
  for (let failures = 1; failures < 5; failures += 1) await play.sign('applicant', command, 'wrong')
  expect(await play.sign('applicant', command)).toMatchObject({ refused: 'auth/locked' })
  expect((await play.state()).transcript.signatures).toEqual([])
})

test('[H-76] the report is the tribunal’s until it is signed; signed it stands in the case with the majority', async () => {
  await close()
  ;({ app, close } = await openDemoApp())
  play = new ServedHearing(app)
  await play.toSigning()
  const waits = async (who: string) =>
    (await app.services.workbench.tasks(demoActor(who))).find(({ subject }) =>
      subject.includes(play.hearingId),
    )
  expect(await waits('investigator')).toMatchObject({
    kind: 'sign-transcript',
    subject: `/hearings/${play.hearingId}/transcript`,
  })
  await play.signAll()
  expect((await waits('hearing-chair'))?.subject).toBe(`/hearings/${play.hearingId}/report`)
  expect(await access('hearing-chair', 'report')).toBe('write')
  expect(await access('hearing-member1', 'report')).toBe('read')
  for (const who of ['secretary', 'leader', 'investigator', 'applicant', 'discipline1'])
    expect(await access(who, 'report'), who).toHaveProperty('refused')
  must(await play.bringUp('report', 'hearing-chair'))
  must(await play.sign('hearing-chair', { type: 'sign-report', suggestion: '建议不予容错' }))
  for (const who of ['hearing-member1', 'secretary', 'investigator', 'discipline1', 'political2'])
    expect(await access(who, 'report'), who).toBe('read')
  for (const who of ['applicant', 'witness', 'third-party', 'observer1'])
    expect(await access(who, 'report'), who).toHaveProperty('refused')
  const { content } = must(await play.paper('investigator', 'report'))
  expect(content).toContain('不予容错2人')
  expect(content).toContain('听证建议：建议不予容错')
  // Who held what stays with the tribunal.
  expect(content).not.toMatch(/沈洁：|韩松：|卫东：/)
  expect((await caseState()).hearings).toMatchObject([
    { report: { suggestion: '建议不予容错', majority: 'not-tolerate' } },
  ])
  expect(await told('discipline1')).toContain('case/hearing-reported')
}, 40_000)

const inMeeting = async (who: string, command: MeetingCommand) =>
  must(await app.services.meetings.execute(demoActor(who), meetingId, play.commandId(), command))
const meeting = async () =>
  must(await app.services.meetings.view(demoActor('chair'), meetingId, 'person')).state

test('[C-73] heard, the case goes on an agenda again with the report among its papers', async () => {
  const secretary = demoActor('secretary')
  const waiting = await app.services.workbench.tasks(secretary)
  expect(waiting.some(({ kind, subject }) => kind === 'convene-case' && subject.includes(play.caseId))).toBe(
    true,
  )
  must(await play.inCase({ type: 'move', to: 'in-consultation', reason: '' }))
  const members = ['chair', 'discipline1', 'organization1', 'organization2', 'political1', 'political2']
  const convened = await app.services.meetings.convene(secretary, play.commandId(), {
    title: '听证后会商',
    place: '会议室',
    startsAt: new Date().toISOString(),
    grade: 'ordinary',
    chairId: 'chair',
    secretaryIds: ['secretary'],
    scrutineerIds: [],
    memberIds: members,
    attendeeIds: [],
    requiredBodyIds: [],
    caseIds: [play.caseId],
  })
  ;({ meetingId } = must(convened))
  const paper = (await meeting()).items[0]?.papers.find(({ part }) => part === 'hearing-report')
  expect(paper).toMatchObject({ document: `hearing/${play.hearingId}/report` })
  const read = must(await app.services.documents.version(demoActor('political1'), paper?.versionId ?? ''))
  expect(read.hash).toBe(paper?.hash)
  for (const who of members) await inMeeting(who, { type: 'check-in', personId: null, code: null })
  await inMeeting('chair', { type: 'open' })
  const item = (await meeting()).items[0]
  await inMeeting('chair', { type: 'open-item', itemId: item?.id ?? '', presenterId: null })
  await inMeeting('chair', { type: 'enter-phase', phase: 'questions' })
  await inMeeting('chair', { type: 'enter-phase', phase: 'statements' })
  for (const who of [...members.slice(1), 'chair'])
    await inMeeting(who, { type: 'state', stand: 'FOR', reason: '已经整改' })
  await inMeeting('chair', {
    type: 'put-question',
    ...{ subjectId: 'deng', question: '是否容错？', options: ['EXEMPT', 'NOT_TOLERATED'], method: 'named' },
  })
  const pollId = (await meeting()).items[0]?.polls[0]?.id ?? ''
  for (const who of members)
    must(
      await app.services.meetings.cast(demoActor(who), meetingId, play.commandId(), {
        pollId,
        choice: 'EXEMPT',
      }),
    )
  await inMeeting('chair', { type: 'close-ballot', pollId })
  await inMeeting('chair', { type: 'announce-result', pollId })
  await inMeeting('chair', { type: 'finish-item' })
  await inMeeting('chair', { type: 'close' })
})

test('[N-71] [N-72] against the hearing’s majority the minutes need a reason to go out and the leader’s consent to be signed', async () => {
  const { minutes } = app.services
  const { minutesId } = must(await minutes.draft(demoActor('secretary'), play.commandId(), meetingId))
  const run = (who: string, command: Parameters<typeof minutes.execute>[3]) =>
    minutes.execute(demoActor(who), minutesId, play.commandId(), command)
  const view = must(await minutes.view(demoActor('secretary'), minutesId))
  expect(view.departing).toMatchObject([{ caseId: play.caseId, majority: 'not-tolerate' }])
  must(await run('secretary', { type: 'send-to-review' }))
  expect(await run('secretary', { type: 'send-to-countersign' })).toEqual({
    refused: 'minutes/departure-reason-missing',
  })
  const reason = '听证后当事人已挽回全部损失'
  expect(await run('chair', { type: 'reason-departure', caseId: play.caseId, reason })).toHaveProperty(
    'refused',
  )
  must(await run('secretary', { type: 'reason-departure', caseId: play.caseId, reason }))
  must(await run('secretary', { type: 'send-to-countersign' }))
  for (const who of ['discipline1', 'organization1', 'political1'])
    must(await run(who, { type: 'countersign', agreed: true, reason: '' }))
  expect(await run('secretary', { type: 'send-to-sign' })).toEqual({
    refused: 'minutes/departure-consent-missing',
  })
  const consent = { type: 'consent-to-departure', caseId: play.caseId } as const
  expect(await run('secretary', consent)).toEqual({ refused: 'minutes/not-a-signatory' })
  must(await run('leader', consent))
  must(await run('secretary', { type: 'send-to-sign' }))
  must(await run('leader', { type: 'sign' }))
  const issued = must(await minutes.view(demoActor('leader'), minutesId))
  expect(issued.frozenContent).toContain(reason)
  expect((await caseState()).stage).toBe('decided')
})

test('[H-133] [H-134] after the decision the office tells what was adopted, and those who were heard read it', async () => {
  const waits = async () =>
    (await app.services.workbench.tasks(demoActor('secretary'))).filter(
      ({ kind, subject }) => kind === 'give-hearing-feedback' && subject === `/hearings/${play.hearingId}`,
    )
  expect(await waits()).toHaveLength(1)
  await play.act('secretary', { type: 'give-feedback', text: '采纳关于程序的意见' })
  expect(await waits()).toEqual([])
  for (const who of ['applicant', 'witness', 'third-party', 'hearing-chair'])
    expect([who, (await play.state(who)).feedback?.text]).toEqual([who, '采纳关于程序的意见'])
  expect(await told('secretary')).toContain('case/hearing-answered')
})
