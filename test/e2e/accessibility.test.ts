import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser, type Person } from '../support/browser.ts'
import { scriptWeight, seriousFindings, sticksOut } from '../support/audit-page.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HearingAfterPlay } from '../support/hearing-after-play.ts'
import { HEARING, HearingPlay } from '../support/hearing-play.ts'
import { CASE, MEETING, MeetingPlay } from '../support/meeting-play.ts'

/** Every main page, in both languages, at a desk and on a small phone, as somebody who uses it. */

const DESKTOP = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 780 }
const LANGUAGES = ['zh-CN', 'en'] as const
/** First load, after gzip, where no editor is (issue 2, section 7). */
const MOST_SCRIPT_BYTES = 200_000

let server: DemoServer
let play: MeetingPlay
let hearing: HearingPlay
const browser = testBrowser(() => server.url)
const people = new Map<string, Person>()

beforeAll(async () => {
  server = await startDemo()
  play = new MeetingPlay(server.url)
  hearing = new HearingPlay(server.url)
})
afterAll(async () => {
  play.disconnect()
  hearing.disconnect()
  await server.remove()
})

async function as(userName: string): Promise<Person> {
  const person = people.get(userName) ?? (await browser.signIn(userName))
  people.set(userName, person)
  return person
}

async function speak(person: Person, language: (typeof LANGUAGES)[number]): Promise<void> {
  await person.context.request.post('/language', {
    form: { language, to: '/account' },
    headers: { origin: server.url },
    maxRedirects: 0,
  })
}

/** A list of pages and who opens each; checked one after the other, each named in what it finds. */
function checkPages(
  title: string,
  pages: () => readonly (readonly [userName: string, path: string])[],
): void {
  for (const language of LANGUAGES)
    it(`${title}, ${language}`, { timeout: 300_000 }, async () => {
      const findings: string[] = []
      for (const [userName, path] of pages()) {
        const person = await as(userName)
        await speak(person, language)
        await person.page.setViewportSize(DESKTOP)
        await person.goto(path)
        await person.page.waitForLoadState('networkidle')
        const say = (where: string) => (finding: string) => `${path} (${userName}, ${where}): ${finding}`
        expect(await person.page.getAttribute('html', 'lang'), path).toBe(language)
        findings.push(...(await seriousFindings(person.page)).map(say('desktop')))
        await person.page.setViewportSize(PHONE)
        findings.push(...(await seriousFindings(person.page)).map(say('phone')))
        findings.push(...(await sticksOut(person.page)).map(say('phone')))
      }
      expect(findings).toEqual([])
    })
}

const casePath = (tab = '') => `/cases/${CASE}${tab}`

describe('before the meeting', () => {
  for (const language of LANGUAGES)
    it(`the sign-in page, ${language}`, async () => {
      const page = await browser.stranger({ locale: language })
      await page.goto('/sign-in')
      expect(await page.getAttribute('html', 'lang')).toBe(language)
      expect(await seriousFindings(page)).toEqual([])
      await page.setViewportSize(PHONE)
      expect(await seriousFindings(page)).toEqual([])
      expect(await sticksOut(page)).toEqual([])
      await page.context().close()
    })

  checkPages('workbench, cases and dossiers', () => [
    ['secretary', '/workbench'],
    ['secretary', '/cases'],
    ['secretary', '/cases?search=没有这样的案件'],
    ['secretary', '/cases/new'],
    ['secretary', casePath()],
    ['secretary', casePath('/amend')],
    ['discipline1', casePath('/dossier/facts')],
    ['discipline1', casePath('/evidence')],
    ['discipline1', casePath('/findings')],
    ['discipline1', casePath('/opinions')],
    ['discipline1', casePath('/decisions')],
    ['discipline1', casePath('/record')],
    ['discipline1', casePath('/versions/facts')],
    ['applicant', casePath()],
    ['applicant', casePath('/dossier/applicant-statement')],
  ])

  checkPages('meetings, account and administration', () => [
    ['secretary', '/meetings'],
    ['secretary', '/meetings/new'],
    ['discipline1', `/meetings/${MEETING}`],
    ['discipline1', `/meetings/${MEETING}/check-in`],
    ['secretary', `/meetings/${MEETING}/screen`],
    ['discipline1', '/account'],
    ['sysadmin', '/administration/people'],
    ['sysadmin', '/administration/bodies'],
    ['sysadmin', '/administration/calendar'],
    ['discipline1', '/calendar?year=2026'],
    ['sysadmin', '/calendar?year=2099'],
    ['secadmin', '/administration/roles'],
    ['auditor', '/administration/audit'],
  ])

  checkPages('a hearing before it begins', () => [
    ['secretary', '/hearings'],
    ['secretary', '/hearings/new'],
    ['secretary', `/hearings/new?case=${CASE}`],
    ['secretary', `/hearings/${HEARING}/prepare`],
    ['hearing-chair', `/hearings/${HEARING}/prepare`],
    ['party', '/hearings'],
    ['party', `/hearings/${HEARING}/notice`],
    ['observer3', '/public/hearings'],
  ])

  it('pages without the editor load little script', { timeout: 180_000 }, async () => {
    const visitor = await as('secretary')
    const paths = [
      '/workbench',
      '/cases',
      casePath(),
      casePath('/evidence'),
      casePath('/findings'),
      casePath('/decisions'),
      casePath('/record'),
      '/meetings',
      '/meetings/new',
      `/meetings/${MEETING}`,
      `/meetings/${MEETING}/screen`,
      '/hearings',
      `/hearings/new?case=${CASE}`,
      `/hearings/${HEARING}/prepare`,
      `/hearings/${HEARING}/notice`,
      '/public/hearings',
    ]
    const heavy: string[] = []
    for (const path of paths) {
      const { bytes, plain } = await scriptWeight(visitor.page, path)
      expect(bytes, path).toBeGreaterThan(10_000)
      expect(plain, path).toEqual([])
      if (bytes > MOST_SCRIPT_BYTES) heavy.push(`${path}: ${bytes}`)
    }
    const stranger = await browser.stranger()
    const { bytes } = await scriptWeight(stranger, '/sign-in')
    if (bytes > MOST_SCRIPT_BYTES) heavy.push(`/sign-in: ${bytes}`)
    await stranger.context().close()
    expect(heavy).toEqual([])
  })
})

