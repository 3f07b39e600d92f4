import { it } from 'vitest'
import { PHASE_NAMES } from '#domain/hearings/words.ts'
import { act, press, sees, seesNothingOf } from '../../support/story-steps.ts'
import type { AtDesk, HearingStage } from '../../support/hearing-stage.ts'

/** The deliberation, and to the end of what is spoken. */
export function closing(stage: HearingStage): void {
  const at = (who: AtDesk) => stage.at(who)

  it('of the deliberation nothing leaves the tribunal', async () => {
    await act(at('hearing-chair'), `进入“${PHASE_NAMES.deliberation}”`)
    for (const who of ['party', 'observer1', 'secretary'] as const) await sees(at(who), '听证组正在评议')
    const reason = '经集体研究，损失已经挽回，建议容错。'
    const member = at('hearing-member1')
    await member.getByRole('radio', { name: '予以容错', exact: true }).check()
    await member.getByRole('textbox', { name: '理由' }).fill(reason)
    await press(member, '提出意见')
    await sees(at('recorder'), reason)
    const opinion = { type: 'give-opinion' } as const
    await stage.play.act('hearing-member2', { ...opinion, stand: 'tolerate', reason: '同意。' })
    await stage.play.act('hearing-member3', { ...opinion, stand: 'other', reason: '另有意见。' })
    const outside = [
      'party',
      'third-party',
      'public-seat',
      'observer1',
      'witness',
      'investigator',
      'secretary',
    ]
    for (const who of outside as readonly AtDesk[]) await seesNothingOf(at(who), reason)
  })

  it('whoever is sent out loses the page at once', async () => {
    await stage.goOn('final-statements')
    const { play, browser } = stage
    await play.act('hearing-chair', { type: 'warn', personId: 'third-party', reason: '多次打断他人发言' })
    await browser.expecting(/403|404|409/, async () => {
      await play.act('hearing-chair', { type: 'expel', personId: 'third-party', reason: '警告后仍打断' })
      await sees(at('third-party'), /责令退场/)
      await seesNothingOf(at('third-party'), '金阳')
    })
  })

  it('the chair closes the hearing, and everybody is told what follows', async () => {
    await stage.goOn('closing')
    await act(at('hearing-chair'), `进入“${PHASE_NAMES.signing}”`)
    await sees(at('party'), /听证已经结束/)
    await sees(at('observer1'), /听证已经结束/)
  })
}
