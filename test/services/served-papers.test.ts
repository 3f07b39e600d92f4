import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { ServedHearing, must } from '../support/hearing-by-services.ts'

/** Papers of a hearing on a real database: what is pinned, who opens it, what the record of access says. */

let app: App
let close: () => Promise<void>
let play: ServedHearing
let paperId = ''
const PART = 'verification-report'
const WORDS = '经核实，情况属实。'

const open = (who: string, id = paperId) => app.services.servedPapers.open(demoActor(who), play.hearingId, id)
const opened = async (personId: string) => {
  const query = { part: 'content', personId, page: 1 } as const
  const { rows } = must(await app.services.people.audit(demoActor('auditor'), query))
  return rows.filter(({ subject }) => subject === `hearing/${play.hearingId}/papers/${paperId}`)
}

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
  play = new ServedHearing(app)
  await play.register()
  await play.order()
  await play.name()
}, 60_000)
afterAll(() => close())

test('[H-128] what is not submitted is not served, and the notice neither', async () => {
  const notice = { type: 'serve-notice', text: '通知', shortReason: '提前', startsAt: null } as const
  const papers = [{ part: PART, readers: [] }]
  expect(await play.try('secretary', { ...notice, papers })).toEqual({ refused: 'document/not-submitted' })
  expect((await play.state('secretary')).notice).toBeNull()
})

test('[H-128] a paper is the version that was submitted, whatever is written later', async () => {
  await play.open(await play.submit(PART))
  const told = must(await app.services.timeline.of(demoActor('recorder'), `hearing/${play.hearingId}`))
  const entry = told.find(({ type }) => type === 'papers/served')
  type Served = Extract<HearingHappening, { type: 'papers/served' }>['payload']
  const served = (entry?.payload as Served | undefined)?.papers[0]
  paperId = served?.paperId ?? ''
  const { versions } = must(
    await app.services.documents.versions(demoActor('secretary'), `case/${play.caseId}/${PART}`),
  )
  const [version] = versions
  expect(served).toMatchObject({
    versionId: version?.id,
    hash: version?.hash,
    paragraphs: 1,
    title: '核实报告',
  })
  must(await play.inCase({ type: 'reopen-document', part: PART, reason: '补充' }))
  await app.documents.replaceText(
    `case/${play.caseId}/${PART}`,
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '改过的' }] }] },
    'discipline2',
  )
  expect(must(await open('applicant')).content).toContain(WORDS)
})

test('[H-129] who may not open it is not told that it is there', async () => {
  for (const who of [
    'hearing-chair',
    'hearing-member1',
    'recorder',
    'investigator',
    'secretary',
    'applicant',
  ])
    expect([who, isRefusal(await open(who))]).toEqual([who, false])
  for (const who of ['third-party', 'witness'])
    expect([who, await open(who)]).toEqual([who, { refused: 'access/not-found' }])
  for (const who of ['observer1', 'discipline1', 'sysadmin'])
    expect(await open(who)).toHaveProperty('refused')
  expect(await open('applicant', 'none')).toEqual({ refused: 'access/not-found' })
  const openings = async (who: string) =>
    must(await app.services.servedPapers.openings(demoActor(who), play.hearingId)).map(
      ({ openings: all }) => all,
    )
  expect(await openings('applicant')).toEqual([[WORDS]])
  expect(await openings('third-party')).toEqual([])
})

test('[H-131] each opening is entered, a refused one is not', async () => {
  const before = (await opened('applicant')).length
  await open('applicant')
  const lines = await opened('applicant')
  expect(lines).toHaveLength(before + 1)
  expect(lines[0]?.action).toBe('version/opened')
  expect(await opened('third-party')).toEqual([])
})

test('[H-128] the list of evidence is frozen as it is served', async () => {
  const { Readable } = await import('node:stream')
  must(
    await app.services.evidence.add(demoActor('secretary'), play.caseId, play.commandId(), {
      title: '合同',
      fileName: '合同.txt',
      stream: Readable.from(['内容']),
    }),
  )
  await play.act('secretary', {
    type: 'serve-papers',
    papers: [{ part: 'evidence-list', readers: ['third-party'] }],
  })
  const [paper] =
    must(await app.services.hearings.view(demoActor('third-party'), play.hearingId, 'person')).view?.papers ??
    []
  expect(paper).toMatchObject({ part: 'evidence-list', title: '证据目录', late: true })
  const { content } = must(await open('third-party', paper?.id))
  expect(content).toContain('合同.txt')
  expect(content).not.toContain('discipline')
})

test('[H-132] a comment may cite what its author may open, by its number', async () => {
  await play.next()
  await play.next()
  const cite = (who: string, paper: string, paragraph: number) =>
    app.services.comments.execute(demoActor(who), play.hearingId, play.commandId(), {
      type: 'comment',
      ...{ text: '这一段有误', issueId: null, evidenceId: null },
      paragraph: { paper, paragraph },
    })
  expect(await cite('third-party', paperId, 1)).toEqual({ refused: 'comment/unknown-tie' })
  expect(await cite('applicant', paperId, 2)).toEqual({ refused: 'comment/unknown-tie' })
  must(await cite('applicant', paperId, 1))
})
