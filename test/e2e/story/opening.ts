import { describe, it } from 'vitest'
import { MEETING } from '../../support/meeting-play.ts'
import { ATTENDEE, BY_SOCKET, IN_BROWSERS, type Stage } from '../../support/story-stage.ts'
import { act, checkIn, console_, follow, isRefused, press, sees, state } from '../../support/story-steps.ts'

export function opening(stage: Stage): void {
  describe('the meeting', () => {
    it('opens when the quorum is there', async () => {
      const chair = stage.page('chair')
      await stage.openScreen()
      await stage.page('secretary').goto('/workbench')
      await follow(stage.page('secretary'), /进入会场/)
      const members = IN_BROWSERS.filter((who) => who !== 'secretary')
      await Promise.all(members.map((who) => stage.page(who).goto(`/meetings/${MEETING}`)))
      await sees(stage.screen, '请签到')
      await sees(stage.screen, /实到 0 \/ 应到 9，须到 6/)
      await checkIn(chair)
      await isRefused(chair, '宣布开会', /法定人数|部门/)
      for (const who of members) if (who !== 'chair') await checkIn(stage.page(who))
      await sees(chair, /还差 1 人/)
      for (const who of [...BY_SOCKET, ATTENDEE])
        await stage.socket(who).command(MEETING, { type: 'check-in', personId: null, code: null })
      await stage.all((page) => sees(page, /实到 9 \/ 应到 9/))
      await act(chair, '宣布开会', console_(chair))
      for (const page of stage.pages) await sees(page, '等待主持人开启下一议题')
    })

    it('hears the first item: floor, questions, statements, the chair last', async () => {
      await stage.step('开始审议第 1 项')
      await stage.all((page) => sees(page, /少减免租金案/))
      await stage.step('进入提问')
      await press(stage.page('organization1'), /^举手/)
      await press(stage.page('chair'), '请孙丽发言')
      await stage.all((page) => sees(page, /孙丽/))
      await stage.screen.getByRole('timer').waitFor()
      await press(stage.page('organization1'), '我讲完了')
      await stage.step('进入逐一表态')
      await isRefused(stage.page('chair'), '表态', /末位表态/)
      for (const who of ['discipline1', 'organization1', 'political1', 'political3'])
        await state(stage.page(who), '同意', `${who}：政策把握不准，并非故意`)
      for (const who of BY_SOCKET)
        await stage.socket(who).command(MEETING, { type: 'state', stand: 'FOR', reason: `${who}：同意减责` })
      for (const page of stage.pages) await sees(page, 'political1：政策把握不准，并非故意')
      await state(stage.page('chair'), '同意', '同意大家的意见')
      for (const page of stage.pages) await sees(page, /9 \/ 9 人已表态/)
    })
  })
}
