import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFindings } from '../support/audit-page.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { composing } from '../support/input-method.ts'
import { choose, goToEnd, isSaved, press, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const CASE = '/cases/case-land-policy'
const TEXT = '案件事实正文'
const PIECE = /^证据\d+《区政府专题会议纪要（演示）》第2页$/
const CRITERION = '推动发展与谋取私利'

const open = async (page: Page) => {
  await page.goto(`${CASE}/dossier/facts`)
  await page.getByRole('textbox', { name: TEXT }).waitFor()
  await page.getByRole('button', { name: '插入', exact: true }).waitFor()
}
const newLine = async (page: Page) => {
  await goToEnd(page, TEXT)
  await page.keyboard.press('Enter')
}
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const byTool = async (page: Page, kind: string) => {
  await press(page, '插入')
  await page.getByRole('menuitem', { name: kind }).click()
}
const block = (page: Page) => page.getByRole('group', { name: `部门研判：${CRITERION}` })
const row = async (page: Page) =>
  (await page
    .getByRole('row', { name: new RegExp(CRITERION) })
    .first()
    .textContent()) ?? ''

/** Fills in the own department's cell, inside the text. */
async function find(page: Page, side: string, reason: string): Promise<void> {
  await block(page).getByRole('button', { name: /研判/ }).click()
  const asked = dialog(page, `填写研判：${CRITERION}`)
  await asked.getByRole('radio', { name: side }).check()
  await asked.getByRole('textbox', { name: '理由' }).fill(reason)
  await press(asked, '填写研判')
  await asked.waitFor({ state: 'hidden' })
}

it('[D-72] [D-73] [D-80] [D-159] blocks are put in by keys, also with an input method, and read by the others', async () => {
  const wang = await browser.signIn('discipline1')
  const sun = await browser.signIn('organization1')
  await open(wang.page)
  await open(sun.page)
  const { page } = wang
  await newLine(page)
  await type(page, '/')
  const menu = page.getByRole('listbox', { name: /插入/ })
  await menu.waitFor()
  const options = () => menu.getByRole('option').allTextContents()
  await expect.poll(options).toHaveLength(7)
  // The text keeps the focus and says which entry is meant.
  const meant = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.textContent ?? ''
    })
  await expect.poll(meant).toContain('引用证据')
  await page.keyboard.press('ArrowDown')
  await expect.poll(meant).toContain('引用条款')
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'hidden' })
  await page.keyboard.press('Backspace')

  // What is composed behind the stroke narrows the list; the keys of the input method are its own.
  await type(page, '/')
  await menu.waitFor()
  const input = await wang.context.newCDPSession(page)
  await composing(input, ['z', 'zh', 'zheng', 'zhengju'])
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
  expect(await dialog(page, '引用证据').count()).toBe(0)
  await input.send('Input.insertText', { text: '证据' })
  await expect.poll(options).toHaveLength(1)
  await page.keyboard.press('Enter')
  const evidence = dialog(page, '引用证据')
  // Its fields are fetched with the first of these dialogs, and have the focus all the same.
  const first = evidence.getByRole('combobox', { name: '证据' })
  await expect.poll(() => first.evaluate((field) => field === document.activeElement)).toBe(true)
  await first.selectOption({ label: '证据1《区政府专题会议纪要（演示）》' })
  await evidence.getByRole('textbox', { name: /页码/ }).fill('2')
  await press(evidence, '插入')
  await evidence.waitFor({ state: 'hidden' })
  await type(page, '，依据')
  await byTool(page, '引用条款')
  await choose(page, '条款', '《忻州市支持干部改革创新合理容错实施办法(试行)》容错情形第一项')
  await press(dialog(page, '引用条款'), '插入')
  await isSaved(page)

  const text = sun.page.getByRole('textbox', { name: TEXT })
  const link = text.getByRole('link', { name: PIECE })
  await link.waitFor()
  await expect.poll(() => link.getAttribute('href')).toMatch(/\/evidence\/[^?]+\/view\?page=2$/)
  expect((await sun.page.request.get((await link.getAttribute('href')) ?? '')).ok()).toBe(true)
  await text.getByRole('button', { name: /容错情形第一项/ }).focus()
  await sun.page.getByRole('tooltip').getByText('因政策界限不明确').waitFor()
  // Nothing of the stroke is left, and no id is shown.
  expect(await text.textContent()).not.toMatch(/\/|xinzhou/)
})

