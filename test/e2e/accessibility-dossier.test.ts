import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MarkPlace } from '#domain/cases/evidence-types.ts'
import { writeWord } from '#server/word-files/write.ts'
import { testBrowser } from '../support/browser.ts'
import { pagesChecked } from '../support/checked-pages.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { handIn } from '../support/hand-in.ts'
import { MemberSocket, newCommandId } from '../support/member-socket.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import { silence } from '../support/silence.ts'
import { h, p, paperOf } from '../word-files/papers.ts'

/** Pages of the dossier that want something first: templates with a draft and a version, pieces of evidence of every kind with marks. */

const CASE = 'case-land-policy'
const TEMPLATE = '/templates/tolerance/facts'

let server: DemoServer
let secretary: MemberSocket
const pieces: Record<string, string> = {}
const browser = testBrowser(() => server.url)
const { checkPages } = pagesChecked(browser, () => server.url)

async function add(
  title: string,
  name: string,
  type: string,
  content: string | Uint8Array,
  place: MarkPlace | null,
) {
  const evidenceId = await handIn(server.url, secretary, CASE, { title, file: { name, type, content } })
  pieces[title] = `/cases/${CASE}/evidence/${evidenceId}/view`
  if (!place) return
  for (const note of ['签字日期在会后', '再看一遍']) {
    const command = { type: 'mark-evidence', evidenceId, place, note }
    await secretary.must('room/command', { stream: `case/${CASE}`, commandId: newCommandId(), command })
  }
}

async function onTemplate(form: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(server.url + TEMPLATE, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
    headers: { cookie: secretary.cookie, origin: server.url },
  })
  expect(answer.status).toBe(302)
}

beforeAll(async () => {
  server = await startDemo()
  secretary = await MemberSocket.connect(server.url, 'secretary')
  await onTemplate({ intent: 'put-back', number: '0', reason: '照发布的文字', commandId: newCommandId() })
  await onTemplate({ intent: 'edit' })
  const zone = { x: 200, y: 100, width: 400, height: 100 }
  await add('会议纪要', '纪要.pdf', 'application/pdf', chinesePdf('第一页', '第二页'), {
    ...{ kind: 'zone', page: 1, zone },
  })
  await add('现场照片', '照片.png', 'image/png', readFileSync('prisma/demo/evidence/plan.png'), {
    kind: 'zone',
    page: 1,
    zone,
  })
  await add('谈话录音', '录音.wav', 'audio/wav', silence(90), { kind: 'time', second: 42 })
  const word = await writeWord(paperOf(h(2, '一、情况'), p('由来。')))
  await add('情况说明', '说明.docx', '', word, null)
})
afterAll(async () => {
  secretary.disconnect()
  await server.remove()
})

checkPages('templates', () => [
  ['secretary', '/templates', 'table'],
  ['discipline1', '/templates', 'table'],
  ['secretary', TEMPLATE],
  ['discipline1', TEMPLATE],
  ['secretary', `${TEMPLATE}?edit`, '[role=textbox][aria-readonly=false]'],
  ['secretary', `${TEMPLATE}?v=0`, 'textarea'],
  ['secretary', '/templates/tolerance/opinion', 'textarea'],
])

const ofPiece = (title: string, search = '') => `${pieces[title] ?? ''}${search}`

checkPages('pieces of evidence', () => [
  ['discipline1', ofPiece('会议纪要', '?page=1'), 'canvas[data-page="1"]'],
  ['discipline1', ofPiece('现场照片'), '[data-testid=mark]'],
  ['discipline1', ofPiece('谈话录音', '?at=42'), 'audio'],
  ['discipline1', ofPiece('情况说明'), '.paper'],
  ['secretary', ofPiece('会议纪要'), '[data-testid=mark]'],
])

it('[D-158] going back by keys from the foot of a long page, nothing has the focus under the bar', async () => {
  // Somebody who looks at none of the pages above: those go on in English.
  const { page } = await browser.signIn('discipline2', { viewport: { width: 1280, height: 500 } })
  await page.goto(`/cases/${CASE}/evidence`)
  await page.getByRole('button', { name: '上传证据' }).focus()
  const seen: (string | null)[] = []
  const at = () =>
    page.evaluate(() => {
      const on = document.activeElement
      if (!on || on === document.body || on.closest('header')) return null
      const { top } = on.getBoundingClientRect()
      const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
      return top < bar ? `${on.textContent ?? ''} at ${String(top)}` : ''
    })
  for (let step = 0; step < 60 && seen.at(-1) !== null; step += 1) {
    await page.keyboard.press('Shift+Tab')
    seen.push(await at())
  }
  expect(seen.length).toBeGreaterThan(15)
  expect(seen.filter(Boolean)).toEqual([])
})

it('nothing went wrong on the server', () => {
  expect(server.errors()).toEqual([])
})
