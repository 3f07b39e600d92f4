import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeWord } from '#server/word-files/write.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { isSaved, press } from '../support/story-steps.ts'
import { cell, h, list, p, paperOf, table } from '../word-files/papers.ts'

let server: DemoServer
const folder = mkdtempSync(join(tmpdir(), 'huishang-word-'))
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

const CASE = '/cases/case-rent-relief'
const TEXT = '案件事实正文'
const textbox = (page: Page) => page.getByRole('textbox', { name: TEXT, exact: true })

async function open(page: Page) {
  await page.goto(`${CASE}/dossier/facts`)
  await textbox(page).waitFor()
  await page.getByRole('group', { name: '阅读与查找' }).waitFor()
}

async function fileOf(name: string): Promise<string> {
  const path = join(folder, name)
  const paper = paperOf(
    h(2, '一、导入的情况'),
    p('导入的正文。'),
    list('orderedList', [p('导入的甲')], [p('导入的乙')]),
    table([cell('导入的表', { colspan: 2 })], [cell('左'), cell('右')]),
  )
  writeFileSync(path, await writeWord(paper))
  return path
}

async function takeOut(page: Page) {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Word 文件（.docx）' }).click()
  const download = await coming
  const file = unzipSync(readFileSync(await download.path()))
  const part = (name: string) => strFromU8(file[name] ?? new Uint8Array())
  return {
    name: download.suggestedFilename(),
    document: part('word/document.xml'),
    head: part('word/header1.xml'),
  }
}

it('[D-104] [D-100] a Word file is looked at, written behind the text, taken back by one undo, and leaves again', async () => {
  const path = await fileOf('情况.docx')
  const writer = await browser.signIn('discipline1')
  const reader = await browser.signIn('leader')
  await open(writer.page)
  await open(reader.page)
  // Who only reads brings nothing in.
  expect(await reader.page.getByRole('button', { name: /^导入 Word/ }).count()).toBe(0)
  const before = await textbox(writer.page).innerText()
  const bring = async () => {
    await press(writer.page, '导入 Word 文件（.docx）')
    const dialog = writer.page.getByRole('dialog', { name: '导入 Word 文件' })
    await dialog.locator('input[type=file]').setInputFiles(path)
    await dialog.getByRole('region', { name: '将要写入的内容' }).getByText('导入的正文。').waitFor()
    return dialog
  }
  // Looking writes nothing.
  const looked = await bring()
  await press(looked, '取消')
  await looked.waitFor({ state: 'hidden' })
  await expect.poll(() => textbox(writer.page).innerText()).toBe(before)
  await press(await bring(), '写入正文')
  await textbox(reader.page).getByText('导入的正文。').waitFor()
  await isSaved(writer.page)
  const shape = await textbox(reader.page).evaluate((text) =>
    [...text.children].slice(-5).map((block) => (block.matches('.tableWrapper') ? 'TABLE' : block.tagName)),
  )
  // Behind a table the editor keeps a line to go on in.
  expect(shape).toEqual(['H2', 'P', 'OL', 'TABLE', 'P'])
  await expect.poll(() => textbox(reader.page).locator('td[colspan="2"]').innerText()).toBe('导入的表')
  // What stood there stands there.
  expect((await textbox(reader.page).innerText()).startsWith(before.trimEnd().slice(0, 20))).toBe(true)

  const taken = await takeOut(reader.page)
  expect(taken.name).toMatch(/^\S+〔\d{4}〕\S+ 案件事实 演示市\.docx$/)
  for (const words of ['一、导入的情况', '导入的正文。', '导入的乙', '导入的表'])
    expect(taken.document).toContain(words)
  expect(taken.head).toContain('输出，内部材料，注意保管')

  await textbox(writer.page).click()
  await writer.page.keyboard.press('Control+z')
  await textbox(reader.page).getByText('导入的正文。').waitFor({ state: 'hidden' })
  expect((await textbox(writer.page).innerText()).trimEnd()).toBe(before.trimEnd())
})

it('[D-105] what is no Word file is refused in words, and nothing is written', async () => {
  const path = join(folder, '假的.docx')
  writeFileSync(path, '这不是文件')
  const { page } = await browser.signIn('organization1')
  await open(page)
  await press(page, '导入 Word 文件（.docx）')
  const dialog = page.getByRole('dialog', { name: '导入 Word 文件' })
  // The browser tells its console of every answer that is a refusal.
  await browser.expecting(/415/, async () => {
    await dialog.locator('input[type=file]').setInputFiles(path)
    await dialog.getByText('读不出这个文件。').waitFor()
  })
  expect(await dialog.getByRole('button', { name: '写入正文' }).count()).toBe(0)
})

it('[D-106] a piece of evidence that is a Word file is read in its page under the watermark', async () => {
  const path = await fileOf('情况说明.docx')
  const { page } = await browser.signIn('secretary')
  await page.goto(`${CASE}/evidence`)
  await page.getByRole('button', { name: '上传证据' }).waitFor()
  await page.locator('input[type=file]').setInputFiles([path])
  await press(page, '上传证据')
  await page
    .getByRole('link', { name: '打开：情况说明' })
    .or(page.getByRole('link', { name: /情况说明/ }))
    .first()
    .click()
  const words = page.getByRole('group', { name: /以下为文件中的文字/ })
  await words.getByText('导入的正文。').waitFor()
  await expect.poll(() => words.locator('td[colspan="2"]').innerText()).toBe('导入的表')
  await page.getByTestId('watermark').waitFor()
})
