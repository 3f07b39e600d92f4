import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MarkPlace } from '#domain/cases/evidence-types.ts'
import type { CaseView } from '#server/services/cases.ts'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { testBrowser, type Person } from '../support/browser.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { handIn } from '../support/hand-in.ts'
import { MemberSocket, newCommandId } from '../support/member-socket.ts'
import { goToEnd, isSaved, press } from '../support/story-steps.ts'

/** A mark on a piece of evidence, cited in a text, a finding and a comment by one, followed by others on a phone. */

const ID = 'case-land-policy'
const CASE = `/cases/${ID}`
const TEXT = '案件事实正文'
const CRITERION = '推动发展与谋取私利'
const MINUTES = '区政府专题会议纪要（演示）'
const NOTE = '签字日期在会后'
const SECRET = { title: '密件谈话笔录', note: '举报人代签' }
const PLACE: MarkPlace = { kind: 'zone', page: 2, zone: { x: 200, y: 100, width: 400, height: 100 } }
const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true }
const SLOW = { timeout: 60_000 }
/** As a text and a comment name it; a finding names it by its title. */
const REFERENCE = /^证据\d+《区政府专题会议纪要（演示）》第2页（标记1）$/
/** Pieces are known by their numbers wherever one is chosen. */
const numbered = (title: string) => new RegExp(`^证\\d+ ${title}$`)
const LEANING = `${MINUTES}（标记1）`

let server: DemoServer
let secretary: MemberSocket
let handler: MemberSocket
let secretId = ''
const browser = testBrowser(() => server.url)
const people = new Map<string, Person>()
/** One desk or phone for the whole file. */
async function at(who: string, device = {}): Promise<Person> {
  const person = people.get(who) ?? (await browser.signIn(who, device))
  person.context.setDefaultTimeout(SLOW.timeout)
  people.set(who, person)
  return person
}
const wang = () => at('discipline1')
const sun = () => at('organization1', PHONE)

beforeAll(async () => {
  server = await startDemo()
  secretary = await MemberSocket.connect(server.url, 'secretary')
  handler = await MemberSocket.connect(server.url, 'discipline1')
  secretId = await handIn(server.url, secretary, ID, {
    title: SECRET.title,
    file: { name: '笔录.pdf', type: 'application/pdf', content: chinesePdf('第一页', '第二页') },
    register: { classification: 'restricted', readerBodyIds: 'discipline' },
  })
  const stream = `case/${ID}`
  const { view } = await handler.must<{ view: CaseView }>('room/join', { stream, audience: 'person' })
  const minutesId = view.state.evidence.find(({ title }) => title === MINUTES)?.id ?? ''
  for (const [evidenceId, note] of [
    [minutesId, NOTE],
    [secretId, SECRET.note],
  ]) {
    const command = { type: 'mark-evidence', evidenceId, place: PLACE, note }
    await handler.must('room/command', { stream, commandId: newCommandId(), command })
  }
})
afterAll(async () => {
  secretary.disconnect()
  handler.disconnect()
  await server.remove()
})

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const text = (page: Page) => page.getByRole('textbox', { name: TEXT })
async function openText({ page }: Person): Promise<void> {
  await page.goto(`${CASE}/dossier/facts`)
  await text(page).waitFor()
  await page.getByRole('button', { name: '插入', exact: true }).waitFor()
}
/** By the tool, at the end of the text; the keys are the dialog's then. @returns the dialog */
async function insert(page: Page, kind: string): Promise<Locator> {
  await goToEnd(page, TEXT)
  await page.keyboard.press('Enter')
  await press(page, '插入')
  await page.getByRole('menuitem', { name: kind }).click()
  const asked = dialog(page, kind)
  await expect.poll(() => asked.evaluate((box) => box.contains(document.activeElement)), SLOW).toBe(true)
  return asked
}

const byKey = async (link: Locator) => {
  await link.focus()
  await link.press('Enter')
}
const byPress = (link: Locator) => link.tap()

/** Follows a link of the phone's person, and is at the mark: on its page, in its frame, its note in the list. */
async function leadsToMark(link: Locator, follow: (link: Locator) => Promise<void>): Promise<void> {
  const { context } = await sun()
  const opening = context.waitForEvent('page', SLOW)
  await follow(link)
  const page = await opening
  await expect.poll(() => page.locator('canvas').getAttribute('data-page'), SLOW).toBe('2')
  await page.getByTestId('zone').waitFor()
  const linked = page.getByRole('listitem').filter({ hasText: NOTE })
  await expect.poll(() => linked.getByRole('link').getAttribute('aria-current'), SLOW).toBe('true')
  expect(await sticksOut(page)).toEqual([])
  await page.close()
}

