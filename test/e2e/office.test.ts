import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { FROM_WORD, FROM_WPS, TRACKED_IN_WORD } from '../support/office-clipboard.ts'
import { goToEnd, isSaved, press, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const FACTS = '/cases/case-rent-relief/dossier/facts'
const TEXT = '案件事实正文'
const textbox = (page: Page) => page.getByRole('textbox', { name: TEXT, exact: true })

const open = async (page: Page) => {
  await page.goto(FACTS)
  await textbox(page).waitFor()
  await page.getByRole('group', { name: '阅读与查找' }).waitFor()
}

/** As the browser gives the editor what lies in the clipboard. */
const paste = (page: Page, clipboard: Record<string, string>) =>
  textbox(page).evaluate((text, given) => {
    const clipboardData = new DataTransfer()
    for (const [kind, words] of Object.entries(given)) clipboardData.setData(kind, words)
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, clipboard)

/** The text without the editor's own attributes and helpers. */
const markup = (page: Page) =>
  textbox(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement
    for (const one of copy.querySelectorAll('[class*="caret"], colgroup, .ProseMirror-trailingBreak, img'))
      one.remove()
    for (const one of [...copy.querySelectorAll('*')])
      for (const { name, value } of [...one.attributes])
        if (!/^(col|row)span$|^start$|^href$/.test(name) || value === '1') one.removeAttribute(name)
    return copy.innerHTML.replace(/<(\/?)(div|tbody|span)>/g, '')
  })

const empty = async (page: Page) => {
  await textbox(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
}

it('[D-95] what is pasted from Word keeps its structure and nothing else, and says what it left behind', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page)
  await empty(page)
  await paste(page, { 'text/html': FROM_WORD, 'text/plain': '核实报告' })
  await page.getByText('有 1 张图片没有带入正文').waitFor()
  await page.getByText('有 1 处原文批注没有带入').waitFor()
  const text = await markup(page)
  expect(text).toContain('<h1>核实报告</h1><h2>一、基本情况</h2>')
  expect(text).toContain(
    '<p>经查，<strong>少减免</strong>租金<em>三万</em><u>元</u>，见<a href="https://example.org/x">通知</a>与上文。</p>',
  )
  expect(text).toContain(
    '<ol><li><p>第一项</p><ul><li><p>其中甲</p></li><li><p>其中乙</p></li></ul></li><li><p>第二项</p></li></ol><p>（一）不是编号列表</p>',
  )
  expect(text).toContain('<td colspan="2"><p>合并的表头</p></td>')
  expect(text).toContain('<td rowspan="2"><p>左</p></td><td><p>右上</p></td>')
  expect(text).toContain('<p><s>删去</s>末段</p>')
  expect(text).not.toMatch(/王1|批注内容|style|color|mso|clip_image/)
  await isSaved(page)
  // And stands so for everybody.
  const { page: other } = await browser.signIn('organization1')
  await open(other)
  await expect.poll(() => markup(other)).toBe(text)
})

it('[D-95] an official paper from WPS has its headings by the fonts of the standard; plain words keep their paragraphs', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page)
  await empty(page)
  await paste(page, { 'text/html': FROM_WPS, 'text/plain': 'x' })
  await expect
    .poll(() => markup(page))
    .toContain(
      '<h1>关于金松投资集团的情况报告</h1><h2>一、基本情况</h2><h3>（一）问题来源</h3><p>专项审计发现。</p><p>一、这是正文，不是标题。</p>',
    )
  await empty(page)
  await paste(page, { 'text/plain': '第一段\r\n第二段\r\n\r\n第三段' })
  await expect.poll(() => markup(page)).toContain('<p>第一段</p><p>第二段</p><p>第三段</p>')
})

