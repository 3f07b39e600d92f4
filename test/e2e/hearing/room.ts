import { expect, it } from 'vitest'
import { PHASE_NAMES } from '#domain/hearings/words.ts'
import { seriousFindings, sticksOut } from '../../support/audit-page.ts'
import type { AtDesk, HearingStage } from '../../support/hearing-stage.ts'
import { choose, press, sees, unfold } from '../../support/story-steps.ts'

/** From the facts to the debate. */
export function room(stage: HearingStage): void {
  const at = (who: AtDesk) => stage.at(who)
  const write = async (speaker: string, words: string) => {
    const chosen = at('recorder').getByRole('combobox', { name: '发言人' }).locator('option:checked')
    await expect.poll(() => chosen.textContent()).toContain(speaker)
    await at('recorder').getByLabel('发言内容').fill(words)
  }
  const comment = async (who: AtDesk, words: string) => {
    await at(who).getByLabel('发表意见').fill(words)
    await press(at(who), '提交意见')
    await stage.queue('hearing-chair').getByText(words).waitFor()
  }

  it('phases follow at every desk; whoever speaks is offered his words and confirms them', async () => {
    await stage.goOn('investigation')
    await press(at('investigator'), '申请发言')
    await press(at('hearing-chair'), '请朱峰发言')
    await stage.goOn('defence')
    await press(at('party'), '申请发言')
    await press(at('hearing-chair'), '请金阳发言')
    await sees(at('party'), /剩余/)
    await write('金阳', '会议有记录，三名成员发言，均同意。')
    // The floor goes on while she writes: the words stay his.
    await stage.play.act('representative', { type: 'ask-to-speak', alsoFor: [] })
    await press(at('hearing-chair'), '请魏宁发言')
    await at('recorder').locator('section').filter({ hasText: '剩余' }).getByText('魏宁').first().waitFor()
    await press(at('recorder'), '记入笔录')
    await sees(at('party'), '记录员记下了您的发言')
    await press(at('party'), '记录无误，确认')
    await sees(at('recorder'), /本人已确认/)
  })

  it('the witness is called in and testifies', async () => {
    await stage.goOn('third-parties')
    await press(at('hearing-chair'), '请尤静入场作证')
    await stage.isNow('witness', 'third-parties')
    await press(at('witness'), '申请发言')
    await press(at('hearing-chair'), /^请尤.发言$/)
    await write('尤静', '我参加了三月的会议。')
    await press(at('recorder'), '记入笔录')
    await press(at('witness'), '记录无误，确认')
  })

  it('a question is put to one person and marked answered', async () => {
    await stage.goOn('questions')
    await stage.isNow('third-party', 'questions')
    const form = await unfold(at('hearing-member1'), '向一人提问')
    await choose(at('hearing-member1'), '被问人', '金阳（当事人）')
    await form.getByRole('textbox', { name: '问题' }).fill('会议记录现存何处？')
    await press(form, '提问')
    await sees(at('party'), '会议记录现存何处？')
    await press(at('hearing-chair'), '标明已回答')
    await sees(at('party'), '已回答')
  })

  it('a comment waits, is admitted by a key, and is then seen by all', async () => {
    const words = '土地补偿款什么时候能发下来？'
    await at('third-party').getByLabel('发表意见').fill(words)
    // Half written it outlives a reload.
    await at('third-party').reload()
    const field = at('third-party').getByLabel('发表意见')
    await field.waitFor()
    expect(await field.inputValue()).toBe(words)
    await press(at('third-party'), '提交意见')
    await sees(at('third-party'), '待处理')
    await stage.queue('hearing-chair').getByText(words).waitFor()
    expect(await at('observer1').content()).not.toContain(words)
    await at('hearing-chair').keyboard.press('c')
    await at('hearing-chair').keyboard.press('u')
    await sees(at('hearing-chair'), /没有撤销：处理即入记录。/)
    await at('hearing-chair').keyboard.press('a')
    const shown = at('observer1').getByTestId('comments')
    await shown.getByText(words).waitFor()
    // The hall knows whose it is by the masked name (H-161).
    await shown.getByText('秦某').first().waitFor()
    expect(await at('observer1').content()).not.toContain('秦岚')
  })

  it('another is held back with a reason for its author alone, a third is answered', async () => {
    const [held, why] = ['请公布全部举报人姓名', '涉及举报人信息，不宜公开']
    await comment('party', held)
    await at('hearing-chair').keyboard.press('c')
    await at('hearing-chair').keyboard.press('h')
    await at('hearing-chair').getByLabel('暂不显示的理由').fill(why)
    await press(at('hearing-chair').locator('form').filter({ hasText: '暂不显示的理由' }), '暂不显示')
    await sees(at('party'), new RegExp(why))
    const [asked, answer] = ['规划何时公示？', '已于三月公示三十日。']
    await comment('public-seat', asked)
    expect(await at('observer1').content()).not.toContain(held)
    await at('hearing-chair').keyboard.press('c')
    await at('hearing-chair').keyboard.press('n')
    await at('hearing-chair').getByLabel('答复内容').fill(answer)
    await press(at('hearing-chair').locator('form').filter({ hasText: '答复内容' }), '答复')
    await at('observer1').getByTestId('comments').getByText(answer).waitFor()
    for (const who of ['observer1', 'public-seat', 'investigator'] as const)
      expect(await at(who).content(), who).not.toContain(why)
  })

  it('a disturber is silenced with one press, and may speak up again when the chair says so', async () => {
    await comment('third-party', '全是假的！！！')
    await press(at('hearing-chair'), '停止秦岚发言')
    await sees(at('third-party'), '主持人已停止其发言，恢复之前不能发言、提问和提交意见。')
    expect(await at('third-party').getByLabel('发表意见').count()).toBe(0)
    await press(at('hearing-chair'), '恢复秦岚发言')
    await at('third-party').getByLabel('发表意见').waitFor()
    await at('hearing-chair').keyboard.press('c')
    await at('hearing-chair').keyboard.press('s')
    await at('hearing-chair').getByLabel('删去的理由').fill('与听证事项无关')
    await press(at('hearing-chair').locator('form').filter({ hasText: '删去的理由' }), '删去')
    await sees(at('third-party'), /与听证事项无关/)
  })

  it(
    'the room has no serious finding of axe, at a desk and on a small phone',
    { timeout: 240_000 },
    async () => {
      const findings: string[] = []
      const looked = ['hearing-chair', 'recorder', 'third-party', 'observer1'] as const
      for (const who of looked)
        for (const width of [1440, 360]) {
          await at(who).setViewportSize({ width, height: 900 })
          const say = (finding: string) => `${who} ${width}: ${finding}`
          findings.push(...(await seriousFindings(at(who))).map(say), ...(await sticksOut(at(who))).map(say))
        }
      for (const who of looked) await at(who).setViewportSize({ width: 1440, height: 900 })
      expect(findings).toEqual([])
    },
  )

  it('evidence on stage is seen by who reads the papers, and told to the hall without its name', async () => {
    const piece = '供地会议记录影印件'
    await stage.play.addEvidence(piece)
    await at('hearing-chair').reload()
    const form = await unfold(at('hearing-chair'), '选择要出示的证据')
    await form.getByLabel('证据', { exact: true }).selectOption({ label: piece })
    await press(form, '出示')
    await sees(at('party'), piece)
    await at('party').getByRole('img', { name: piece }).waitFor()
    await sees(at('observer1'), /蒋平正在出示证据/)
    expect(await at('observer1').content()).not.toContain(piece)
  })

  it('what asks nearly the same is suggested and merged', async () => {
    const words = '请问土地补偿款什么时候发下来'
    await comment('public-seat', words)
    await press(stage.queue('recorder'), '并入这一条')
    await at('observer1').getByTestId('comments').getByText(/1 人/).waitFor()
    expect(await at('observer1').content()).not.toContain(words)
  })

  it('the chair goes back a phase with a reason, and on again', async () => {
    await stage.goOn('debate')
    await stage.isNow('party', 'debate')
    const chair = at('hearing-chair')
    await chair.locator('summary').filter({ hasText: '其他操作' }).click()
    const form = await unfold(chair, '退回前面的环节')
    await form.getByRole('textbox', { name: '理由' }).fill('还有一个问题要问')
    await press(form, `退回“${PHASE_NAMES.questions}”`)
    await stage.isNow('party', 'questions')
    await stage.isNow('observer1', 'questions')
    await stage.goOn('debate')
    await stage.isNow('party', 'debate')
  })
}