it('[D-74] [D-75] [D-76] the matrix fills itself while two departments write, and a version keeps what it said', async () => {
  const wang = await browser.signIn('discipline1')
  const sun = await browser.signIn('organization1')
  const zhao = await browser.signIn('political1')
  await open(wang.page)
  await open(sun.page)
  await zhao.goto(`${CASE}/findings`)
  await expect.poll(() => row(zhao.page)).toMatch(/未研判.*未研判.*未研判/)

  await newLine(wang.page)
  await byTool(wang.page, '部门研判')
  await choose(wang.page, '标准', CRITERION)
  await press(dialog(wang.page, '部门研判'), '插入')
  await block(sun.page).waitFor()
  // What is typed behind a block does not take its place.
  await type(wang.page, '研判如上。')
  await sun.page.getByText('研判如上。').waitFor()
  await find(wang.page, '可容', '未见谋取私利')
  await expect.poll(() => row(zhao.page)).toContain('可容')
  await block(sun.page).getByText('未见谋取私利').waitFor()
  await find(sun.page, '应究', '程序明显不当')
  await expect.poll(() => row(zhao.page)).toMatch(/可容.*应究.*未研判.*有分歧/)
  await block(wang.page).getByText('程序明显不当').waitFor()

  // What a department writes in its sealed opinion reaches nobody else's matrix, page or socket.
  const mark = sun.frames.length
  await wang.goto(`${CASE}/opinions`)
  const sealed = wang.page.getByRole('textbox', { name: /意见的理由/ })
  await sealed.click()
  await type(wang.page, '密封中的话')
  await byTool(wang.page, '部门研判')
  await choose(wang.page, '标准', '看工作依据')
  await press(dialog(wang.page, '部门研判'), '插入')
  await isSaved(wang.page)
  await zhao.page.reload()
  expect(await zhao.page.content()).not.toContain('密封中的话')
  expect(sun.frames.slice(mark).filter(({ text }) => text.includes('密封中的话'))).toEqual([])
  expect(
    await zhao.page
      .getByRole('row', { name: /看工作依据/ })
      .first()
      .textContent(),
  ).toMatch(/未研判.*未研判.*未研判/)

  const secretary = await browser.signIn('secretary')
  await open(secretary.page)
  await press(secretary.page, '提交文书')
  await press(dialog(secretary.page, '提交文书'), '提交文书')
  await secretary.page.getByText('已提交').first().waitFor()
  await zhao.page.getByRole('button', { name: `填写研判：${CRITERION}` }).click()
  const asked = dialog(zhao.page, `填写研判：${CRITERION}`)
  await asked.getByRole('radio', { name: '可容' }).check()
  await asked.getByRole('textbox', { name: '理由' }).fill('后来补充')
  await press(asked, '填写研判')
  await expect.poll(() => row(zhao.page)).toMatch(/可容.*应究.*可容/)
  await secretary.goto(`${CASE}/versions/facts`)
  await block(secretary.page).getByText('未见谋取私利').waitFor()
  await expect.poll(() => block(secretary.page).textContent()).toMatch(/未研判.*按本版本留存时的研判显示/)
  expect(await secretary.page.content()).not.toMatch(/后来补充.*按本版本/)
  for (const person of [zhao, secretary]) expect(await seriousFindings(person.page)).toEqual([])
})

it('[D-77] [D-78] [D-79] losses add up before everybody’s eyes; a day says how far it is off', async () => {
  const wang = await browser.signIn('discipline1')
  const sun = await browser.signIn('organization1')
  const part = '核实报告正文'
  for (const { page } of [wang, sun]) {
    await page.goto(`${CASE}/dossier/verification-report`)
    await page.getByRole('textbox', { name: part }).waitFor()
  }
  const { page } = wang
  await goToEnd(page, part)
  await page.keyboard.press('Enter')
  await byTool(page, '日期与期限')
  await dialog(page, '日期与期限').getByLabel('日期').fill('2020-01-01')
  await press(dialog(page, '日期与期限'), '插入')
  await byTool(page, '人员')
  await dialog(page, '人员').getByRole('combobox').selectOption({ index: 1 })
  await press(dialog(page, '人员'), '插入')
  await byTool(page, '损失与挽回')
  const table = (of: Page) => of.getByRole('group', { name: '损失与挽回' })
  const amount = async (n: number, loss: string, recovered: string) => {
    await table(page)
      .getByRole('textbox', { name: `第 ${String(n)} 行损失金额，元` })
      .fill(loss)
    await page.keyboard.press('Enter')
    await table(page)
      .getByRole('textbox', { name: `第 ${String(n)} 行已挽回金额，元` })
      .fill(recovered)
    await page.keyboard.press('Enter')
  }
  // From the words of a row Tab leads to its amounts.
  await type(page, '减免')
  await page.keyboard.press('Tab')
  await type(page, '3')
  await page.keyboard.press('Tab')
  await type(page, '2')
  await page.keyboard.press('Enter')
  await expect.poll(() => table(sun.page).textContent()).toMatch(/减免.*合计3\.002\.00/s)
  await amount(1, '0.10', '0.2')
  await press(table(page), '添加一行')
  await type(page, '少收租金')
  await amount(2, '1,000,000.20', '5')
  await isSaved(page)
  await expect
    .poll(() => table(sun.page).textContent())
    .toMatch(/少收租金.*合计1,000,000\.305\.20.*999,995\.10/s)
  await table(page).getByRole('textbox', { name: '第 1 行损失金额，元' }).fill('一百')
  await page.keyboard.press('Enter')
  await table(page).getByText('最多两位小数').waitFor()
  const text = sun.page.getByRole('textbox', { name: part })
  await text.getByText(/2020年1月1日（已过 \d+ 天）/).waitFor()
  expect(await seriousFindings(sun.page)).toEqual([])
})

it('[D-101] [D-94] what was cited and found stands on paper in words, also where no script runs', async () => {
  const { page } = await browser.signIn('organization1', { javaScriptEnabled: false })
  await page.goto(`${CASE}/print/facts`)
  const paper = page.getByRole('article')
  await paper.getByText('证据1《区政府专题会议纪要（演示）》第2页').waitFor()
  await paper.getByText('未见谋取私利').waitFor()
  expect(await paper.textContent()).not.toMatch(/〔(证据|人员|部门研判|认定条件)/)
})