const hearingPath = (part = '') => `/hearings/${HEARING}${part}`

describe('a hearing', () => {
  checkPages('its lobby', () => [
    ['hearing-chair', hearingPath()],
    ['party', hearingPath()],
    ['secretary', hearingPath('/screen')],
  ])

  describe('in the questions', () => {
    beforeAll(async () => {
      await hearing.comeIn()
      await hearing.open()
      await hearing.goTo('questions')
      await hearing.fill('party', 'representative')
    })
    checkPages('the room', () => [
      ['hearing-chair', hearingPath()],
      ['recorder', hearingPath()],
      ['party', hearingPath()],
      ['witness', hearingPath()],
      ['observer1', hearingPath()],
      ['secretary', hearingPath('/screen')],
    ])
  })

  describe('in the deliberation', () => {
    beforeAll(async () => {
      await hearing.goTo('deliberation')
    })
    checkPages('the closed room', () => [
      ['hearing-member1', hearingPath()],
      ['party', hearingPath()],
    ])
  })

  describe('after the closing', () => {
    const after = () => new HearingAfterPlay(server.url, hearing)
    beforeAll(async () => {
      await hearing.goTo('signing')
      await after().bringUp('recorder', 'transcript')
      await after().bringUp('hearing-chair', 'report')
    })
    checkPages('transcript and report as they are written', () => [
      ['party', hearingPath()],
      ['recorder', hearingPath('/transcript')],
      ['hearing-chair', hearingPath('/report')],
    ])

    describe('when the transcript is frozen', () => {
      beforeAll(async () => {
        await after().freeze()
        await after().sign('investigator')
      })
      checkPages('transcript for signing', () => [
        ['hearing-chair', hearingPath('/transcript')],
        ['party', hearingPath('/transcript')],
        ['witness', hearingPath('/transcript')],
        ['party', hearingPath('/transcript/print')],
      ])
    })
  })
})

describe('in the room', () => {
  beforeAll(async () => {
    await play.submitOpinions()
    await play.open()
    await play.state('chair')
  })
  checkPages('statements', () => [
    ['chair', `/meetings/${MEETING}`],
    ['organization1', `/meetings/${MEETING}`],
    ['secretary', `/meetings/${MEETING}`],
    ['organization1', casePath('/opinions')],
  ])

  describe('while a ballot is open', () => {
    beforeAll(async () => {
      await play.act('chair', { type: 'state', stand: 'FOR', reason: '同意大家的意见' })
      const { id } = await play.put('deng', 'secret')
      await play.cast(id, ['discipline1', 'discipline2', 'political2', 'political3'])
    })
    checkPages('the ballot', () => [
      ['chair', `/meetings/${MEETING}`],
      ['organization1', `/meetings/${MEETING}`],
      ['discipline1', `/meetings/${MEETING}`],
      ['audit1', `/meetings/${MEETING}`],
      ['secretary', `/meetings/${MEETING}/screen`],
    ])
  })
})

describe('after the ballot', () => {
  let minutes = ''
  beforeAll(async () => {
    const open = await play.poll()
    await play.cast(open.id, ['chair', 'organization1', 'organization2', 'organization3', 'political1'])
    await play.announce(open)
    const named = await play.put('li', 'named')
    await play.cast(named.id)
    await play.announce(named)
  })
  checkPages('results', () => [
    ['discipline1', `/meetings/${MEETING}`],
    ['secretary', `/meetings/${MEETING}/screen`],
  ])

  describe('when the meeting is over', () => {
    beforeAll(async () => {
      await play.close()
      minutes = await play.draftMinutes()
      await play.fillDetails(minutes)
    })
    checkPages('minutes as they are written', () => [
      ['secretary', `/minutes/${minutes}`],
      ['secretary', `/meetings/${MEETING}`],
      ['discipline1', `/meetings/${MEETING}/record`],
    ])
  })

  describe('when the minutes are issued', () => {
    beforeAll(() => play.issue(minutes))
    checkPages('the decision', () => [
      ['leader', `/minutes/${minutes}`],
      ['leader', `/minutes/${minutes}/print`],
      ['organization1', casePath('/decisions')],
      ['organization1', casePath()],
      ['applicant', casePath('/decisions')],
      ['organization1', '/workbench'],
    ])
    it('nothing went wrong on the server', () => {
      expect(server.errors()).toEqual([])
    })
  })
})
