import { describe, expect, it } from 'vitest'
import type { Stage } from '../../support/story-stage.ts'
import { act, console_, press, sees, seesNothingOf, state, unfold } from '../../support/story-steps.ts'

const TITLE = '某区城管局未批先建案'
const FACT = '某区城管局未批先建。'
const CASE_PATH = '/cases/case-building-before-approval'
const SAID = '机密发言：事实尚需核实'
/** Words of the item, its case and its documents that stand nowhere else. */
const SECRETS = ['未批先建', '城管局', '机密发言']
/** What a browser complains of when it is refused. */
const REFUSED = /40[34]|Failed to load/

export function secondItem(stage: Stage): void {
  describe('the second item', () => {
    it('a recused member loses item, case and documents at that moment, in all his tabs', async () => {
      const political3 = stage.person('political3')
      await stage.step('开始审议第 2 项')
      await sees(political3.page, TITLE)
      const dossier = await political3.tab(`${CASE_PATH}/dossier/facts`)
      await sees(dossier, FACT)
      const form = await unfold(political3.page, '回避…')
      await form.getByRole('textbox', { name: '理由' }).fill('与当事单位有利害关系')
      let from = stage.browser.mark()
      await stage.browser.expecting(REFUSED, async () => {
        await press(form, '申请回避并立即退出本议题')
        await sees(political3.page, '回避中')
        from = stage.browser.mark()
        for (const page of [political3.page, dossier])
          for (const secret of SECRETS) await seesNothingOf(page, secret)
      })
      await sees(stage.page('chair'), '褚亮回避')
      await sees(stage.page('chair'), /实到 8 \/ 应到 8/)

      await stage.step('进入提问')
      await stage.step('进入逐一表态')
      await state(stage.page('discipline1'), '缓议', SAID)
      await sees(stage.page('chair'), SAID)
      await stage.browser.expecting(REFUSED, async () => {
        for (const path of [CASE_PATH, `${CASE_PATH}/dossier/facts`]) {
          const refused = await political3.context.request.get(path)
          expect(refused.status()).toBeGreaterThanOrEqual(400)
          expect(await refused.text()).not.toContain('未批先建')
        }
        await political3.page.reload()
        await sees(political3.page, '回避中')
        for (const secret of SECRETS) await seesNothingOf(political3.page, secret)
      })
      const after = political3.frames.filter(({ at }) => at > from)
      expect(after.length).toBeGreaterThan(0)
      const leaked = after.filter(({ text }) => SECRETS.some((secret) => text.includes(secret)))
      expect(leaked).toEqual([])
      await dossier.close()
    })

    it('is deferred, the recused member has it back, the meeting closes', async () => {
      const chair = stage.page('chair')
      await unfold(console_(chair), '其他操作')
      const form = await unfold(console_(chair), /^缓议$/)
      await form.getByRole('textbox', { name: '缓议理由' }).fill('事实尚需核实')
      await press(form, '缓议第 2 项')
      await sees(stage.page('political3'), TITLE)
      await act(chair, '宣布散会', console_(chair))
      for (const page of stage.pages) await sees(page, '会议已结束')
      await sees(stage.screen, '会议结束')
      await stage.closeScreen()
    })
  })
}