it('[E-25] [E-23] a mark chosen by keys in a text leads another to it on his phone, by a press and by keys', async () => {
  const { page } = await wang()
  await openText(await wang())
  const asked = await insert(page, '引用证据')
  const piece = asked.getByRole('combobox', { name: '证据' })
  await piece.press('ArrowDown')
  const chosen = (field: Locator) =>
    field.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent ?? '')
  await expect.poll(() => chosen(piece), SLOW).toBe(`证据1《${MINUTES}》`)
  const mark = asked.getByRole('combobox', { name: /标记/ })
  await mark.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => chosen(mark), SLOW).toBe(`标记1，第2页：${NOTE}`)
  // A mark has its page.
  await asked.getByRole('textbox', { name: /页码/ }).waitFor({ state: 'hidden' })
  await byKey(asked.getByRole('button', { name: '插入', exact: true }))
  await asked.waitFor({ state: 'hidden' })
  await isSaved(page)

  await openText(await sun())
  const { page: phone } = await sun()
  const link = text(phone).getByRole('link', { name: REFERENCE })
  await leadsToMark(link, byPress)
  await leadsToMark(link, byKey)
  // A text goes further than the pieces it leans on.
  expect(await text(phone).textContent()).not.toContain(NOTE)
  expect(await seriousFindings(phone)).toEqual([])
  expect(await sticksOut(phone)).toEqual([])
})

it('[E-26] [E-23] a finding leans on a mark that was ticked by keys, and leads there from the table and from a text', async () => {
  const { page } = await wang()
  await page.goto(`${CASE}/findings`)
  await press(page, `填写研判：${CRITERION}`)
  const asked = dialog(page, `填写研判：${CRITERION}`)
  await asked.getByRole('radio', { name: '应究' }).check()
  await asked.getByRole('textbox', { name: '理由' }).fill('会后补签')
  for (const name of [numbered(MINUTES), new RegExp(`^${LEANING}`)]) {
    const box = asked.getByRole('checkbox', { name })
    await box.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => box.isChecked(), SLOW).toBe(true)
  }
  await press(asked, '填写研判')
  await asked.waitFor({ state: 'hidden' })
  await openText(await wang())
  const block = await insert(page, '部门研判')
  await block.getByRole('combobox', { name: '标准' }).selectOption({ label: CRITERION })
  await press(block, '插入')
  await isSaved(page)

  const { page: phone } = await sun()
  await phone.goto(`${CASE}/findings`)
  const row = phone.getByRole('row', { name: new RegExp(CRITERION) })
  const link = row.getByRole('link', { name: LEANING }).first()
  await leadsToMark(link, byPress)
  await leadsToMark(link, byKey)
  expect(await seriousFindings(phone)).toEqual([])
  await openText(await sun())
  const shown = text(phone).getByRole('group', { name: `部门研判：${CRITERION}` })
  await leadsToMark(shown.getByRole('link', { name: REFERENCE }), byPress)
})

async function choosePiece(asked: Locator, title: string): Promise<void> {
  const field = asked.getByRole('combobox', { name: '证据' })
  const option = field.getByRole('option').filter({ hasText: title })
  await field.selectOption((await option.getAttribute('value')) ?? '')
}

/** Writes a comment that cites a mark of a piece, up to where it is sent. */
async function comment(page: Page, words: string, title: string): Promise<void> {
  await press(page, '添加批注')
  const box = page.getByRole('textbox', { name: '批注内容' })
  await box.fill(words)
  await press(page, '引用证据')
  const asked = dialog(page, '引用证据')
  await choosePiece(asked, title)
  await asked.getByRole('combobox', { name: /标记/ }).selectOption({ index: 1 })
  await press(asked, '插入')
  await asked.waitFor({ state: 'hidden' })
  await expect.poll(() => box.inputValue(), SLOW).toMatch(new RegExp(`^${words} /cases/.+mark=\\S+ $`))
  await page.getByText('发送后显示为：').waitFor()
}

it('[E-46] a comment cites a mark: it is named there as in a text, and leads to it', async () => {
  const { page } = await wang()
  await openText(await wang())
  await comment(page, '请核对', MINUTES)
  // The cursor stands behind what was put in.
  const box = page.getByRole('textbox', { name: '批注内容' })
  await expect.poll(() => box.evaluate((field) => field === document.activeElement), SLOW).toBe(true)
  await page.keyboard.type('是谁签的')
  await press(page, '发送批注')
  const card = (of: Page) => of.getByRole('listitem', { name: /^批注 \d+/ }).filter({ hasText: '请核对' })
  await card(page).getByRole('link', { name: REFERENCE }).waitFor()
  expect(await card(page).textContent()).toMatch(/请核对 证据\d+《.+》第2页（标记1） 是谁签的/)

  await openText(await sun())
  const { page: phone } = await sun()
  await press(phone, /^批注与修订（\d+）$/)
  const link = card(phone).getByRole('link', { name: REFERENCE })
  await leadsToMark(link, byPress)
  await leadsToMark(link, byKey)
  expect(await seriousFindings(phone)).toEqual([])
  expect(await sticksOut(phone)).toEqual([])
})

