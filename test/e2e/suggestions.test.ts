import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { MOST_CHANGES, REMARKS_PER_MINUTE } from '#domain/remarks/limits.ts'
import { MemberSocket, newCommandId } from '../support/member-socket.ts'
import { compose } from '../support/input-method.ts'
import { goToEnd, isSaved, press, tellOfCursor, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const FACTS = '/cases/case-rent-relief/dossier/facts'
const TEXT = '案件事实正文'

const open = async (page: Page, button: string) => {
  await page.goto(FACTS)
  await page.getByRole('textbox', { name: TEXT }).waitFor()
  await page.getByRole('button', { name: button }).waitFor()
}
const textbox = (page: Page) => page.getByRole('textbox', { name: TEXT })
/** The words of the text itself, without what is only drawn into it. */
const proper = (page: Page) =>
  textbox(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement
    for (const drawn of copy.querySelectorAll('[contenteditable="false"], .ProseMirror-widget'))
      drawn.remove()
    return copy.textContent ?? ''
  })
const revisions = (page: Page) =>
  textbox(page).evaluate((text) =>
    [...text.querySelectorAll('ins, del')].map((one) => `${one.tagName} ${one.textContent ?? ''}`),
  )

/** Selects words of the text as a pointer would, or puts the cursor behind them. */
const select = async (page: Page, words: string, behind = false) => {
  await textbox(page).evaluate(
    (text: HTMLElement, { sought, isBehind }) => {
      text.focus()
      const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent?.indexOf(sought) ?? -1
        const end = at + sought.length
        if (at !== -1) getSelection()?.setBaseAndExtent(node, isBehind ? end : at, node, end)
      }
    },
    { sought: words, isBehind: behind },
  )
  await tellOfCursor(page)
}

/** Drafts of suggestions that this browser keeps. */
const keptDrafts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('huishang')
        opening.onsuccess = () => {
          const database = opening.result
          const asking = database.transaction('pending-edits').objectStore('pending-edits').getAllKeys()
          asking.onsuccess = () => {
            database.close()
            resolve(
              asking.result.filter((key) => typeof key === 'string' && key.includes('suggestions/')).length,
            )
          }
        }
      }),
  )

it('[D-57] a draft of suggestions that was begun by a key has the focus in its text', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page, '修订模式')
  await page.getByRole('button', { name: '修订模式' }).press('Enter')
  await page.getByRole('button', { name: '退出修订' }).waitFor()
  await expect.poll(() => textbox(page).evaluate((text) => text === document.activeElement)).toBe(true)
  await press(page, '退出修订')
})

