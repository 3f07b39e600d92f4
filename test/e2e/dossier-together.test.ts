import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { seeded } from '../../scripts/seeded.ts'
import { dataOf, inText } from '../access/sweep.ts'
import { testBrowser, type Person } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { handIn } from '../support/hand-in.ts'
import { MemberSocket, newCommandId } from '../support/member-socket.ts'
import { press, type } from '../support/story-steps.ts'

/**
 * Five people of three departments write the documents of a case at once, with remarks, suggestions, versions, findings
 * and evidence. For as long as a suite can wait; ten minutes of it: HUISHANG_TEST_WRITING_MINUTES=10.
 */

const MINUTES = Number(process.env['HUISHANG_TEST_WRITING_MINUTES'] ?? 2 / 3)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const CASE = 'case-rent-relief'
const WRITERS = ['discipline1', 'discipline2', 'organization1', 'organization2', 'political1'] as const
type Writer = (typeof WRITERS)[number]
const LOOKERS = ['secretary', 'leader', 'applicant'] as const

interface Text {
  readonly part: string
  readonly label: string
  readonly words: string
}
const FACTS = { part: 'facts', label: '案件事实正文', words: '' }
const SHARED: readonly Text[] = [
  FACTS,
  { part: 'verification-report', label: '核实报告正文', words: '' },
  { part: 'condition-matrix', label: '条件对照说明正文', words: '' },
  { part: 'draft-decision', label: '拟办意见正文', words: '' },
]
const opinionOf = (body: string, name: string, words: string): Text => ({
  ...{ part: `opinion-${body}`, label: `${name}意见的理由`, words },
})
const OPINIONS: Readonly<Record<string, Text>> = {
  discipline: opinionOf('discipline', '演示市纪委监委', '从重处理倾向'),
  organization: opinionOf('organization', '演示市委组织部', '酌情使用倾向'),
  political: opinionOf('political', '演示市委政法委', '依法从宽倾向'),
}
/** Where everybody types at once, each letters of his own. */
const TOGETHER = '【共同】'
const LETTERS: Readonly<Record<Writer, string>> = {
  ...{ discipline1: '①', discipline2: '②', organization1: '③', organization2: '④', political1: '⑤' },
}
const soon = { timeout: 60_000 }

let server: DemoServer
let evidenceId = ''
const browser = testBrowser(() => server.url)
const people = new Map<string, Person>()
const sockets = new Map<string, MemberSocket>()
const at = (who: string): Person => people.get(who) ?? expect.fail(`${who} is not there`)
const by = (who: string): MemberSocket => sockets.get(who) ?? expect.fail(`${who} is not there`)
const named = (part: string) => `case/${CASE}/${part}`
const markOf = (who: Writer) => `【${who}】`
const bodyOf = (who: Writer) => who.replace(/\d$/, '')
const opinionBy = (who: Writer) => OPINIONS[bodyOf(who)] ?? FACTS

beforeAll(async () => {
  server = await startDemo()
  for (const who of [...WRITERS, ...LOOKERS]) {
    const person = await browser.signIn(who)
    person.context.setDefaultTimeout(soon.timeout)
    people.set(who, person)
    sockets.set(who, await MemberSocket.connect(server.url, who))
  }
  // Each has a paragraph of his own in every text that he writes.
  for (const who of WRITERS)
    for (const { part } of [...SHARED, opinionBy(who)]) await by(who).writeParagraph(named(part), markOf(who))
  await by('discipline1').writeParagraph(named('facts'), TOGETHER)
  await by('discipline1').writeParagraph(named('facts'), '【核对】涉及十二户。')
})
afterAll(async () => {
  for (const socket of sockets.values()) socket.disconnect()
  await server.remove()
})

/** A text as the server has it. */
async function textOf(who: string, part: string): Promise<string> {
  const doc = new Y.Doc()
  const { id, update } = await by(who).openDocument(named(part), doc)
  Y.applyUpdate(doc, new Uint8Array(update))
  by(who).tell('document/close', { id })
  return doc.getXmlFragment(TEXT_FIELD).toJSON()
}

