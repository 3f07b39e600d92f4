import { it } from 'vitest'
import type { CaseCommand } from '#domain/cases/commands.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import { MeetingPlay } from '../../support/meeting-play.ts'
import { newCommandId } from '../../support/member-socket.ts'
import type { HearingStage } from '../../support/hearing-stage.ts'
import { act, isRefused, press, sees } from '../../support/story-steps.ts'

const CASE = 'case-land-policy'
const WHY = '听证后查明土地补偿款仍有缺口，损失没有挽回。'

/** The case on the next agenda with the report, and a decision against the majority of the hearing (REQ-081). */
export function decision(stage: HearingStage): void {
  let minutes = ''
  const command = async (who: string, stream: string, asked: CaseCommand | MinutesCommand) =>
    (await stage.play.as(who)).must('room/command', { stream, commandId: newCommandId(), command: asked })

  it('heard, the case is on the next agenda with the report among its papers', async () => {
    const play = new MeetingPlay(stage.server.url)
    const office = await play.as('secretary')
    await office.writeParagraph(`case/${CASE}/verification-report`, '核实结论：情况属实。')
    await command('secretary', `case/${CASE}`, { type: 'move', to: 'in-consultation', reason: '' })
    const meetingId = await play.convene(CASE)
    await play.open()
    await play.state()
    const secretary = stage.at('secretary')
    await secretary.goto(`/meetings/${meetingId}`)
    // Opens beside the meeting; the version that was pinned with the notice.
    const paper = await secretary.getByRole('link', { name: '听证报告' }).first().getAttribute('href')
    await secretary.goto(paper ?? '')
    await sees(secretary, /听证建议：建议予以容错/)
    const poll = await play.put('government', 'named')
    await play.cast(poll.id, undefined, 'NOT_TOLERATED')
    await play.announce(poll)
    await play.close()
    minutes = await play.draftMinutes()
    play.disconnect()
  })

  it('decided against its majority, the minutes do not go out without a reason', async () => {
    const secretary = stage.at('secretary')
    await secretary.goto(`/minutes/${minutes}`)
    await sees(secretary, '与听证多数意见不一致')
    await sees(secretary, '待写明理由')
    await act(secretary, '送参会人员征求意见')
    await isRefused(secretary, '锁定文本，送各部门会签', /不采纳的理由/)
    await secretary.getByRole('textbox', { name: '不采纳听证多数意见的理由' }).fill(WHY)
    await press(secretary, '保存理由')
    await sees(secretary, '待主要负责人同意')
    await act(secretary, '锁定文本，送各部门会签')
  })

  it('nor are they signed without the principal leader’s consent', async () => {
    for (const who of ['discipline1', 'organization1', 'political1'])
      await command(who, `minutes/${minutes}`, { type: 'countersign', agreed: true, reason: '' })
    const secretary = stage.at('secretary')
    await isRefused(secretary, '送签发', /主要负责人/)
    const leader = await stage.enter('leader', `/minutes/${minutes}`)
    await sees(leader, WHY)
    await act(leader, '同意不采纳听证多数意见')
    await act(secretary, '送签发')
    await act(leader, '签发并印发')
    await sees(secretary, /已印发/)
  })
}