it('[D-50] [D-52] [D-53] [D-55] [D-57] who reads proposes with an input method, who writes accepts and refuses', async () => {
  const wang = await browser.signIn('discipline1')
  const leader = await browser.signIn('leader')
  await open(wang.page, '修订模式')
  await open(leader.page, '提修订')
  await goToEnd(wang.page, TEXT)
  await wang.page.keyboard.press('Enter')
  await type(wang.page, '金松投资集团于当年擅自少减免租金，涉及十二户。')
  await isSaved(wang.page)
  await leader.page.getByText('涉及十二户').waitFor()
  const before = await proper(wang.page)

  // Composed in the draft while the text changes in the same paragraph: neither breaks the other.
  await press(leader.page, '提修订')
  await leader.page.getByRole('button', { name: '退出修订' }).waitFor()
  await select(leader.page, '金松投资集团', true)
  const input = await leader.context.newCDPSession(leader.page)
  await compose(input, ['w', 'we', 'wei', 'weigui'], '违规', async () => {
    await goToEnd(wang.page, TEXT)
    await type(wang.page, '另查。')
    await isSaved(wang.page)
  })
  await leader.page.getByText('另查。').waitFor()
  await expect.poll(() => revisions(leader.page)).toEqual(['INS 违规'])
  // A word taken away, another put in its place by the input method, a paragraph divided.
  await select(leader.page, '擅自')
  await leader.page.keyboard.press('Delete')
  await expect.poll(() => revisions(leader.page)).toEqual(['INS 违规', 'DEL 擅自'])
  await select(leader.page, '十二')
  await compose(input, ['s', 'sh', 'shisan'], '十三')
  await expect.poll(() => revisions(leader.page)).toEqual(['INS 违规', 'DEL 擅自', 'DEL 二', 'INS 三'])
  // What follows within half a second is undone together.
  await leader.page.waitForTimeout(700)
  await select(leader.page, '租金，', true)
  await leader.page.keyboard.press('Enter')
  await leader.page.getByRole('button', { name: '提出修订（4）' }).waitFor()
  // Undone is not proposed.
  await leader.page.keyboard.press('Control+z')
  await leader.page.getByRole('button', { name: '提出修订（3）' }).waitFor()
  await expect.poll(() => proper(wang.page)).toBe(`${before}另查。`)

  await leader.page.getByRole('textbox', { name: '修订说明（可不填）' }).fill('按审计报告')
  await press(leader.page, '提出修订（3）')
  await leader.page.getByRole('button', { name: '提修订' }).waitFor()
  const drawn = ['INS 违规', 'DEL 擅自']
  for (const { page } of [leader, wang])
    await expect.poll(async () => (await revisions(page)).slice(0, 2)).toEqual(drawn)
  await expect.poll(() => proper(wang.page)).toBe(`${before}另查。`)

  // Author and time stand with it, for whoever looks and for whoever listens.
  const mark = textbox(leader.page).locator('ins').first()
  await expect.poll(() => mark.getAttribute('aria-description')).toMatch(/提出修订（1）$/)
  await mark.focus()
  await expect
    .poll(() => leader.page.getByRole('listitem', { name: /^修订 1/ }).getAttribute('aria-current'))
    .toBe('true')
  // On paper struck through and underlined.
  await wang.page.emulateMedia({ media: 'print' })
  const line = (tag: string) =>
    textbox(wang.page)
      .locator(tag)
      .first()
      .evaluate((one) => getComputedStyle(one).textDecorationLine)
  expect([await line('ins'), await line('del')]).toEqual(['underline', 'line-through'])
  await wang.page.emulateMedia({ media: 'screen' })

  // Who proposes is offered no decision; who writes decides one by one, a composition beside it goes on.
  const card = (page: Page, number: number) =>
    page.getByRole('listitem', { name: new RegExp(`^修订 ${String(number)} `) })
  expect(await card(leader.page, 1).getByRole('button', { name: '采纳', exact: true }).count()).toBe(0)
  await card(leader.page, 1).getByText('按审计报告').waitFor()
  const sun = await browser.signIn('organization1')
  await open(sun.page, '修订模式')
  await select(sun.page, '另查', true)
  const other = await sun.context.newCDPSession(sun.page)
  await compose(other, ['m', 'mi', 'ming'], '明', async () => {
    await card(wang.page, 1).getByRole('button', { name: '采纳', exact: true }).click()
    // It does not vanish under the eyes of who was led to it.
    await leader.page.locator('#remark-1[data-resolved]').waitFor()
  })
  for (const { page } of [wang, leader, sun])
    await expect
      .poll(() => proper(page))
      .toContain('金松投资集团违规于当年擅自少减免租金，涉及十二户。另查明。')
  await card(wang.page, 2).getByRole('button', { name: '不采纳', exact: true }).click()
  await expect.poll(async () => (await revisions(leader.page)).join()).not.toContain('擅自')
  await expect.poll(() => proper(leader.page)).toContain('违规于当年擅自少减免')

  // Its author takes the last one back; the log of all three stands.
  await card(leader.page, 3).getByRole('button', { name: '撤回' }).click()
  for (const { page } of [wang, sun]) await expect.poll(() => revisions(page)).toEqual([])
  await wang.page.getByRole('combobox', { name: '按状态筛选' }).selectOption('resolved')
  for (const said of [/^已采纳：王建国/, /^未采纳：王建国/, /^已撤回：/])
    await wang.page.getByText(said).waitFor()

  // A writer proposes too; all at once, asked twice.
  await press(sun.page, '修订模式')
  await sun.page.getByRole('button', { name: '退出修订' }).waitFor()
  await select(sun.page, '金松投资集团')
  await type(sun.page, '该集团')
  await sun.page.getByRole('button', { name: '提出修订（1）' }).waitFor()
  // Counted at the first letter: the editor has the last when what stays the same is not struck any more.
  await expect.poll(() => revisions(sun.page)).toEqual(['DEL 金松投资', 'INS 该'])
  await tellOfCursor(sun.page)
  await select(sun.page, '十二户', true)
  await type(sun.page, '商户')
  await press(sun.page, '提出修订（2）')
  await press(wang.page, '全部采纳')
  await wang.page.getByText('采纳这 2 处修订').waitFor()
  await press(wang.page, '全部采纳')
  await expect.poll(() => proper(leader.page)).toContain('该集团违规于当年擅自少减免租金，涉及十二户商户。')
})

