import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { CaseView } from '#server/services/cases.ts'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { testBrowser, type Person } from '../support/browser.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HEARING, HearingPlay } from '../support/hearing-play.ts'
import { newCommandId } from '../support/member-socket.ts'
import { press, sees, unfold } from '../support/story-steps.ts'

/** Evidence on stage: one presents, two look, one is in the hall, and the projector. */

const MINUTES = '区政府专题会议纪要（演示）'
const PLAN = '拟供地块位置示意图（演示）'
const ROOM = `/hearings/${HEARING}`

let server: DemoServer
let play: HearingPlay
const browser = testBrowser(() => server.url)
let presenter: Person
let party: Person
let third: Person
let hall: Person
let projector: Person

beforeAll(async () => {
  server = await startDemo()
  play = new HearingPlay(server.url)
  await play.comeIn()
  await play.open()
  await play.goTo('investigation')
  await play.speak('investigator')
  const come = async (who: string, path = ROOM) => {
    const person = await browser.signIn(who)
    await person.goto(path)
    return person
  }
  presenter = await come('investigator')
  party = await come('party')
  third = await come('third-party')
  hall = await come('observer1')
  projector = await come('recorder', `${ROOM}/screen`)
})
afterAll(async () => {
  play.disconnect()
  await server.remove()
})

const drawn = (page: Page, number: number) => page.locator(`canvas[data-page="${number}"]`).waitFor()
const sheet = (page: Page) => page.getByRole('group', { name: /，第 \d+ 页$/ })
/** Not under the head of the page. */
const inSight = (page: Page) => sheet(page).evaluate((frame) => frame.scrollIntoView({ block: 'center' }))
const zoneOf = (page: Page) =>
  page.getByTestId('zone').evaluate((zone) => (zone as HTMLElement).style.cssText)
const pointerOf = async (page: Page) => {
  const box = await page.getByTestId('pointer').boundingBox()
  const under = await page.locator('canvas[data-page]').boundingBox()
  if (!box || !under) throw new Error('no pointer on a page')
  return {
    x: Math.round((100 * (box.x + box.width / 2 - under.x)) / under.width),
    y: Math.round((100 * (box.y + box.height / 2 - under.y)) / under.height),
  }
}
const textOfFrames = (person: Person) => person.frames.map(({ text }) => text).join('\n')

