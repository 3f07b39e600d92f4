/* eslint-disable max-lines -- a draft: it is split when it passes. Not run by `npm test` yet: see docs/progress.md. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser, type Person } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { MemberSocket } from '../support/member-socket.ts'
import { countsIn } from '../support/counts-in.ts'
import {
  act,
  checkIn,
  choose,
  confirmTogether,
  confirmVote,
  console_,
  fillIn,
  hasReceipt,
  isRefused,
  isSaved,
  press,
  putQuestion,
  sees,
  seesNothingOf,
  state,
  type,
  unfold,
  vote,
  writeAtEnd,
} from '../support/story-steps.ts'

/** The main job of product.md, minute by minute, in browsers on the built product. */

const YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date())
const CASE = `容错〔${YEAR}〕1号`
const MINUTES = `纪要〔${YEAR}〕1号`
const SECOND_CASE = '某区城管局未批先建案'
const MEETING = 'meeting-demo'
const CASE_PATH = '/cases/case-rent-relief'
const SECOND_PATH = '/cases/case-building-before-approval'
const REASON = '与当事单位有利害关系'

let server: DemoServer
const browser = testBrowser(() => server.url)
const people: Record<string, Person> = {}
const sockets: Record<string, MemberSocket> = {}
let screen: Page

const page = (userName: string): Page => {
  const found = people[userName]
  if (!found) throw new Error(`${userName} has no browser`)
  return found.page
}
const socket = (userName: string): MemberSocket => {
  const found = sockets[userName]
  if (!found) throw new Error(`${userName} has no socket`)
  return found
}
const everyPage = () => Object.values(people).map((person) => person.page)
/** The step that the chair's console offers, where it is pressed without a question. */
const step = (label: string) => press(console_(page('chair')), label)

const IN_BROWSERS = ['secretary', 'chair', 'discipline1', 'organization1', 'political1', 'political3']
const BY_SOCKET = ['discipline2', 'organization2', 'organization3', 'political2']
const WRITERS = [
  { who: 'discipline1', body: '演示市纪委监委', name: '王建国', words: '纪检监察机关补充：未发现以权谋私。' },
  { who: 'organization1', body: '演示市委组织部', name: '孙丽', words: '组织部门补充：平时履职表现良好。' },
  { who: 'political1', body: '演示市委政法委', name: '郑刚', words: '政法机关补充：未见违法情形。' },
] as const

beforeAll(async () => {
  server = await startDemo()
  for (const userName of IN_BROWSERS) people[userName] = await browser.signIn(userName)
  for (const userName of BY_SOCKET) sockets[userName] = await MemberSocket.connect(server.url, userName)
})
afterAll(async () => {
  for (const one of Object.values(sockets)) one.disconnect()
  await server.remove()
})