it('[E-21] [E-03] [E-46] whoever may not open the piece sees neither mark nor note, wherever it is cited', async () => {
  const { page } = await wang()
  await openText(await wang())
  const asked = await insert(page, '引用证据')
  await choosePiece(asked, SECRET.title)
  await asked.getByRole('combobox', { name: /标记/ }).selectOption({ index: 1 })
  await press(asked, '插入')
  const cited = text(page).getByRole('link', {
    name: new RegExp(`^证据\\d+《${SECRET.title}》第2页（标记1）$`),
  })
  await cited.waitFor()
  await isSaved(page)
  const address = (await cited.getAttribute('href')) ?? ''
  expect(address).toContain(`/evidence/${secretId}/view?page=2&mark=`)
  await comment(page, '另看', SECRET.title)
  await press(page, '发送批注')
  await page.goto(`${CASE}/findings`)
  await press(page, `修改研判：${CRITERION}`)
  const finding = dialog(page, `修改研判：${CRITERION}`)
  await finding.getByRole('checkbox', { name: numbered(SECRET.title) }).check()
  await finding.getByRole('checkbox', { name: new RegExp(`^${SECRET.title}（标记1）`) }).check()
  await press(finding, '修改研判')
  await finding.waitFor({ state: 'hidden' })
  await page
    .getByRole('link', { name: `${SECRET.title}（标记1）` })
    .first()
    .waitFor()

  const other = await sun()
  const { page: phone } = other
  await openText(other)
  await text(phone).getByText('〔证据〕').waitFor()
  const seen = [await phone.content()]
  // Nor is it offered to him.
  const asking = await insert(phone, '引用证据')
  const offered = asking.getByRole('combobox', { name: '证据' }).getByRole('option')
  await expect.poll(() => offered.allTextContents(), SLOW).toContain(`证据1《${MINUTES}》`)
  seen.push(...(await offered.allTextContents()))
  await phone.keyboard.press('Escape')
  await asking.waitFor({ state: 'hidden' })
  await press(phone, /^批注与修订（\d+）$/)
  const card = phone.getByRole('listitem', { name: /^批注 \d+/ }).filter({ hasText: '另看' })
  await card.getByText('〔证据〕').waitFor()
  seen.push(await phone.content())
  await phone.goto(`${CASE}/findings`)
  await phone.getByRole('link', { name: LEANING }).first().waitFor()
  seen.push(await phone.content(), ...other.frames.map((frame) => frame.text))
  const answer = await phone.request.get(address)
  expect(answer.ok()).toBe(false)
  seen.push(await answer.text())
  for (const words of Object.values(SECRET)) expect(seen.filter((one) => one.includes(words))).toEqual([])
  // The same look is not blind.
  expect(seen.some((one) => one.includes(MINUTES))).toBe(true)
})

it('[E-48] a piece that was replaced says so on its page and wherever it is cited, and leads to the other', async () => {
  const replacement = await handIn(server.url, secretary, ID, {
    title: '会议纪要（签字更正件）',
    file: { name: '更正.pdf', type: 'application/pdf', content: chinesePdf('更正后的一页') },
  })
  const { page } = await wang()
  await openText(await wang())
  const address = await text(page).getByRole('link', { name: REFERENCE }).first().getAttribute('href')
  const evidenceId = /evidence\/([\w-]+)\/view/.exec(address ?? '')?.[1]
  const command = { type: 'withdraw-evidence', evidenceId, replacedBy: replacement, reason: '签字日期有误' }
  await secretary.must('room/command', { stream: `case/${ID}`, commandId: newCommandId(), command })
  const cited = /^证据1《.+》第2页（标记1）（该证据已由证据\d+替换）$/
  await expect.poll(() => text(page).getByRole('link', { name: cited }).count(), SLOW).toBe(2)
  await page
    .getByRole('listitem', { name: /^批注 \d+/ })
    .getByRole('link', { name: cited })
    .first()
    .waitFor()
  await page.goto(`${CASE}/findings`)
  await page
    .getByText(/（标记1）（该证据已由证\d+替换）/)
    .first()
    .waitFor()
  const { page: phone } = await sun()
  await phone.goto(address ?? '')
  await phone.getByText(/撤回：签字日期有误/).waitFor()
  expect(await sticksOut(phone)).toEqual([])
  await phone.getByRole('link', { name: /^由证\d+“会议纪要（签字更正件）”替换$/ }).tap()
  await phone.waitForURL(new RegExp(replacement))
})
