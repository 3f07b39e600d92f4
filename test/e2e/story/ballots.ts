import { describe, expect, it } from 'vitest'
import { countsIn } from '../../support/counts-in.ts'
import { CUT, type Person } from '../../support/browser.ts'
import { MEETING } from '../../support/meeting-play.ts'
import { BY_SOCKET, type Stage } from '../../support/story-stage.ts'
import {
  act,
  confirmTogether,
  confirmVote,
  console_,
  fillIn,
  hasReceipt,
  putQuestion,
  sees,
  vote,
} from '../../support/story-steps.ts'

const CHOICES = {
  discipline2: 'MITIGATED',
  organization2: 'MITIGATED',
  organization3: 'EXEMPT',
  political2: 'SHELVED',
} as const

async function openPollId(stage: Stage): Promise<string> {
  const { state } = await stage.socket('discipline2').meeting(MEETING)
  const poll = state.items[0]?.polls.find((one) => one.status === 'open')
  if (!poll) throw new Error('no open ballot')
  return poll.id
}

/** Two tabs of one member press at the same moment, with different choices. */
async function voteInTwoTabs({ page, tab }: Person): Promise<void> {
  const second = await tab(`/meetings/${MEETING}`)
  await fillIn(page, '减责')
  await fillIn(second, '免责')
  await confirmTogether([page, second])
  expect(await hasReceipt(page)).toBe(await hasReceipt(second))
  await second.close()
}

/** The network goes before the last press and comes back after it; a reload shows that the vote is in. */
async function voteWithoutNetwork(stage: Stage, { page, context }: Person): Promise<void> {
  await fillIn(page, '减责')
  await stage.browser.expecting(CUT, async () => {
    await context.setOffline(true)
    await confirmVote(page)
    await sees(page, '网络已断开。您的票已在本页保留')
    await context.setOffline(false)
    await hasReceipt(page)
  })
  const receipt = await hasReceipt(page)
  expect(receipt).not.toBe('')
  await page.reload()
  expect(await hasReceipt(page)).toBe(receipt)
}

async function castBySocket(stage: Stage, pollId: string): Promise<void> {
  for (const who of BY_SOCKET) {
    const line = stage.socket(who)
    expect(await line.cast(MEETING, pollId, CHOICES[who])).toHaveProperty('ok', true)
    expect(await line.cast(MEETING, pollId, 'NOT_TOLERATED')).toHaveProperty('ok', false)
  }
}

export function ballots(stage: Stage): void {
  describe('the ballots', () => {
    it('a named ballot counts each once: two tabs, a dropped connection, no count before its time', async () => {
      const chair = stage.page('chair')
      const from = stage.browser.mark()
      await putQuestion(chair, '邓某', '记名投票')
      const pollId = await openPollId(stage)
      const told = ({ frames }: Person) => {
        const since = frames.filter(({ at }) => at > from)
        return countsIn(since, pollId)
      }

      await voteInTwoTabs(stage.person('organization1'))
      await voteWithoutNetwork(stage, stage.person('political1'))
      for (const who of ['chair', 'discipline1', 'political3']) await vote(stage.page(who), '减责')
      await castBySocket(stage, pollId)
      for (const who of ['chair', 'secretary']) await sees(stage.page(who), /已投票 9 人，共 9 人/)
      await sees(stage.screen, '9 / 9')
      for (const person of stage.everybody) expect(told(person), person.userName).toEqual([])

      await act(chair, '截止投票并计票', console_(chair))
      await sees(chair, '尚未宣布')
      for (const who of ['discipline1', 'organization1', 'political1']) {
        await sees(stage.page(who), /等待主持人宣布结果/)
        expect(told(stage.person(who)), who).toEqual([])
      }
      await act(chair, '宣布结果', console_(chair))
      await stage.all((page) => sees(page, '通过：减责'))
      await sees(stage.page('discipline1'), /应到 9 人，实到 9 人，投票 9 人。/)
      expect(told(stage.person('discipline1'))).not.toEqual([])
    })

    it('a secret ballot is announced after two scrutineers confirmed it', async () => {
      const chair = stage.page('chair')
      await putQuestion(chair, '李某', '无记名投票')
      const pollId = await openPollId(stage)
      for (const who of ['chair', 'discipline1', 'organization1', 'political1', 'political3'])
        await vote(stage.page(who), '减责')
      await castBySocket(stage, pollId)
      await act(chair, '截止投票并计票', console_(chair))
      await sees(chair, '等待监票人确认票数')
      await act(stage.page('political3'), '确认票数无误')
      await stage.socket('organization3').command(MEETING, { type: 'confirm-count', pollId })
      await act(chair, '宣布结果', console_(chair))
      for (const page of stage.pages) {
        const poll = page.getByRole('article', { name: '李某 无记名投票' })
        await poll.getByText('通过：减责').waitFor()
        // Who voted what is told of the named ballot alone.
        expect(await poll.getByText('记名结果').count()).toBe(0)
      }
      await sees(stage.screen, '通过：减责')
      await act(chair, '结束本议题', console_(chair))
      for (const page of stage.pages) await sees(page, '等待主持人开启下一议题')
    })
  })
}