async function open(page: Page, { part, label }: Text): Promise<void> {
  const path = part.startsWith('opinion-') ? `/cases/${CASE}/opinions` : `/cases/${CASE}/dossier/${part}`
  if (!page.url().endsWith(path)) await page.goto(path)
  await page.locator(`[role=textbox][aria-label="${label}"][aria-readonly=false]`).waitFor()
}

/** Selects words of the text as a pointer would, or puts the cursor behind the last letter of their paragraph. */
const select = (page: Page, { label }: Text, words: string, isBehind = false) =>
  expect
    .poll(
      () =>
        page.getByRole('textbox', { name: label, exact: true }).evaluate(
          async (text: HTMLElement, { sought, behind }) => {
            const paragraph = [...text.querySelectorAll('p')].find((one) => one.textContent?.includes(sought))
            if (!paragraph) return 'no such paragraph'
            text.focus()
            const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
            let last: globalThis.Node | null = null
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
              // The name beside somebody else's cursor is no letter of the text.
              if (node.parentElement?.closest('.ProseMirror-widget')) continue
              const start = node.textContent?.indexOf(sought) ?? -1
              if (start !== -1) getSelection()?.setBaseAndExtent(node, start, node, start + sought.length)
              last = node
            }
            if (behind && last) getSelection()?.collapse(last, last.textContent?.length ?? 0)
            // The browser tells the editor a moment later.
            document.dispatchEvent(new Event('selectionchange'))
            await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
            return paragraph.contains(getSelection()?.anchorNode ?? null) ? 'there' : 'elsewhere'
          },
          { sought: words, behind: isBehind },
        ),
      soon,
    )
    .toBe('there')

/** What each wrote into his own paragraph of each text, and how many letters into the common one. */
const written = new Map<string, string>()
const lettersBy = new Map<Writer, number>()

/** Sentence after sentence, each in a text of his choosing, until the time is over. */
async function writeOn(who: Writer, chance: () => number, until: number): Promise<void> {
  const { page } = at(who)
  const own = opinionBy(who)
  const texts = [...SHARED, own]
  for (let n = 1; n === 1 || Date.now() < until; n += 1) {
    const text = (n === 1 ? own : texts[Math.floor(chance() * texts.length)]) ?? own
    await open(page, text)
    if (text === FACTS && chance() < 0.5) {
      await select(page, FACTS, TOGETHER, true)
      await type(page, LETTERS[who].repeat(8))
      lettersBy.set(who, (lettersBy.get(who) ?? 0) + 8)
    }
    const sentence = `${text.words}第${String(n)}句，${who}写。`
    await select(page, text, markOf(who), true)
    await type(page, sentence)
    const key = `${text.part} ${who}`
    const all = `${written.get(key) ?? markOf(who)}${sentence}`
    written.set(key, all)
    await expect.poll(() => textOf(who, text.part), soon).toContain(`>${all}<`)
  }
}