it('[D-129] [D-130] a draft of suggestions outlives a reload, is its author’s alone, and what was sent waits on the workbench', async () => {
  const author = await browser.signIn('leader')
  const { page } = author
  await page.goto('/cases/case-rent-relief/dossier/verification-report')
  const report = page.getByRole('textbox', { name: '核实报告正文' })
  await report.waitFor()
  const draft = async (words: string) => {
    await report.click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await type(page, words)
    await page.getByRole('button', { name: '提出修订（1）' }).waitFor()
  }
  const revised = () => report.locator('ins').allTextContents()
  await press(page, '提修订')
  await page.getByRole('button', { name: '退出修订' }).waitFor()
  await draft('另查明')
  await expect.poll(() => keptDrafts(page)).toBe(1)
  const note = page.getByLabel('修订说明')
  await note.fill('按核实情况补充')
  await page.reload()
  await page.getByText('有一份修订草稿还没有提出').waitFor()
  expect(await revised()).toEqual([])
  await press(page, '继续修订')
  await page.getByText('已恢复上次没有提出的修订草稿').waitFor()
  await expect.poll(revised).toEqual(['另查明'])
  expect(await note.inputValue()).toBe('按核实情况补充')

  // Left again, and thrown away.
  await page.reload()
  await press(page, '放弃草稿')
  await page.getByText('有一份修订草稿还没有提出').waitFor({ state: 'hidden' })
  await expect.poll(() => keptDrafts(page)).toBe(0)
  await page.reload()
  await page.getByRole('button', { name: '提修订' }).waitFor()
  expect(await page.getByText('有一份修订草稿还没有提出').count()).toBe(0)

  // Sent it is kept no more; who writes the text has it on his workbench.
  await press(page, '提修订')
  await page.getByRole('button', { name: '退出修订' }).waitFor()
  expect(await note.inputValue()).toBe('')
  await note.fill('补充经过')
  await draft('经查')
  await press(page, '提出修订（1）')
  await page.getByRole('button', { name: '提修订' }).waitFor()
  await expect.poll(() => keptDrafts(page)).toBe(0)
  const writer = await browser.signIn('discipline1')
  await writer.goto('/workbench')
  await writer.page.getByRole('link', { name: /核实报告有 1 处修订待处理/ }).click()
  await press(writer.page, '不采纳')
  await writer.page.getByRole('listitem', { name: /^修订 1/ }).waitFor({ state: 'hidden' })
  await writer.goto('/workbench')
  await writer.page.getByRole('heading', { name: '待办事项' }).waitFor()
  expect(await writer.page.getByText('处修订待处理').count()).toBe(0)

  // Another who signs in on the same browser finds nothing of a draft, and leaves nothing of it.
  await press(page, '提修订')
  await page.getByRole('button', { name: '退出修订' }).waitFor()
  expect(await note.inputValue()).toBe('')
  await note.fill('秘密说明')
  await draft('秘密草稿')
  await expect.poll(() => keptDrafts(page)).toBe(1)
  await author.context.request.post('/sign-out', { headers: { origin: server.url } })
  await author.context.request.post('/sign-in', {
    form: { userName: 'discipline1', password: DEMO_PASSWORD },
    headers: { origin: server.url },
  })
  await browser.expecting(/./, async () => {
    await page.goto('/cases/case-rent-relief/dossier/verification-report')
    await page.getByRole('button', { name: '修订模式' }).waitFor()
  })
  await expect.poll(() => keptDrafts(page)).toBe(0)
  expect(await page.getByText('有一份修订草稿还没有提出').count()).toBe(0)
  await press(page, '修订模式')
  await page.getByRole('button', { name: '退出修订' }).waitFor()
  expect(await note.inputValue()).toBe('')
})

it('[D-59] of more suggestions than one step takes, those of a refused step stay in the draft and nothing is sent twice', async () => {
  const PAGE = '/cases/case-rent-relief/dossier/condition-matrix'
  const wang = await browser.signIn('discipline1')
  await wang.page.goto(PAGE)
  const text = wang.page.getByRole('textbox', { name: /正文$/ })
  await text.click()
  await wang.page.keyboard.press('Control+End')
  for (let n = 0; n <= MOST_CHANGES; n += 1) {
    await wang.page.keyboard.press('Enter')
    await wang.page.keyboard.type(`户${String(n)}`)
  }
  await isSaved(wang.page)
  // He says so much within a minute that the second step is one too many.
  const leader = await MemberSocket.connect(server.url, 'leader')
  const { page } = await browser.signIn('leader')
  await page.goto(PAGE)
  await press(page, '提修订')
  await page.getByRole('button', { name: '退出修订' }).waitFor()
  await page.getByRole('textbox', { name: /正文$/ }).click()
  await page.keyboard.press('Control+End')
  for (let n = 0; n <= MOST_CHANGES; n += 1) {
    await page.keyboard.press('End')
    await page.keyboard.type('。')
    await page.keyboard.press('ArrowUp')
  }
  const all = page.getByRole('button', { name: `提出修订（${String(MOST_CHANGES + 1)}）` })
  await all.waitFor()
  for (let n = 1; n < REMARKS_PER_MINUTE; n += 1)
    await leader.must('room/command', {
      stream: 'remarks/case/case-rent-relief/condition-matrix',
      commandId: newCommandId(),
      command: { type: 'remark', anchor: null, text: '说明', mentions: [] },
    })
  await all.click()
  await page.getByText(`已提出 ${String(MOST_CHANGES)} 处；其余 1 处没有提出`).waitFor()
  const rest = page.getByRole('button', { name: '提出修订（1）' })
  await rest.waitFor()
  // After a reload too.
  await page.reload()
  await press(page, '继续修订')
  await rest.waitFor()
})
