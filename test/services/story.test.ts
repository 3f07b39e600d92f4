import { DUE, VOTES } from '../support/meeting-play.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { Choice } from '#domain/ballots/types.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'

/** The main job of product.md, minute by minute, through the services on a real database. */

const MEETING = 'meeting-demo'
const CASE = 'case-rent-relief'
const due = DUE.filter((who) => who !== 'chair')

let app: App
let close: () => Promise<void>
let counter = 0
const commandId = () => `story-${String((counter += 1)).padStart(5, '0')}`

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

const act = async (who: string, command: MeetingCommand) =>
  app.services.meetings.execute(demoActor(who), MEETING, commandId(), command)

const meeting = async (who = 'chair') =>
  must(await app.services.meetings.view(demoActor(who), MEETING, 'person')).state

async function castAll(pollId: string, choices: Record<string, Choice>) {
  for (const [who, choice] of Object.entries(choices))
    must(await app.services.meetings.cast(demoActor(who), MEETING, commandId(), { pollId, choice }))
}

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
}, 60_000)
afterAll(() => close())

describe('the main job', () => {
  it('departments submit sealed opinions', async () => {
    for (const [who, body] of [
      ['discipline1', 'discipline'],
      ['organization1', 'organization'],
      ['political1', 'political'],
    ] as const) {
      await app.documents.replaceText(
        `case/${CASE}/opinion-${body}`,
        {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: `${body} 同意减责` }] }],
        },
        who,
      )
      expect(
        await app.services.documents.access(demoActor('political2'), `case/${CASE}/opinion-${body}`),
      ).toEqual(body === 'political' ? 'write' : { refused: 'access/not-found' })
    }
    for (const who of ['discipline1', 'organization1', 'political1'])
      must(
        await app.services.cases.execute(demoActor(who), CASE, commandId(), {
          type: 'submit-opinion',
          stands: { deng: 'MITIGATED', li: 'MITIGATED' },
          clauses: ['《办法》减责情形'],
        }),
      )
    expect(
      await app.services.documents.access(demoActor('political2'), `case/${CASE}/opinion-discipline`),
    ).toBe('read')
  })

  it('opens with a quorum, recuses a member and decides the first item per subject', async () => {
    expect(await act('chair', { type: 'open' })).toMatchObject({ refused: expect.any(String) as string })
    for (const who of ['chair', ...due])
      must(await act(who, { type: 'check-in', personId: null, code: null }))
    must(await act('chair', { type: 'open' }))
    const [first, second] = (await meeting()).items
    if (!first || !second) throw new Error('agenda')
    must(
      await act('political3', { type: 'recuse-myself', itemId: second.id, reason: '与当事单位有利害关系' }),
    )
    expect(await app.services.cases.view(demoActor('political3'), second.caseId)).toEqual({
      refused: 'access/recused',
    })

    must(await act('chair', { type: 'open-item', itemId: first.id, presenterId: 'discipline2' }))
    must(await act('chair', { type: 'enter-phase', phase: 'questions' }))
    must(await act('chair', { type: 'enter-phase', phase: 'statements' }))
    expect(await act('chair', { type: 'state', stand: 'FOR', reason: '先说' })).toEqual({
      refused: 'statement/chair-last',
    })
    for (const who of due)
      must(await act(who, { type: 'state', stand: 'FOR', reason: '政策把握不准，并非故意' }))
    must(await act('chair', { type: 'state', stand: 'FOR', reason: '同意大家意见' }))

    for (const subject of first.subjects) {
      must(
        await act('chair', {
          type: 'put-question',
          subjectId: subject.id,
          question: `是否对${subject.name}予以容错？`,
          options: ['EXEMPT', 'MITIGATED', 'NOT_TOLERATED', 'SHELVED'],
          method: subject.id === 'deng' ? 'named' : 'secret',
        }),
      )
      const poll = (await meeting()).items[0]?.polls.find((candidate) => candidate.status === 'open')
      if (!poll) throw new Error('no open poll')
      await castAll(poll.id, VOTES)
      expect((await meeting()).items[0]?.polls.at(-1)?.votedIds).toEqual([])
      must(await act('chair', { type: 'close-ballot', pollId: poll.id }))
      if (poll.method === 'secret')
        for (const who of ['organization3', 'political3'])
          must(await act(who, { type: 'confirm-count', pollId: poll.id }))
      must(await act('chair', { type: 'announce-result', pollId: poll.id }))
      const result = (await meeting('political1')).items[0]?.polls.at(-1)?.result
      expect(result).toMatchObject({ passed: 'MITIGATED', present: 9, due: 9 })
    }
    must(await act('chair', { type: 'finish-item' }))
    must(await act('chair', { type: 'defer-item', itemId: second.id, reason: '事实尚需核实' }))
    must(await act('chair', { type: 'close' }))
    expect(await app.services.cases.view(demoActor('political3'), second.caseId)).toHaveProperty('state')
  })

  it('minutes are drafted, countersigned, signed, and the decision stands in the case', async () => {
    const secretary = demoActor('secretary')
    const { minutesId } = must(await app.services.minutes.draft(secretary, commandId(), MEETING))
    const run = (who: string, command: Parameters<typeof app.services.minutes.execute>[3]) =>
      app.services.minutes.execute(demoActor(who), minutesId, commandId(), command)
    const item = (await meeting()).items[0]
    if (!item) throw new Error('agenda')
    for (const subjectId of ['deng', 'li'])
      must(
        await run('secretary', {
          type: 'set-decision-detail',
          detail: {
            caseId: CASE,
            itemId: item.id,
            subjectId,
            clauses: ['《办法》减责情形'],
            measure: 'talk-reminder',
            measureText: '谈话提醒',
            effects: ['promotion-unaffected'],
            shelvedUntil: null,
            duties:
              subjectId === 'deng'
                ? [
                    {
                      id: 'duty-1',
                      text: '完成房租减免自查整改',
                      ownerBodyId: 'jinsong',
                      dueOn: '2027-01-31',
                    },
                  ]
                : [],
          },
        }),
      )
    must(await run('secretary', { type: 'send-to-review' }))
    must(await run('secretary', { type: 'send-to-countersign' }))
    for (const who of ['discipline1', 'organization1', 'political1'])
      must(await run(who, { type: 'countersign', agreed: true, reason: '' }))
    must(await run('secretary', { type: 'send-to-sign' }))
    expect(await run('secretary', { type: 'sign' })).toHaveProperty('refused')
    must(await run('leader', { type: 'sign' }))

    const view = must(await app.services.cases.view(demoActor('organization1'), CASE)).state
    expect(view.stage).toBe('decided')
    expect(view.decisions).toHaveLength(2)
    expect(view.decisions[0]).toMatchObject({
      outcome: 'MITIGATED',
      measure: 'talk-reminder',
      vote: { for: 6, against: 1, deferred: 1, abstained: 1, due: 9, present: 9 },
      minutesNumber: '纪要〔2026〕1号',
    })
    const minutes = must(await app.services.minutes.view(demoActor('leader'), minutesId)).state
    expect(minutes).toMatchObject({ step: 'issued', number: '纪要〔2026〕1号' })
  })
})