describe('a PDF on stage', () => {
  it('[H-140] is shown to who reads the papers; the hall and the projector learn only that something is', async () => {
    const stage = await unfold(presenter.page, '选择要出示的证据')
    await stage.getByLabel('证据', { exact: true }).selectOption({ label: MINUTES })
    await press(stage, '出示')
    for (const { page } of [presenter, party, third]) {
      await drawn(page, 1)
      await sees(page, '第 1 页，共 3 页')
    }
    // Its Chinese words are there for who cannot see the picture.
    await party.page.getByText('关于某地块供应有关问题的会议纪要').waitFor({ state: 'attached' })
    await sees(hall.page, /朱峰正在出示证据/)
    await sees(projector.page, '正在出示证据')
    const { exhibits } = (await (await presenter.context.request.get(`${ROOM}/exhibits`)).json()) as {
      exhibits: { id: string }[]
    }
    for (const person of [hall, projector])
      for (const secret of [MINUTES, exhibits[0]?.id ?? '', 'stage/pointer'])
        expect([person.userName, textOfFrames(person).includes(secret)]).toEqual([person.userName, false])
    for (const path of ['', '/view?page=1']) {
      const answer = await hall.context.request.get(`${ROOM}/exhibits/${exhibits[0]?.id}${path}`)
      expect([path, answer.status()]).toEqual([path, 403])
    }
    expect(await (await hall.context.request.get(`${ROOM}/exhibits`)).json()).toEqual({ exhibits: [] })
    expect(await hall.page.content()).not.toContain(MINUTES)
  })

  it('whoever looks sees his name, his unit and the time over it', async () => {
    const mark = (page: Page) =>
      page
        .getByTestId('watermark')
        .evaluate((over) => decodeURIComponent((over as HTMLElement).style.backgroundImage))
    await expect.poll(() => mark(party.page)).toMatch(/>金阳 某区政府<.*>2026年[^<]+</)
    await expect.poll(() => mark(third.page)).toMatch(/>秦岚 /)
  })

  it('is followed page by page, and a frame drawn by mouse stands where it was drawn', async () => {
    await press(presenter.page, '下一页')
    for (const { page } of [party, third]) await drawn(page, 2)
    await press(presenter.page, '框选位置')
    await inSight(presenter.page)
    const canvas = presenter.page.locator('canvas[data-page="2"]')
    const box = await canvas.boundingBox()
    const frame = await sheet(presenter.page).boundingBox()
    if (!box || !frame) throw new Error('no page')
    // Within what is in sight of the sheet.
    const top = Math.max(box.y, frame.y, 180)
    await presenter.page.mouse.move(box.x + box.width * 0.2, top + 60)
    await presenter.page.mouse.down()
    await presenter.page.mouse.move(box.x + box.width * 0.5, top + 200, { steps: 4 })
    await presenter.page.mouse.move(box.x + box.width * 0.7, top + 260, { steps: 4 })
    await presenter.page.mouse.up()
    await press(presenter.page, '出示框选位置')
    for (const { page } of [party, third]) await page.getByTestId('zone').waitFor()
    const zone = await zoneOf(party.page)
    expect(zone).toMatch(/^left: (19\.\d|20(\.\d)?)%;.* width: (49\.\d|50(\.\d)?)%;/)
    await expect.poll(() => zoneOf(third.page)).toBe(zone)
  })

  it('[H-145] the presenter’s pointer is seen where it is, by nobody in the hall', async () => {
    await inSight(presenter.page)
    const canvas = presenter.page.locator('canvas[data-page="2"]')
    const box = await canvas.boundingBox()
    const frame = await sheet(presenter.page).boundingBox()
    if (!box || !frame) throw new Error('no page')
    const spot = { x: box.x + box.width * 0.4, y: Math.max(box.y, frame.y, 180) + 150 }
    await presenter.page.mouse.move(spot.x - 20, spot.y)
    await presenter.page.mouse.move(spot.x, spot.y)
    const here = { x: 40, y: Math.round((100 * (spot.y - box.y)) / box.height) }
    for (const { page } of [party, third]) {
      await page.getByTestId('pointer').waitFor()
      await expect
        .poll(async () => Math.abs((await pointerOf(page)).x - here.x), { timeout: 5_000 })
        .toBeLessThan(2)
      expect(Math.abs((await pointerOf(page)).y - here.y)).toBeLessThan(2)
    }
    for (const person of [hall, projector]) expect(textOfFrames(person)).not.toContain('stage/pointer')
    await presenter.page.mouse.move(5, 5)
    for (const { page } of [party, third]) await page.getByTestId('pointer').waitFor({ state: 'detached' })
  })

  it('by oneself one turns the pages alone, is told of the stage’s, and comes back to it', async () => {
    await press(party.page, '自行翻阅')
    await press(party.page, '下一页')
    await drawn(party.page, 3)
    expect(await third.page.locator('canvas[data-page="2"]').count()).toBe(1)
    await press(presenter.page, '上一页')
    await drawn(third.page, 1)
    await party.page.getByRole('status').getByText('朱峰出示第 1 页。').waitFor({ state: 'attached' })
    await sees(party.page, `正在出示：${MINUTES}，第 1 页`)
    expect(await party.page.locator('canvas[data-page="3"]').count()).toBe(1)
    await press(party.page, '回到展示')
    await drawn(party.page, 1)
  })

  it('[H-148] everything goes by keys alone: pages, a frame, the pointer, zoom', async () => {
    const { page } = presenter
    await sheet(page).focus()
    await page.keyboard.press('PageDown')
    await drawn(third.page, 2)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await third.page.getByTestId('pointer').waitFor()
    await expect.poll(() => pointerOf(third.page), { timeout: 5_000 }).toEqual({ x: 52, y: 52 })
    await page.keyboard.press('Escape')
    await third.page.getByTestId('pointer').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '框选位置' }).focus()
    await page.keyboard.press('Enter')
    for (const key of ['ArrowUp', 'ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowDown'])
      await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await third.page.getByTestId('zone').waitFor()
    await expect.poll(() => zoneOf(third.page)).toBe('left: 25%; top: 21%; width: 48%; height: 52%;')
    const before = await page.locator('canvas[data-page]').boundingBox()
    await sheet(page).focus()
    await page.keyboard.press('+')
    await expect
      .poll(async () => (await page.locator('canvas[data-page]').boundingBox())?.width ?? 0, {
        timeout: 5_000,
      })
      .toBeGreaterThan((before?.width ?? 0) * 1.4)
    await page.keyboard.press('-')
  })
})