/** In the same text meanwhile: a remark on words, a suggestion that is accepted, a version by name. */
async function discuss(): Promise<void> {
  const [wang, sun] = await Promise.all(
    ['discipline1', 'organization1'].map((who) => at(who).tab(`/cases/${CASE}/dossier/facts`)),
  )
  if (!wang || !sun) return
  await open(wang, FACTS)
  await select(wang, FACTS, '十二户')
  await wang.keyboard.press('Control+Alt+m')
  const box = wang.getByRole('textbox', { name: '批注内容' })
  await box.waitFor()
  await box.fill('请组织部核对户数')
  await press(wang, '发送批注')
  await sun.getByText('请组织部核对户数').waitFor()

  await open(sun, FACTS)
  await press(sun, '修订模式')
  await sun.getByRole('button', { name: '退出修订' }).waitFor()
  await select(sun, FACTS, '【核对】', true)
  await type(sun, '户数以审计为准。')
  await press(sun, '提出修订（1）')
  const text = wang.getByRole('textbox', { name: FACTS.label, exact: true })
  await text.locator('ins').filter({ hasText: '户数以审计为准' }).waitFor()
  expect(await textOf('political1', 'facts')).not.toContain('户数以审计为准')
  await press(wang, '采纳')
  await expect
    .poll(() => textOf('political1', 'facts'), soon)
    .toContain('>【核对】涉及十二户。户数以审计为准。<')
  await expect
    .poll(() => text.locator('[class*=remark], [class*=active]').allTextContents(), soon)
    .toEqual(['十二户'])

  const zhao = await at('political1').tab(`/cases/${CASE}/versions/facts`)
  await zhao.getByLabel('版本名称').fill('共同核对稿')
  await press(zhao, '留存版本')
  await zhao.getByRole('region', { name: '版本记录' }).getByText('共同核对稿').waitFor()
  for (const tab of [wang, sun, zhao]) await tab.close()
}

/** A piece for the discipline body alone, and findings that lean on it. */
async function findTogether(): Promise<void> {
  const { page } = at('secretary')
  await page.goto(`/cases/${CASE}/findings`)
  const row = page.getByRole('row', { name: /推动发展与谋取私利/ }).first()
  await row.waitFor()
  await expect.poll(() => row.textContent()).toMatch(/未研判.*未研判.*未研判/)
  evidenceId = await handIn(server.url, by('secretary'), CASE, {
    title: '密件谈话笔录',
    file: { name: '笔录.txt', type: 'text/plain', content: '仅限承办机关' },
    register: { classification: 'restricted', readerBodyIds: 'discipline' },
  })
  const find = (who: Writer, side: 'tolerable' | 'punishable', evidenceIds: readonly string[]) =>
    by(who).must('room/command', {
      ...{ stream: `case/${CASE}`, commandId: newCommandId() },
      command: { type: 'record-finding', criterion: 'distinction-3', side, reason: '共同核实', evidenceIds },
    })
  await find('discipline1', 'tolerable', [evidenceId])
  await expect.poll(() => row.textContent(), soon).toMatch(/可容/)
  await find('organization1', 'tolerable', [])
  await find('political1', 'punishable', [])
  await expect.poll(() => row.textContent(), soon).toMatch(/可容.*可容.*应究.*有分歧/)
}

/** What the discipline body says about its sealed opinion, beside the opinion itself. */
async function discussSealed(): Promise<void> {
  await by('discipline1').must('room/command', {
    ...{ stream: `remarks/${named('opinion-discipline')}`, commandId: newCommandId() },
    command: { type: 'remark', anchor: null, text: '密封内部批注', mentions: [] },
  })
  const body = new URLSearchParams({ intent: 'keep', label: '密封稿之名' })
  expect((await post('discipline1', `/cases/${CASE}/versions/opinion-discipline`, body)).status).toBeLessThan(
    400,
  )
}

const post = (who: string, path: string, body: URLSearchParams) =>
  fetch(`${server.url}${path}`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { cookie: by(who).cookie, origin: server.url, accept: 'application/json' },
  })