describe('the dossier', () => {
  it('three departments write the facts at once and see names and words of each other', async () => {
    await page('discipline1').goto('/workbench')
    await page('discipline1')
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: '案件' })
      .click()
    await page('discipline1')
      .getByRole('link', { name: new RegExp('金松投资集团') })
      .first()
      .click()
    await page('discipline1')
      .getByRole('heading', { name: /金松投资集团/ })
      .waitFor()
    await page('discipline1').getByRole('link', { name: '案卷', exact: true }).click()
    await page('discipline1')
      .getByRole('link', { name: /案件事实/ })
      .click()
    await Promise.all(
      ['organization1', 'political1'].map((who) => page(who).goto(`${CASE_PATH}/dossier/facts`)),
    )
    // One after the other to the end of the text: an Enter in a sentence that somebody is writing would divide it.
    for (const { who } of WRITERS) await writeAtEnd(page(who), '案件事实正文', '')
    await Promise.all(WRITERS.map(({ who, words }) => type(page(who), words)))
    for (const reader of WRITERS) {
      const text = page(reader.who).getByRole('textbox', { name: '案件事实正文' })
      for (const { words, name } of WRITERS) {
        await expect.poll(() => text.textContent(), { timeout: 15_000 }).toContain(words)
        if (name !== reader.name)
          await page(reader.who)
            .getByText(new RegExp(`正在此文书中：.*${name}`))
            .first()
            .waitFor({ state: 'attached' })
      }
      await isSaved(page(reader.who))
    }
    const others = page('discipline1').getByRole('textbox', { name: '案件事实正文' })
    // The cursor of another carries his name.
    for (const name of ['孙丽', '郑刚']) await expect.poll(() => others.textContent()).toContain(name)
  })

  it('opinions are sealed until they are submitted, then frozen and side by side', async () => {
    await Promise.all(
      WRITERS.map(({ who }) =>
        page(who)
          .getByRole('link', { name: /^部门意见/ })
          .click(),
      ),
    )
    for (const { who, body } of WRITERS) {
      const desk = page(who)
      await choose(desk, '对邓某', '减责')
      await choose(desk, '对李某', '减责')
      await press(desk, '添加条款')
      await desk.getByRole('textbox', { name: '条款 1' }).fill('《办法》减责情形')
      await writeAtEnd(desk, `${body}意见的理由`, `${body}的内部理由。`)
      await isSaved(desk)
    }
    for (const { who, body } of WRITERS)
      for (const reader of WRITERS) {
        if (reader.who === who) continue
        await page(reader.who).reload()
        await page(reader.who)
          .getByRole('textbox', { name: `${reader.body}意见的理由` })
          .waitFor()
        await seesNothingOf(page(reader.who), `${body}的内部理由`)
      }
    for (const { who } of WRITERS) {
      const desk = page(who)
      await press(desk, '提交意见')
      await press(desk.getByRole('dialog', { name: '提交意见' }), '提交意见')
      await sees(desk, /已于.*提交/)
    }
    for (const { who } of WRITERS) {
      const table = page(who).getByRole('region', { name: '各部门意见对照' }).getByRole('table')
      for (const { body } of WRITERS) await table.getByText(`${body}的内部理由。`).waitFor()
      await table
        .getByRole('row', { name: /对邓某/ })
        .getByText('一致')
        .waitFor()
    }
    for (const { who, body } of WRITERS)
      expect(
        await page(who)
          .getByRole('textbox', { name: `${body}意见的理由` })
          .count(),
      ).toBe(0)
  })
})

describe('the meeting', () => {
  it('opens when the quorum is there', async () => {
    screen = await (people['secretary'] as Person).tab(`/meetings/${MEETING}/screen`)
    await page('secretary').goto('/workbench')
    await Promise.all(IN_BROWSERS.slice(1).map((who) => page(who).goto(`/meetings/${MEETING}`)))
    await page('secretary')
      .getByRole('link', { name: /进入会场/ })
      .first()
      .click()
    await screen.getByText('请签到').waitFor()
    await screen.getByText(/实到 0 \/ 应到 9，须到 6/).waitFor()
    await checkIn(page('chair'))
    await isRefused(page('chair'), '宣布开会', /法定人数|部门/)
    for (const who of IN_BROWSERS.slice(2)) await checkIn(page(who))
    await sees(page('chair'), /还差 1 人/)
    for (const who of BY_SOCKET)
      await socket(who).command(MEETING, { type: 'check-in', personId: null, code: null })
    await Promise.all([...everyPage(), screen].map((one) => sees(one, /实到 9 \/ 应到 9/)))
    await act(page('chair'), '宣布开会', console_(page('chair')))
    await Promise.all(everyPage().map((one) => sees(one, '等待主持人开启下一议题')))
  })

  it('hears the first item: floor, questions, statements, the chair last', async () => {
    await step('开始审议第 1 项')
    await Promise.all([...everyPage(), screen].map((one) => sees(one, /少减免租金案/)))
    await step('进入提问')
    await press(page('organization1'), /^举手/)
    await press(page('chair'), '请孙丽发言')
    await Promise.all([...everyPage(), screen].map((one) => sees(one, /孙丽/)))
    await screen.getByRole('timer').waitFor()
    await press(page('organization1'), '我讲完了')
    await step('进入逐一表态')
    await isRefused(page('chair'), '表态', /末位表态/)
    for (const who of ['discipline1', 'organization1', 'political1', 'political3'])
      await state(page(who), '同意', `${who}：政策把握不准，并非故意`)
    for (const who of BY_SOCKET)
      await socket(who).command(MEETING, { type: 'state', stand: 'FOR', reason: `${who}：同意减责` })
    await Promise.all(everyPage().map((one) => sees(one, 'political1：政策把握不准，并非故意')))
    await state(page('chair'), '同意', '同意大家的意见')
    await Promise.all(everyPage().map((one) => sees(one, /9 \/ 9 人已表态/)))
  })
})

