import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { scriptWeight, seriousFindings, sticksOut } from '../support/audit-page.ts'
import { LANGUAGES, pagesChecked, PHONE } from '../support/checked-pages.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HearingAfterPlay } from '../support/hearing-after-play.ts'
import { HEARING, HearingPlay } from '../support/hearing-play.ts'
import { CASE, MEETING, MeetingPlay } from '../support/meeting-play.ts'

/** Every main page, in both languages, at a desk and on a small phone, as somebody who uses it. */

/** First load, after gzip, where no editor is (issue 2, section 7). */
const MOST_SCRIPT_BYTES = 200_000

let server: DemoServer
let play: MeetingPlay
let hearing: HearingPlay
const browser = testBrowser(() => server.url)
const { as, checkPages } = pagesChecked(browser, () => server.url)

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