it(
  '[D-141] what five people write at once in the documents of a case is all there, once, in order, beside remarks, suggestions, versions and findings',
  { timeout: (MINUTES + 6) * 60_000 },
  async () => {
    process.stdout.write(`SEED=${String(SEED)}, ${MINUTES.toFixed(1)} minutes\n`)
    for (const who of LOOKERS) await at(who).goto(`/cases/${CASE}`)
    const until = Date.now() + MINUTES * 60_000
    await Promise.all([
      ...WRITERS.map((who, place) => writeOn(who, seeded(SEED + place), until)),
      ...[discuss(), findTogether(), discussSealed()],
    ])
    for (const [key, all] of written) {
      const [part = '', who = ''] = key.split(' ')
      // Read by a colleague or, where it is shared, by somebody of another body.
      const reader = part.startsWith('opinion-') ? who : who === 'political1' ? 'discipline2' : 'political1'
      expect((await textOf(reader, part)).split(`>${all}<`), `${key} SEED=${String(SEED)}`).toHaveLength(2)
    }
    const facts = await textOf('organization2', 'facts')
    for (const [who, letters] of lettersBy)
      expect([who, facts.split(LETTERS[who]).length - 1]).toEqual([who, letters])
    expect(written.size).toBeGreaterThanOrEqual(WRITERS.length)
  },
)

/** Everything that somebody is given: what he is sent unasked, and what he gets at every door of the case. */
async function everythingFor(who: string): Promise<string> {
  const pages = [
    ...['', '/opinions', '/evidence', '/findings', '/record', '/decisions', '/dossier/facts'],
    ...['/dossier/opinion-discipline', '/versions/opinion-discipline', '/print/opinion-discipline'],
    ...['/versions/facts', '/versions/opinion-discipline?v=now', '/print/facts'],
    ...[`/evidence/${evidenceId}`, `/evidence/${evidenceId}/view`],
  ].map((path) => `/cases/${CASE}${path}`)
  // Pieces of the words, never the whole: a page says again what was looked for.
  const searches = ['从重处理', '密件谈话', '密封', '仅限承办'].flatMap((words) => [
    `/search?q=${encodeURIComponent(words)}`,
    `/search/hits?q=${encodeURIComponent(words)}`,
  ])
  const found: string[] = []
  for (const path of [...pages, ...searches, '/workbench', '/cases', '/_app'])
    for (const address of [path, dataOf(path)]) found.push(await (await by(who).page(address)).text())
  const save = await post(
    who,
    `/cases/${CASE}/evidence/${evidenceId}`,
    new URLSearchParams({ reason: '看看' }),
  )
  found.push(await save.text())
  return [...found, ...at(who).frames.map(({ text }) => text), inText(by(who).frames)].join('\n')
}

it('[D-142] nothing of a sealed opinion or a restricted piece has come to whoever may not see it, by any door', async () => {
  const opinion = named('opinion-discipline')
  const SEALED = ['从重处理倾向', '密封内部批注', '密封稿之名']
  const PIECE = ['密件谈话笔录', '仅限承办机关', '笔录.txt']
  const outside = { organization1: PIECE, political1: PIECE, applicant: PIECE, leader: [], secretary: [] }
  // Waits until the search knows what was written: it is not for want of time that nothing is found.
  await expect
    .poll(
      async () =>
        (await by('discipline2').page('/search/hits?q=%E4%BB%8E%E9%87%8D%E5%A4%84%E7%90%86')).text(),
      soon,
    )
    .toContain('从重处理倾向')
  for (const [who, alsoOfThePiece] of Object.entries(outside)) {
    for (const [event, message] of [
      ['document/open', { name: opinion, stateVector: new Uint8Array([0]) }],
      ['remarks/join', { name: opinion, after: 0 }],
      ['remarks/readers', { name: opinion }],
      ['room/join', { stream: `remarks/${opinion}`, audience: 'person' }],
    ] as const)
      expect([who, event, (await by(who).ask(event, message)).ok]).toEqual([who, event, false])
    const all = await everythingFor(who)
    expect([who, [...SEALED, ...alsoOfThePiece].filter((word) => all.includes(word))]).toEqual([who, []])
  }
  // The same look finds all of it where it may be seen: it is not blind.
  const { remarks } = await by('discipline2').must<{ remarks: unknown }>('remarks/join', {
    name: opinion,
    after: 0,
  })
  const all = `${await everythingFor('discipline2')}${inText(remarks)}`
  expect([...SEALED, ...PIECE].filter((word) => !all.includes(word))).toEqual([])
})