describe('opened to the hall', () => {
  it('[H-140] it stands on the projector with phase, speaker and time, and before the observers', async () => {
    const chair = await browser.signIn('hearing-chair')
    await chair.goto(ROOM)
    await press(chair.page, '向旁听席和大屏幕展示')
    await drawn(projector.page, 2)
    await drawn(hall.page, 2)
    await sees(projector.page, '承办人员陈述')
    await sees(projector.page, '朱峰')
    await projector.page.getByRole('timer').waitFor()
    // What is pointed at fills the screen.
    const zone = await projector.page.getByTestId('zone').boundingBox()
    const place = await projector.page.getByTestId('big-exhibit').boundingBox()
    expect(
      Math.max((zone?.width ?? 0) / (place?.width ?? 1), (zone?.height ?? 0) / (place?.height ?? 1)),
    ).toBeGreaterThan(0.8)
    // It is still the investigator's.
    await sheet(presenter.page).focus()
    await presenter.page.keyboard.press('ArrowLeft')
    await projector.page.getByTestId('pointer').waitFor()
    await press(chair.page, '不再向旁听席和大屏幕展示')
    await sees(hall.page, /您不能查看这份材料/)
    await sees(projector.page, '正在出示证据')
    await chair.context.close()
  })

  it('[Q-41] the projector shows admitted comments and none that waits, though the recorder opened it', async () => {
    const say = (text: string) =>
      play.comment('public-seat', { type: 'comment', text, issueId: null, evidenceId: null, paragraph: null })
    const [shown, waiting] = ['土地价款是否足额收缴？', '这一条还没有采纳']
    await say(shown)
    await say(waiting)
    const desk = await play.as('recorder')
    const told = await desk.must<{ put: { id: string; text: string }[] }>('comments/join', {
      hearingId: HEARING,
      after: 0,
    })
    const commentId = told.put.find(({ text }) => text === shown)?.id ?? ''
    await play.comment('recorder', { type: 'admit', commentId })
    await sees(projector.page, shown)
    // As a seat of the public its author is not named there.
    await sees(projector.page, /公众代表 潘某/)
    expect(textOfFrames(projector)).not.toContain(waiting)
  })
})

it('a picture on stage is seen by those who follow, and turned by each for himself', async () => {
  const stage = await unfold(presenter.page, '选择要出示的证据')
  await stage.getByLabel('证据', { exact: true }).selectOption({ label: PLAN })
  await press(stage, '出示')
  const picture = party.page.getByRole('img', { name: PLAN })
  await picture.waitFor()
  const isWide = async () => {
    const box = await picture.boundingBox()
    return box !== null && box.width > box.height
  }
  await expect.poll(isWide, { timeout: 5_000 }).toBe(true)
  await press(party.page, '旋转')
  await expect.poll(isWide, { timeout: 5_000 }).toBe(false)
})

it('a Chinese PDF without its fonts is drawn with the character maps of this product and asks nobody else', async () => {
  const title = '没有嵌入字体的材料'
  await play.addEvidence(title, chinesePdf('柒佰叁拾亩'), 'application/pdf')
  const asked: string[] = []
  presenter.context.on('request', (request) => asked.push(request.url()))
  await presenter.page.reload()
  const stage = await unfold(presenter.page, '选择要出示的证据')
  await stage.getByLabel('证据', { exact: true }).selectOption({ label: title })
  await press(stage, '出示')
  await presenter.page.getByRole('img', { name: `${title}，第 1 页` }).waitFor()
  await drawn(presenter.page, 1)
  await presenter.page.getByText('柒佰叁拾亩').waitFor({ state: 'attached' })
  expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:'))).toEqual([])
  // Something dark stands where the letters are.
  const ink = await presenter.page.locator('canvas[data-page="1"]').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement
    const drawing = (canvas as HTMLCanvasElement).getContext('2d')
    const { data } = drawing?.getImageData(0, 0, width, height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark++
    return dark
  })
  expect(ink).toBeGreaterThan(200)
})

