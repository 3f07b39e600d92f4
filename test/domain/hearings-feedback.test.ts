import { expect, test } from 'vitest'
import { caseTasks } from '#domain/cases/tasks.ts'
import { hearingViewFor } from '#domain/hearings/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseFile } from '../support/case-world.ts'
import { CAST, HASH, hearing, office, type Hearing } from '../support/hearing-room.ts'

const give = (caseDecided = true) => ({ type: 'give-feedback', text: '采纳第一项意见', caseDecided }) as const

function finished(): Hearing {
  const play = hearing().frozen()
  for (const who of Object.keys(CAST)) play.attempt(who, play.signing({ ownPartHash: HASH }))
  play.must('chair', { type: 'sign-report', suggestion: '建议', versionId: 'r', hash: HASH })
  return play
}

test('[H-133] the office tells it once, on a signed report and a decided case', () => {
  expect(hearing().frozen().attempt(office(), give())).toBe('hearing/not-reported')
  const play = finished()
  for (const who of ['chair', 'm1', 'party', 'investigator', 'observer'])
    expect([who, play.attempt(who, give())]).toEqual([who, 'access/denied'])
  expect(play.attempt(office('concerned'), give())).toBe('access/denied')
  expect(play.attempt(office(), give(false))).toBe('hearing/case-undecided')
  play.must(office(), give())
  expect(play.attempt(office(), give())).toBe('hearing/feedback-given')
})

test('[H-133] all who took part read it, the screen does not show it', () => {
  const play = finished()
  play.must(office(), give())
  for (const who of Object.keys(CAST))
    expect([who, play.view(who).shared.state.feedback?.text]).toEqual([who, '采纳第一项意见'])
  expect(play.view('chair', 'screen').shared.state.feedback).toBeNull()
  const stranger = hearingViewFor({ personId: 'stranger', audience: 'person' }, play.state, play.at())
  expect(isRefusal(stranger)).toBe(true)
})

test('[H-134] it waits from the decision on, with its day, until it is done', () => {
  const report = { versionId: 'v', hash: 'h', suggestion: '建议', majority: 'tolerate' } as const
  const file = caseFile().consulting()
  file.must('secretary', { type: 'hearing-ordered', hearingId: 'h1', title: '听证会' })
  file.must('secretary', { type: 'hearing-reported', hearingId: 'h1', report })
  const waiting = () => caseTasks(file.state).filter(({ kind }) => kind === 'give-hearing-feedback')
  file.move('in-consultation').listed().opened()
  expect(waiting()).toEqual([])
  file.decided({ deng: 'EXEMPT', li: 'EXEMPT' })
  expect(waiting()).toMatchObject([{ role: 'secretary', subject: '/hearings/h1', dueAt: '2026-08-22' }])
  file.must('secretary', { type: 'hearing-answered', hearingId: 'h1' })
  expect(waiting()).toEqual([])
})