const SOCKET_VOTES = {
  discipline2: 'MITIGATED',
  organization2: 'MITIGATED',
  organization3: 'EXEMPT',
  political2: 'SHELVED',
} as const

async function openPollId(): Promise<string> {
  const { state: meeting } = await socket('discipline2').meeting(MEETING)
  const poll = meeting.items[0]?.polls.find((one) => one.status === 'open')
  if (!poll) throw new Error('no open ballot')
  return poll.id
}

describe('the ballots', () => {
  it('a named ballot counts each once: two tabs, a dropped connection, no count before its time', async () => {
    const from = browser.mark()
    await putQuestion(page('chair'), '邓某', '记名投票')
    const pollId = await openPollId()

    // Two tabs of one member press at the same moment.
    const second = await (people['organization1'] as Person).tab(`/meetings/${MEETING}`)
    await Promise.all([fillIn(page('organization1'), '减责'), fillIn(second, '免责')])
    await confirmTogether([page('organization1'), second])
    const receipts = await Promise.all([hasReceipt(page('organization1')), hasReceipt(second)])
    expect(new Set(receipts).size).toBe(1)
    await second.close()

    // The network goes before the last press and comes back after it.
    const political1 = people['political1'] as Person
    await fillIn(political1.page, '减责')
    await browser.expecting(/WebSocket|ERR_INTERNET_DISCONNECTED|Failed to fetch/, async () => {
      await political1.context.setOffline(true)
      await confirmVote(political1.page)
      await sees(political1.page, '网络已断开。您的票已在本页保留')
      await political1.context.setOffline(false)
      expect(await hasReceipt(political1.page)).not.toBe('')
    })
    await political1.page.reload()
    await hasReceipt(political1.page)

    for (const who of ['chair', 'discipline1', 'political3']) await vote(page(who), '减责')
    for (const [who, choice] of Object.entries(SOCKET_VOTES)) {
      expect(await socket(who).cast(MEETING, pollId, choice)).toHaveProperty('ok', true)
      expect(await socket(who).cast(MEETING, pollId, 'EXEMPT')).toHaveProperty('ok', false)
    }
    await Promise.all([page('chair'), page('secretary')].map((one) => sees(one, /已投票 9 人，共 9 人/)))
    await sees(screen, '9 / 9')
    for (const one of Object.values(people))
      expect(
        countsIn(
          one.frames.filter(({ at }) => at > from),
          pollId,
        ),
      ).toEqual([])

    await act(page('chair'), '截止投票并计票', console_(page('chair')))
    await sees(page('chair'), '尚未宣布')
    for (const who of ['discipline1', 'organization1', 'political1']) {
      await sees(page(who), /等待主持人宣布结果/)
      expect(
        countsIn(
          (people[who] as Person).frames.filter(({ at }) => at > from),
          pollId,
        ),
      ).toEqual([])
    }
    await act(page('chair'), '宣布结果', console_(page('chair')))
    await Promise.all([...everyPage(), screen].map((one) => sees(one, '通过：减责')))
    await sees(page('discipline1'), /应到 9 人，实到 9 人，投票 9 人。/)
    expect(
      countsIn(
        (people['discipline1'] as Person).frames.filter(({ at }) => at > from),
        pollId,
      ),
    ).not.toEqual([])
  })

  it('a secret ballot is announced after two scrutineers confirmed it', async () => {
    await putQuestion(page('chair'), '李某', '无记名投票')
    const pollId = await openPollId()
    for (const who of ['chair', 'discipline1', 'organization1', 'political1', 'political3'])
      await vote(page(who), '减责')
    for (const [who, choice] of Object.entries(SOCKET_VOTES))
      expect(await socket(who).cast(MEETING, pollId, choice)).toHaveProperty('ok', true)
    await act(page('chair'), '截止投票并计票', console_(page('chair')))
    await sees(page('chair'), '等待监票人确认票数')
    await act(page('political3'), '确认票数无误')
    await socket('organization3').command(MEETING, { type: 'confirm-count', pollId })
    await act(page('chair'), '宣布结果', console_(page('chair')))
    await Promise.all(
      [...everyPage(), screen].map((one) =>
        sees(one.getByRole('heading', { name: '李某' }).page(), '通过：减责'),
      ),
    )
    const told = everyPage().map(async (one) => (await one.content()).includes('记名结果'))
    expect((await Promise.all(told)).every(Boolean)).toBe(true)
    await act(page('chair'), '结束本议题', console_(page('chair')))
    await sees(page('discipline1'), '等待主持人开启下一议题')
  })

  it('a recused member loses item, case and documents at that moment, in all his tabs', async () => {
    const political3 = people['political3'] as Person
    await step('开始审议第 2 项')
    await sees(political3.page, SECOND_CASE)
    const dossier = await political3.tab(`${SECOND_PATH}/dossier/facts`)
    await sees(dossier, '某区城管局未批先建。')
    const form = await unfold(political3.page, '回避…')
    await form.getByRole('textbox', { name: '理由' }).fill(REASON)
    const from = browser.mark()
    await browser.expecting(/40[34]|Failed to load/, async () => {
      await press(form, '申请回避并立即退出本议题')
      await sees(political3.page, '回避中')
      await seesNothingOf(political3.page, '未批先建')
      await dossier.getByText('某区城管局未批先建。').waitFor({ state: 'hidden' })
      await seesNothingOf(dossier, '未批先建')
    })
    await sees(page('chair'), '褚亮回避')
    await sees(page('chair'), /实到 8 \/ 应到 8/)

    await step('进入提问')
    await step('进入逐一表态')
    await state(page('discipline1'), '缓议', '机密发言：未批先建的事实尚需核实')
    await sees(page('chair'), '机密发言')
    await browser.expecting(/40[34]|Failed to load/, async () => {
      for (const path of [SECOND_PATH, `${SECOND_PATH}/dossier/facts`]) {
        const refused = await political3.context.request.get(path)
        expect(refused.status()).toBeGreaterThanOrEqual(400)
        expect(await refused.text()).not.toContain('未批先建')
      }
      await political3.page.reload()
      await seesNothingOf(political3.page, '机密发言')
      await seesNothingOf(political3.page, '未批先建')
    })
    const after = political3.frames.filter(({ at }) => at > from).map(({ text }) => text)
    expect(after.length).toBeGreaterThan(0)
    for (const secret of ['机密发言', '未批先建', '城管局', 'case-building'])
      expect(
        after.filter((text) => text.includes(secret)),
        secret,
      ).toEqual([])
    await dossier.close()
  })

  it('the second item is deferred, the recused member has it back, the meeting closes', async () => {
    const chair = page('chair')
    await unfold(console_(chair), '其他操作')
    const form = await unfold(console_(chair), /^缓议$/)
    await form.getByRole('textbox', { name: '缓议理由' }).fill('事实尚需核实')
    await press(form, '缓议第 2 项')
    await sees(page('political3'), SECOND_CASE)
    await act(chair, '宣布散会', console_(chair))
    await Promise.all(everyPage().map((one) => sees(one, '会议已结束')))
    await sees(screen, '会议结束')
  })
})

