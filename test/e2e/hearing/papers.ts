import { expect, it } from 'vitest'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { HEARING } from '../../support/hearing-play.ts'
import type { AtDesk, HearingStage } from '../../support/hearing-stage.ts'
import { act, choose, isRefused, isSaved, press, sees, writeAtEnd } from '../../support/story-steps.ts'

const SIGN = '核对无误，签名'
const WRITTEN = '庭前已核对各方提交的书面材料。'
const LATE = '第二段“三名”应为“四名”。'
const WHY_NOT = '认为记录遗漏了其发言'

/** Transcript, signatures and report. */
export function papers(stage: HearingStage): void {
  const at = (who: AtDesk) => stage.at(who)
  const open = (who: AtDesk, part: 'transcript' | 'report') => at(who).goto(`/hearings/${HEARING}/${part}`)
  const sign = async (who: AtDesk, password = DEMO_PASSWORD) => {
    await at(who).getByLabel('请再次输入登录密码').fill(password)
    await act(at(who), SIGN)
  }

  it('the recorder brings the transcript up to the record, adds his own words and freezes it', async () => {
    const recorder = at('recorder')
    await open('recorder', 'transcript')
    await press(recorder, '按记录补齐笔录')
    await sees(recorder, /已补齐/)
    await writeAtEnd(recorder, '听证笔录正文', WRITTEN)
    await isSaved(recorder)
    await act(recorder, '定稿，交各方核对')
    await sees(recorder, '笔录已定稿，供核对签名，不能再改。补充和更正附在正文之后。')
  })

  it('the party reads all of it, corrects late, and signs with the password and with nothing else', async () => {
    const party = at('party')
    await open('party', 'transcript')
    for (const words of [WRITTEN, '会议有记录，三名成员发言，均同意。', '规划何时公示？'])
      await sees(party, words)
    expect(await party.content()).not.toContain('建议容错')
    await party.getByRole('textbox', { name: '我要补充或者更正' }).fill(LATE)
    await act(party, '附上')
    await sees(party, LATE)
    await stage.browser.expecting(/401/, async () => {
      await sign('party', 'wrong-password')
      await sees(party, /密码不正确/)
    })
    await sign('party')
    await sees(party, '您已签名')
  })

  it('the witness reads and signs his own part alone', async () => {
    await open('witness', 'transcript')
    await sees(at('witness'), '我参加了三月的会议。')
    expect(await at('witness').content()).not.toContain('三名成员发言')
    await sign('witness')
    await sees(at('witness'), '您已签名')
  })

  it('the tribunal signs; whoever refuses is noted with his reason by the chair', async () => {
    for (const who of ['investigator', 'hearing-member1', 'recorder', 'hearing-chair'] as const) {
      await open(who, 'transcript')
      await sign(who)
      await sees(at(who), '您已签名')
    }
    for (const who of ['hearing-member2', 'hearing-member3', 'representative']) await stage.after.sign(who)
    const chair = at('hearing-chair')
    await open('hearing-chair', 'report')
    await isRefused(chair, '签署报告', /没有签名/)
    await open('hearing-chair', 'transcript')
    await choose(chair, '没有签名的人', '秦岚')
    await chair.getByRole('textbox', { name: /^理由/ }).fill(WHY_NOT)
    await act(chair, '记明未签名')
    await sees(chair, WHY_NOT)
    await sees(chair, /记明未签名 1 人/)
  })

  it('the chair signs the report, and it stands in the case with the majority', async () => {
    const chair = at('hearing-chair')
    await open('hearing-chair', 'report')
    await press(chair, '按记录补齐报告')
    await sees(chair, /已补齐|一致/)
    await chair.getByRole('textbox', { name: '听证建议' }).fill('建议予以容错')
    await chair.getByLabel('请再次输入登录密码').fill(DEMO_PASSWORD)
    await act(chair, '签署报告')
    await sees(chair, '报告已签署')
    const secretary = at('secretary')
    await secretary.goto('/cases/case-land-policy')
    await sees(secretary, '听证员多数意见：予以容错')
    await sees(secretary, '听证建议：建议予以容错')
  })
}