it('[E-47] the chair shows the frame of a mark by its number; the party follows, and nobody there is told the note', async () => {
  const note = '疑为会后补签'
  const zone = { x: 200, y: 100, width: 400, height: 120 }
  const office = await play.as('secretary')
  const stream = 'case/case-land-policy'
  const { view } = await office.must<{ view: CaseView }>('room/join', { stream, audience: 'person' })
  const evidenceId = view.state.evidence.find(({ title }) => title === MINUTES)?.id
  const place = { kind: 'zone', page: 3, zone }
  const command = { type: 'mark-evidence', evidenceId, place, note }
  await office.must('room/command', { stream, commandId: newCommandId(), command })
  const chair = await browser.signIn('hearing-chair')
  await chair.goto(ROOM)
  // By then the page is awake: what unfolds before is empty.
  await drawn(chair.page, 1)
  const stage = await unfold(chair.page, '选择要出示的证据')
  await stage.getByLabel('证据', { exact: true }).selectOption({ label: MINUTES })
  await stage.getByLabel(/^标记/).selectOption({ label: '标记1，第 3 页，左起 20%、上起 10%' })
  expect(await stage.getByLabel('页码').count()).toBe(0)
  await press(stage, '出示')
  for (const { page } of [party, third]) {
    await drawn(page, 3)
    await expect.poll(() => zoneOf(page)).toBe('left: 20%; top: 10%; width: 40%; height: 12%;')
  }
  // Who does not conduct it is given no frame to choose, and the note goes to nobody.
  const offered = async ({ context }: Person) => (await context.request.get(`${ROOM}/exhibits`)).text()
  expect(await offered(chair)).toContain('frames')
  for (const person of [party, third, hall, projector]) expect(await offered(person)).not.toContain(note)
  for (const person of [party, third, hall]) expect(await offered(person)).not.toContain('frames')
  for (const person of [chair, party, third, hall, projector]) {
    expect(textOfFrames(person)).not.toContain(note)
    expect(await person.page.content()).not.toContain(note)
  }
  await chair.context.close()
})

it('[H-144] the transcript tells what was shown, and its reader opens it at that page', async () => {
  const recorder = await browser.signIn('recorder')
  await recorder.goto(`${ROOM}/transcript`)
  await recorder.page.getByText(`《${MINUTES}》`).first().waitFor()
  await recorder.page
    .getByText(/案件承办人员朱峰出示证据/)
    .first()
    .waitFor()
  const [opened] = await Promise.all([
    recorder.context.waitForEvent('page'),
    recorder.page.getByRole('link', { name: '查看第 2 页' }).first().click(),
  ])
  await drawn(opened, 2)
  await opened.getByTestId('watermark').waitFor()
  expect([...(await seriousFindings(opened)), ...(await sticksOut(opened))]).toEqual([])
  await recorder.context.close()
})

it('the stage has no serious finding of axe and fits a small phone', { timeout: 120_000 }, async () => {
  const findings: string[] = []
  for (const { page, userName } of [presenter, party])
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 })
      const found = [...(await seriousFindings(page)), ...(await sticksOut(page))]
      findings.push(...found.map((finding) => `${userName} ${width}: ${finding}`))
    }
  expect(findings).toEqual([])
})

it('[H-142] by a raw socket nobody puts on stage, and so opens to himself, what he may not open', async () => {
  const title = '从未出示的材料'
  await play.addEvidence(title)
  const listed = (await (await presenter.context.request.get(`${ROOM}/exhibits`)).json()) as {
    exhibits: { id: string; title: string }[]
  }
  const evidenceId = listed.exhibits.find((piece) => piece.title === title)?.id ?? ''
  await play.goTo('defence')
  await play.speak('party')
  const socket = await play.as('party')
  const told = await socket.ask('room/command', {
    stream: `hearing/${HEARING}`,
    commandId: newCommandId(),
    command: { type: 'stage-evidence', evidenceId, page: 1, zone: null },
  })
  expect(told).toMatchObject({ ok: false, refusal: { refused: 'evidence/unknown' } })
  expect((await play.state()).staged).toBeNull()
  expect((await party.context.request.get(`${ROOM}/exhibits/${evidenceId}`)).status()).toBe(403)
  expect(textOfFrames(party)).not.toContain(evidenceId)
})
