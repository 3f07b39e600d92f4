import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { WRITERS, YEAR, type Stage } from '../../support/story-stage.ts'
import { act, follow, isRefused, isSaved, press, sees, writeAtEnd } from '../../support/story-steps.ts'

const CASE = `容错〔${YEAR}〕1号`
const NUMBER = `纪要〔${YEAR}〕1号`
const TEXT = '会议纪要正文'
const DECLINED = '删去“会议强调”一段'
const PROPOSAL = '“举一反三”之后加“建章立制”'

async function fillDetail(secretary: Page, name: string): Promise<void> {
  const form = secretary.getByRole('form', { name })
  await form.getByRole('textbox', { name: '依据条款' }).fill('《办法》减责情形')
  await form.getByRole('combobox', { name: '仍须采取的措施' }).selectOption({ label: '谈话提醒' })
  await form.getByRole('checkbox', { name: '提拔任用不作负面评价' }).check()
  if (name === '邓某') {
    await press(form, '添加纠错任务')
    await form.getByRole('textbox', { name: '任务内容' }).fill('完成房租减免自查整改')
    await form.getByRole('combobox', { name: '责任单位' }).selectOption({ label: '金松投资集团' })
    await form.getByLabel('完成期限').fill(`${YEAR + 1}-01-31`)
  }
  await press(form, '保存处理内容')
  await form.getByText('已填写').waitFor()
}

async function answerProposal(
  secretary: Page,
  proposal: string,
  answer: '采纳' | '不采纳',
  note: string,
): Promise<void> {
  await press(secretary.getByRole('listitem').filter({ hasText: proposal }), answer)
  const dialog = secretary.getByRole('dialog', { name: answer, exact: true })
  await dialog.getByRole('textbox', { name: '答复说明' }).fill(note)
  await press(dialog, '确认')
  await dialog.waitFor({ state: 'hidden' })
}

async function propose(member: Page, words: string): Promise<void> {
  await member.getByRole('textbox', { name: '提出修改意见' }).fill(words)
  await press(member, '提交意见')
  await sees(member, words)
}

export function minutes(stage: Stage): void {
  describe('the minutes', () => {
    it('are drafted from the record and written on', async () => {
      const secretary = stage.page('secretary')
      await follow(secretary, '起草会议纪要')
      await press(secretary, '生成初稿')
      await secretary.getByRole('textbox', { name: TEXT }).waitFor()
      for (const words of [/出席/, /列席/, /减责/, /回避/]) await sees(secretary, words)
      await writeAtEnd(secretary, TEXT, '会议强调，要举一反三。')
      await isSaved(secretary)
      for (const name of ['邓某', '李某']) await fillDetail(secretary, name)
    })

    it('[N-07] are reviewed: one proposal is accepted, one declined, each with the reason', async () => {
      const secretary = stage.page('secretary')
      await act(secretary, '送参会人员征求意见')
      const discipline = stage.page('discipline1')
      await follow(discipline, '查看会议纪要')
      await propose(discipline, PROPOSAL)
      await propose(discipline, DECLINED)
      for (const words of [PROPOSAL, DECLINED]) await sees(secretary, words)
      await writeAtEnd(secretary, TEXT, '会议还强调，要建章立制。')
      await isSaved(secretary)
      await answerProposal(secretary, PROPOSAL, '采纳', '已加')
      await sees(discipline, '已采纳')
      await answerProposal(secretary, DECLINED, '不采纳', '会议未作此表述')
      for (const words of ['未采纳', '会议未作此表述']) await sees(discipline, words)
    })

    it('are countersigned by every department and signed', async () => {
      const secretary = stage.page('secretary')
      await act(secretary, '锁定文本，送各部门会签')
      await isRefused(secretary, '送签发', /会签/)
      for (const { who, body } of WRITERS) {
        const desk = stage.page(who)
        await desk.goto('/workbench')
        await follow(desk, /会签纪要/)
        await sees(desk, '要建章立制。')
        await act(desk, '同意会签')
        const line = desk.getByRole('row', { name: new RegExp(body) })
        await line.getByText('同意', { exact: true }).waitFor()
      }
      await act(secretary, '送签发')
      const { page: leader } = await stage.enter('leader')
      await leader.goto('/workbench')
      await follow(leader, /签发纪要/)
      await act(leader, '签发并印发')
      for (const page of [leader, secretary]) await sees(page, `${NUMBER} 已印发`)
    })

    it('have written the decision into the case, with vote, number and links to what proves it', async () => {
      const desk = stage.page('organization1')
      await desk.goto('/cases')
      await follow(desk, /金松投资集团/)
      await follow(desk, /^认定结果/)
      await sees(desk, CASE)
      await sees(desk, '已认定')
      for (const name of ['邓某', '李某']) await desk.getByRole('heading', { name, exact: true }).waitFor()
      for (const words of ['谈话提醒', '应到 9 人，实到 9 人。', '完成房租减免自查整改', '《办法》减责情形'])
        await sees(desk, words)
      expect(await desk.getByRole('link', { name: `查看纪要 ${NUMBER}` }).count()).toBe(2)
      await follow(desk, '会议记录中的表决')
      await desk.waitForURL(/\/record#poll-/)
      await sees(desk, /表决截止/)
      await desk.goBack()
      await follow(desk, /案件记录第 \d+ 条/)
      await desk.waitForURL(/\/record#entry-/)
      await desk.goBack()
      await follow(desk, `查看纪要 ${NUMBER}`)
      await sees(desk, `${NUMBER} 已印发`)
      expect(stage.server.errors()).toEqual([])
    })
  })
}
