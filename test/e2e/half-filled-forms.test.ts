import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HEARING, HearingPlay } from '../support/hearing-play.ts'
import { choose, press, sees, type, unfold } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const CASE = '/cases/case-land-policy'
const CRITERION = '看问题性质'
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const said = (page: Page, name: string) => field(page, name).inputValue()

async function addCondition(page: Page, words: string): Promise<void> {
  await press(page, '添加条件')
  await field(page, '条件内容').fill(words)
  await press(dialog(page, '添加条件'), '添加条件')
  await page.getByRole('cell', { name: words, exact: true }).waitFor()
}

it('[D-156] a condition changed by a colleague is not set back by who changes its words, and his act closes nobody’s form', async () => {
  const { page: wang } = await browser.signIn('discipline1')
  const { page: sun } = await browser.signIn('organization1')
  for (const page of [wang, sun]) {
    await page.goto(`${CASE}/findings`)
    await page.getByRole('button', { name: '添加条件' }).waitFor()
  }
  await press(sun, '添加条件')
  await field(sun, '条件内容').fill('另一条写到一半')
  await addCondition(wang, '经集体研究')
  expect(await said(sun, '条件内容')).toBe('另一条写到一半')
  await press(dialog(sun, '添加条件'), '添加条件')
  await wang.getByRole('cell', { name: '另一条写到一半', exact: true }).waitFor()

  const row = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words })
  await press(wang, '修改：经集体研究')
  await wang.getByRole('radio', { name: '具备', exact: true }).check()
  await press(dialog(wang, '修改：经集体研究'), '修改')
  await row(sun, '经集体研究').getByText('具备').waitFor()
  await press(sun, '修改：经集体研究')
  expect(await sun.getByRole('radio', { name: '具备', exact: true }).isChecked()).toBe(true)
  await field(sun, '条件内容').fill('经集体研究决定')
  await press(dialog(sun, '修改：经集体研究'), '修改')
  await row(wang, '经集体研究决定').getByText('具备').waitFor()
  expect(await wang.getByText('不具备').count()).toBe(0)
})

it('[D-161] a button that was pressed by a key has the focus again once its work is done, unless its owner has gone on', async () => {
  const { page } = await browser.signIn('secretary')
  await page.goto('/meetings/new')
  await page.route(/case-search/, async (route) => {
    await page.waitForTimeout(300)
    await route.continue()
  })
  const find = page.getByRole('button', { name: '查找', exact: true })
  const on = () => page.evaluate(() => document.activeElement?.textContent)
  const work = async (meanwhile?: () => Promise<void>) => {
    const answered = page.waitForResponse(/case-search/)
    await find.press('Enter')
    await page.waitForFunction(() => document.activeElement === document.body)
    await meanwhile?.()
    await answered
  }
  await work()
  await expect.poll(on).toBe('查找')
  await work(() => page.keyboard.press('Shift+Tab'))
  await expect.poll(() => find.isEnabled()).toBe(true)
  expect(await on()).not.toBe('查找')
  await work(() => page.mouse.click(4, 400))
  await expect.poll(() => find.isEnabled()).toBe(true)
  expect(await on()).not.toBe('查找')
})

it('[D-156] [D-157] a finding is changed from what stands, its reason outlives a reload and is gone once it is recorded', async () => {
  const { page } = await browser.signIn('discipline1')
  const [write, edit] = [`填写研判：${CRITERION}`, `修改研判：${CRITERION}`]
  const open = async (name: string) => {
    await page.getByRole('button', { name }).click()
    await field(page, '理由').waitFor()
  }
  await page.goto(`${CASE}/findings`)
  await open(write)
  await field(page, '理由').fill('属于探索')
  await page.reload()
  await open(write)
  expect(await said(page, '理由')).toBe('属于探索')
  await page.getByRole('radio', { name: '可容' }).check()
  await press(dialog(page, write), '填写研判')
  await dialog(page, write).waitFor({ state: 'hidden' })
  // It stands, so changing it begins with its words.
  await open(edit)
  expect(await said(page, '理由')).toBe('属于探索')
  await page.keyboard.press('Escape')
  await page.goto(`${CASE}/findings`)
  await open(`填写研判：看工作依据`)
  expect(await said(page, '理由')).toBe('')
})