it('[D-95] revisions of Word come in as if they were accepted; a picture alone is not lost without a word', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page)
  await empty(page)
  await paste(page, { 'text/html': TRACKED_IN_WORD, 'text/plain': 'x' })
  await page.getByText('原文有修订痕迹，按接受修订后的文字粘贴。').waitFor()
  expect(await markup(page)).toBe(
    '<p>处分建议：免予处分，<s>存疑</s>请审议。</p><ol><li><p>留下的一项</p></li></ol><p>后文。</p>',
  )
  const before = await markup(page)
  await textbox(page).evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([Uint8Array.of(137, 80, 78, 71)], 'image.png', { type: 'image/png' }))
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByText('有 1 张图片没有带入正文').waitFor()
  expect(await markup(page)).toBe(before)
})

it('[D-96] what is too long to be pasted at once changes nothing', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page)
  await empty(page)
  await type(page, '原有的话')
  await page.keyboard.press('Control+a')
  await paste(page, { 'text/plain': `${'字'.repeat(60_000)}\n${'词'.repeat(60_000)}` })
  await page.getByText('没有粘贴，正文没有改变').waitFor()
  expect(await markup(page)).toBe('<p>原有的话</p>')
  await paste(page, { 'text/plain': '字'.repeat(50_000) })
  await page.getByText('没有粘贴，正文没有改变').waitFor({ state: 'hidden' })
  await isSaved(page)
})

it('[D-92] words are found while others write, and all of them replaced and put back in one step', async () => {
  const { page } = await browser.signIn('discipline1')
  const { page: other } = await browser.signIn('organization1')
  await open(page)
  await empty(page)
  await paste(page, { 'text/plain': '租金甲\n租金乙\n别的\n租金丙' })
  await open(other)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: '查找内容' })
  await field.waitFor()
  await type(page, '租金')
  await page.getByText('第 1 处，共 3 处').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('第 2 处，共 3 处').waitFor()
  await goToEnd(other, TEXT)
  await type(other, '，另有租金')
  await page.getByText('共 4 处').waitFor()
  await page.getByRole('textbox', { name: '替换为' }).fill('房租')
  await press(page, '全部替换')
  await page.getByText('已替换 4 处').waitFor()
  await expect.poll(() => markup(page)).toBe('<p>房租甲</p><p>房租乙</p><p>别的</p><p>房租丙，另有房租</p>')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(() => markup(other)).toBe('<p>租金甲</p><p>租金乙</p><p>别的</p><p>租金丙，另有租金</p>')
  // Who only reads finds too, and replaces nothing.
  const { page: reader } = await browser.signIn('leader')
  await open(reader)
  await press(reader, '查找和替换（Ctrl+F）')
  await reader.getByRole('textbox', { name: '查找内容' }).fill('租金')
  await reader.getByText('共 4 处').waitFor()
  expect(await reader.getByRole('textbox', { name: '替换为' }).count()).toBe(0)
})

it('[D-92] what is pressed right after the words were changed means the new words', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page)
  await empty(page)
  await paste(page, { 'text/plain': '租金甲\n房租乙\n房租丙' })
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: '查找内容' })
  await field.fill('租金')
  await page.getByText('第 1 处，共 1 处').waitFor()
  await page.getByRole('textbox', { name: '替换为' }).fill('款')
  // In one turn, as a person's hands are faster than a busy machine.
  const changeAndPress = (words: string, button: string) =>
    page.evaluate(
      ([next, name]) => {
        const input = document.querySelector<HTMLInputElement>('input[aria-label="查找内容"]')
        const press = [...document.querySelectorAll('button')].find((one) => one.textContent === name)
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, next)
        input?.dispatchEvent(new Event('input', { bubbles: true }))
        press?.click()
      },
      [words, button] as const,
    )
  await changeAndPress('房租', '替换')
  await page.getByText('第 1 处，共 2 处').waitFor()
  expect(await markup(page)).toBe('<p>租金甲</p><p>房租乙</p><p>房租丙</p>')
  await changeAndPress('租丙', '全部替换')
  await page.getByText('已替换 1 处').waitFor()
  expect(await markup(page)).toBe('<p>租金甲</p><p>房租乙</p><p>房款</p>')
})
