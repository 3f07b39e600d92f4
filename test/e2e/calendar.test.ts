import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'

const NOTICE =
  '2028-01-01~2028-01-03,休,元旦\n2028-05-01~2028-05-05,休,劳动节\n2028-10-01~2028-10-07,休,国庆节'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

describe('a year of working days', () => {
  it('[K-12] [K-09] [K-08] is missing for everybody until the administrator has imported it', async () => {
    const member = await browser.signIn('discipline1')
    await member.goto('/calendar?year=2028')
    const { page: reading } = member
    await reading.getByText('2028 年的工作日历还没有导入').waitFor()
    expect(await reading.getByRole('link', { name: '导入工作日历' }).count()).toBe(0)

    const administrator = await browser.signIn('sysadmin')
    await administrator.goto('/calendar?year=2028')
    const { page } = administrator
    await page.getByRole('link', { name: '导入工作日历' }).click()
    const table = page.getByRole('textbox', { name: '安排' })
    await table.fill(`${NOTICE}\n2028-10-09,班`)
    await browser.expecting(/422/, async () => {
      await page.getByRole('button', { name: '预览变化' }).click()
      await page.getByText('2028-10-09 不是周末').waitFor()
    })
    await table.fill(NOTICE)
    await page.getByRole('button', { name: '预览变化' }).click()
    await page.getByRole('heading', { name: '2028 年：导入后的日历' }).waitFor()
    await page.getByRole('textbox', { name: '依据文号' }).fill('国办发明电〔2027〕9号')
    // What was previewed is what is imported: another letter, and the button is gone.
    await table.fill(`${NOTICE}\n`)
    expect(await page.getByRole('button', { name: '启用 2028 年日历' }).count()).toBe(0)
    await page.getByRole('button', { name: '预览变化' }).click()
    await page.getByRole('textbox', { name: '依据文号' }).fill('国办发明电〔2027〕9号')
    await page.getByRole('button', { name: '启用 2028 年日历' }).click()
    await page.getByRole('status').getByText('2028 年日历已启用').waitFor()

    await member.goto('/calendar?year=2028')
    const january = reading.getByRole('table', { name: '一月', exact: true })
    await expect.poll(() => january.getByRole('columnheader').count()).toBe(7)
    await january.getByRole('cell', { name: '3 休 元旦' }).waitFor()
    await expect.poll(() => reading.getByText('国办发明电〔2027〕9号').count()).toBe(1)
  })
})
