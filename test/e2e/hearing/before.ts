import { expect, it } from 'vitest'
import { PHASE_NAMES } from '#domain/hearings/words.ts'
import { HEARD, HEARING, MEMBERS } from '../../support/hearing-play.ts'
import { AT_DESKS, type AtDesk, type HearingStage } from '../../support/hearing-stage.ts'
import { act, choose, press, sees } from '../../support/story-steps.ts'

const LOBBY = AT_DESKS.filter((who) => who !== 'secretary')

/** From the notice to the opening; the demo has ordered the hearing and named the others. */
export function before(stage: HearingStage): void {
  it('the office names one more, who is served at once; somebody from the street registers as an observer', async () => {
    const secretary = stage.at('secretary')
    await secretary.goto(`/hearings/${HEARING}/prepare`)
    await choose(secretary, '身份', '专家')
    await secretary.getByRole('combobox', { name: '人员' }).selectOption('audit1')
    await press(secretary, '指定')
    await sees(secretary, /卫东/)
    const { page: visitor } = await stage.browser.signIn('observer3')
    await visitor.goto('/public/hearings')
    await press(visitor, /登记旁听/)
    await press(visitor.getByRole('dialog', { name: '登记旁听' }), '确认')
    await sees(visitor, '您已列为本次听证的参加人或旁听人')
    await visitor.context().close()
    await secretary.goto(`/hearings/${HEARING}`)
  })

  it('in the lobby everybody reads the notice and comes in; the chair opens once the tribunal is there', async () => {
    const { play } = stage
    const at = (who: AtDesk) => stage.at(who)
    await act(at('party'), '签收通知书')
    await sees(at('party'), '您已签收通知书')
    for (const who of LOBBY) await press(at(who), '我已到场')
    await play.comeIn([...MEMBERS, ...HEARD].filter((who) => !LOBBY.some((one) => one === who)))
    await act(at('hearing-chair'), '宣布听证开始')
    await stage.isNow('party', 'identity')
    // The recorder's press, at the line of each.
    for (const name of ['金阳', '尤静', '秦岚']) await press(at('recorder'), `核对${name}身份`)
    for (const personId of ['investigator', 'representative', 'expert', 'public-seat'])
      await play.act('recorder', { type: 'check-identity', personId })
  })

  it('a witness outside sees that he waits, and nothing of the hearing', async () => {
    const witness = stage.at('witness')
    await sees(witness, '请在场外等候作证')
    expect(await witness.locator('li[aria-current="step"]').count()).toBe(0)
    expect(await witness.content()).not.toContain('金阳')
  })

  it('an application for recusal is ruled on before the phase goes on', async () => {
    await stage.goOn('rights')
    await stage.isNow('observer1', 'rights')
    const form = stage.at('party').locator('details').filter({ hasText: '申请回避' }).last()
    await form.locator('summary').click()
    await choose(stage.at('party'), '申请回避的人', '唐敏（听证员）')
    await form.getByRole('textbox', { name: '理由' }).fill('曾任当事单位顾问')
    await press(form, '提出回避申请')
    const chair = stage.at('hearing-chair')
    await sees(chair, '金阳申请唐敏回避。')
    const next = chair.getByRole('button', { name: `进入“${PHASE_NAMES.investigation}”`, exact: true })
    await expect.poll(() => next.getAttribute('aria-disabled')).toBe('true')
    await chair.getByRole('radio', { name: '驳回申请' }).check()
    await chair.getByRole('textbox', { name: '决定的理由' }).fill('顾问聘期已满五年，不影响公正')
    await press(chair, '驳回申请')
    await sees(stage.at('party'), '申请唐敏回避，已驳回。')
  })
}
