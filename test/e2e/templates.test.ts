import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { act, goToEnd, isSaved, press, sees, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const DRAFT = '模板草稿'
const TEXT = '案件事实正文'
const text = (page: Page) => page.getByRole('textbox', { name: TEXT })

/** Registers a case of the first kind, and is on its page. */
async function register(page: Page, title: string): Promise<string> {
  await page.goto('/cases/new')
  await page.getByRole('textbox', { name: '案名' }).fill(title)
  await page.getByRole('textbox', { name: '姓名或名称' }).first().fill('周某')
  await press(page, '登记案件')
  await page.waitForURL(/\/cases\/[0-9a-f]{20,}/)
  return new URL(page.url()).pathname
}

it('[D-120] [D-121] [D-122] [D-124] [D-126] [D-128] a template is written, begins the next case, and leaves the case before it alone', async () => {
  const { page } = await browser.signIn('secretary')
  const older = await register(page, '登记在前的案件')
  await page.goto(`${older}/dossier/facts`)
  await page.getByRole('button', { name: '插入模板' }).waitFor()

  // The draft is a live text: what is typed is there after the page is loaded again.
  await page.goto('/cases')
  await page.getByRole('link', { name: '文书模板' }).click()
  await page.getByRole('link', { name: '案件事实' }).first().click()
  await sees(page, '这是随产品提供的文字')
  await press(page, '修改模板')
  await page.getByRole('textbox', { name: DRAFT }).waitFor()
  await goToEnd(page, DRAFT)
  await page.keyboard.press('Enter')
  await type(page, '五、本县补充的一节')
  await isSaved(page)
  await page.reload()
  await page.getByRole('textbox', { name: DRAFT }).getByText('五、本县补充的一节').waitFor()
  await page.getByRole('textbox', { name: '启用理由' }).fill('依据县办法')
  await act(page, '启用为第 1 版')
  const history = page.getByRole('region', { name: '启用记录' })
  await history.getByText('依据县办法').waitFor()

  // Others read it and are offered nothing.
  const reader = await browser.signIn('discipline1')
  await reader.goto('/templates/tolerance/facts')
  await sees(reader.page, '五、本县补充的一节')
  expect(await reader.page.getByRole('button', { name: /修改模板|启用/ }).count()).toBe(0)

  // A case registered now begins with it and says so.
  const newer = await register(page, '登记在后的案件')
  await page.goto(`${newer}/dossier/facts`)
  await text(page).getByText('五、本县补充的一节').waitFor()
  await sees(page, '模板：第 1 版')
  await page.goto(`${newer}/record`)
  await sees(page, /登记时启用的文书模板：案件事实第 1 版/)
  // Nothing but the template is no paper.
  await page.goto(`${newer}/dossier/facts`)
  await text(page).getByText('五、本县补充的一节').waitFor()
  await press(page, '提交文书')
  const submitting = page.getByRole('dialog', { name: '提交文书' })
  await press(submitting, '提交文书')
  await submitting.getByText('只有模板的文字').waitFor()

  // Put back to what came with the release; the cases stay as they are.
  await page.goto('/templates/tolerance/facts?v=0')
  await page.getByRole('textbox', { name: '启用理由' }).fill('照发布的文字')
  await act(page, '启用“随产品提供的文字”')
  await history.getByText('文字同“随产品提供的文字”').waitFor()
  await page.goto(`${newer}/dossier/facts`)
  await text(page).getByText('五、本县补充的一节').waitFor()
  await sees(page, '模板：第 1 版')

  // The older case began empty; whoever writes it puts in what there was.
  await page.goto(`${older}/dossier/facts`)
  await press(page, '插入模板')
  await text(page).getByText('二、事情经过').waitFor()
  expect(await text(page).textContent()).not.toContain('五、本县补充的一节')
  await page.getByRole('button', { name: '插入模板' }).waitFor({ state: 'hidden' })
})