describe('the minutes', () => {
  it('are drafted from the record and written together', async () => {
    const secretary = page('secretary')
    await secretary.getByRole('link', { name: '起草会议纪要' }).click()
    await press(secretary, '生成初稿')
    await secretary.getByRole('textbox', { name: '会议纪要正文' }).waitFor()
    for (const words of ['出席', '减责']) await sees(secretary, new RegExp(words))
    await writeAtEnd(secretary, '会议纪要正文', '会议强调，要举一反三。')
    await isSaved(secretary)
    await isRefused(secretary, '送参会人员征求意见', /措施|处理/).catch(() => undefined)
    for (const name of ['邓某', '李某']) {
      const form = secretary.getByRole('form', { name })
      await form.getByRole('textbox', { name: '依据条款' }).fill('《办法》减责情形')
      await form.getByRole('combobox', { name: '仍须采取的措施' }).selectOption({ label: '谈话提醒' })
      await form.getByRole('checkbox', { name: '提拔任用不作负面评价' }).check()
      if (name === '邓某') {
        await press(form, '添加纠错任务')
        await form.getByRole('textbox', { name: '任务内容' }).fill('完成房租减免自查整改')
        await form.getByRole('combobox', { name: '责任单位' }).selectOption({ label: '金松投资集团' })
        await form.getByLabel('完成期限').fill(`${Number(YEAR) + 1}-01-31`)
      }
      await press(form, '保存处理内容')
      await form.getByText('已填写').waitFor()
    }
  })

  it('are reviewed, countersigned by every department and signed', async () => {
    const secretary = page('secretary')
    await act(secretary, '送参会人员征求意见')
    const discipline = page('discipline1')
    await discipline.getByRole('link', { name: '查看会议纪要' }).click()
    await discipline.getByRole('textbox', { name: '提出修改意见' }).fill('“举一反三”之后加“建章立制”')
    await press(discipline, '提交意见')
    await sees(secretary, '“举一反三”之后加“建章立制”')
    await writeAtEnd(secretary, '会议纪要正文', '并建章立制。')
    await isSaved(secretary)
    await press(secretary, '采纳')
    const answer = secretary.getByRole('dialog', { name: '采纳' })
    await answer.getByRole('textbox', { name: '答复说明' }).fill('已加')
    await press(answer, '确认')
    await sees(discipline, '已采纳')
    await act(secretary, '锁定文本，送各部门会签')
    await isRefused(secretary, '送签发', /会签/)
    for (const { who, body } of WRITERS) {
      const desk = page(who)
      await desk.goto('/workbench')
      await desk
        .getByRole('link', { name: /会签纪要/ })
        .first()
        .click()
      await sees(desk, '并建章立制。')
      await act(desk, '同意会签')
      await desk
        .getByRole('row', { name: new RegExp(body) })
        .getByText('同意', { exact: true })
        .waitFor()
    }
    await act(secretary, '送签发')
    people['leader'] = await browser.signIn('leader')
    const leader = page('leader')
    await leader.goto('/workbench')
    await leader
      .getByRole('link', { name: /签发纪要/ })
      .first()
      .click()
    await act(leader, '签发并印发')
    await Promise.all([leader, secretary].map((one) => sees(one, `${MINUTES} 已印发`)))
  })

  it('have written the decision into the case', async () => {
    const desk = page('organization1')
    await desk.goto('/cases')
    await desk
      .getByRole('link', { name: new RegExp('金松投资集团') })
      .first()
      .click()
    await desk.getByRole('link', { name: /^认定结果/ }).click()
    await sees(desk, '当前环节：已认定').catch(() => sees(desk, '已认定'))
    for (const name of ['邓某', '李某']) await desk.getByRole('heading', { name, exact: true }).waitFor()
    await desk.getByText('谈话提醒').first().waitFor()
    await desk.getByText('应到 9 人，实到 9 人。').first().waitFor()
    await desk.getByText('完成房租减免自查整改').first().waitFor()
    expect(await desk.content()).toContain(CASE)
    const link = desk.getByRole('link', { name: `查看纪要 ${MINUTES}` })
    expect(await link.count()).toBe(2)
    await desk.getByRole('link', { name: '会议记录中的表决' }).first().click()
    await sees(desk, /会议记录：/)
    await desk.goBack()
    await desk
      .getByRole('link', { name: /案件记录第 \d+ 条/ })
      .first()
      .click()
    await sees(desk, '案件记录')
    await desk.goBack()
    await link.first().click()
    await sees(desk, `${MINUTES} 已印发`)
    expect(server.errors()).toEqual([])
  })
})