it('[D-156] who fills in a finding is told that a colleague has just recorded it, and keeps his own words', async () => {
  const { page: wang } = await browser.signIn('discipline1')
  const { page: li } = await browser.signIn('discipline2')
  const write = '填写研判：看主观动机'
  for (const [page, words] of [
    [wang, '未谋私利'],
    [li, '出于发展需要'],
  ] as const) {
    await page.goto(`${CASE}/findings`)
    await press(page, write)
    await field(page, '理由').fill(words)
    await page.getByRole('radio', { name: '可容' }).check()
  }
  await press(dialog(li, write), '填写研判')
  await dialog(li, write).waitFor({ state: 'hidden' })
  const told = wang.getByRole('dialog').getByRole('alert')
  await told.getByText(/刚刚保存了本部门对该项的研判.*出于发展需要/).waitFor()
  expect(await said(wang, '理由')).toBe('未谋私利')
  // Nobody is told of what he did himself.
  expect(await li.getByText(/刚刚保存了/).count()).toBe(0)
})

it('[D-156] the register of a piece is changed by two people, each a field, and keeps both', async () => {
  const { page: zhou } = await browser.signIn('secretary')
  const { page: other } = await browser.signIn('secretary2')
  const edit = /^修改登记/
  const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name })
  for (const page of [zhou, other]) {
    await page.goto(`${CASE}/evidence`)
    await page.getByRole('button', { name: edit }).first().click()
    await inDialog(page, '拟证明事实').waitFor()
  }
  await inDialog(other, '拟证明事实').fill('会议集体研究')
  const send = async (page: Page, reason: string) => {
    await inDialog(page, '修改理由').fill(reason)
    await press(page.getByRole('dialog'), '修改登记')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await inDialog(zhou, '来源').fill('区政府办公室调取')
  await send(zhou, '补来源')
  expect(await inDialog(other, '拟证明事实').inputValue()).toBe('会议集体研究')
  await expect.poll(() => inDialog(other, '来源').inputValue()).toBe('区政府办公室调取')
  await send(other, '补事实')
  const row = zhou.getByRole('row').filter({ hasText: '修改记录（2）' })
  await row.getByText('会议集体研究').first().waitFor()
  await row.getByText('区政府办公室调取').first().waitFor()
})

it('[D-157] the note of a mark outlives a reload with its moment, and is gone once it was given up', async () => {
  const { page } = await browser.signIn('secretary')
  await page.goto(`${CASE}/evidence`)
  await page.getByRole('link', { name: /^打开：区政府专题会议纪要/ }).click()
  const frame = async () => {
    await page.getByRole('button', { name: '框选并标记' }).click()
    await page.getByRole('button', { name: '标记框选处' }).click()
    await field(page, '标记说明').waitFor()
  }
  await frame()
  await field(page, '标记说明').fill('与台账不符')
  await page.reload()
  await frame()
  expect(await said(page, '标记说明')).toBe('与台账不符')
  await press(page, '取消')
  await frame()
  expect(await said(page, '标记说明')).toBe('')
})

it('[H-194] a passage outlives a reload and a break in the hearing, with whose words it is; a question waits for its phase', async () => {
  const play = new HearingPlay(server.url)
  await play.comeIn()
  await play.open()
  await play.goTo('questions')
  const { page: recorder } = await browser.signIn('recorder')
  const { page: party } = await browser.signIn('party')
  for (const page of [recorder, party]) await page.goto(`/hearings/${HEARING}`)
  await field(recorder, '发言内容').waitFor()
  const people = recorder.getByRole('combobox', { name: '发言人' })
  const named = () => people.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label ?? '')
  const chair = (await people.locator('option').allTextContents()).find((one) => one.includes('主持人')) ?? ''
  await choose(recorder, '发言人', chair)
  await field(recorder, '发言内容').click()
  await type(recorder, '请双方围绕会议记录发问。')
  await recorder.reload()
  await expect.poll(() => said(recorder, '发言内容')).toBe('请双方围绕会议记录发问。')
  expect(await named()).toBe(chair)
  const ask = await unfold(party, '向一人提问')
  await ask.getByRole('textbox', { name: '问题' }).fill('当时谁主持会议？')

  await play.act('hearing-chair', { type: 'suspend', ground: 'other', reason: '休息', resumeOn: null })
  await field(recorder, '发言内容').waitFor({ state: 'hidden' })
  await field(party, '问题').waitFor({ state: 'hidden' })
  await play.act('hearing-chair', { type: 'resume' })
  await expect.poll(() => said(recorder, '发言内容')).toBe('请双方围绕会议记录发问。')
  expect(await named()).toBe(chair)
  await unfold(party, '向一人提问')
  await expect.poll(() => said(party, '问题')).toBe('当时谁主持会议？')

  // Sent, nothing is left of it.
  await press(recorder, '记入笔录')
  await expect.poll(() => said(recorder, '发言内容')).toBe('')
  await recorder.reload()
  await sees(recorder, '请双方围绕会议记录发问。')
  expect(await said(recorder, '发言内容')).toBe('')
  play.disconnect()
})
