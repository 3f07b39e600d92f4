import { describe, expect, it } from 'vitest'
import { caseNumber } from '#domain/cases/number.ts'
import type { Stage } from '#domain/cases/types.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { caseFile, decisionFor, people, rentRelief, subjectOf, type Who } from '../support/case-world.ts'

const move = (to: Stage, reason = '理由') => ({ type: 'move', to, reason }) as const

describe('registration', () => {
  it('[C-01] is a secretary’s and needs a subject', () => {
    const register = {
      type: 'register',
      particulars: rentRelief,
      year: 2026,
      ordinal: 3,
      applicantIds: [],
      bodyIds: [],
    } as const
    for (const who of Object.keys(people) as Who[])
      expect([who, caseFile().attempt(who, register)]).toEqual([
        who,
        who === 'secretary' ? null : 'access/denied',
      ])
    const empty = { ...register, particulars: { ...rentRelief, subjects: [] } }
    expect(caseFile().attempt('secretary', empty)).toBe('case/subjects-required')
    const twice = {
      ...register,
      particulars: { ...rentRelief, subjects: [subjectOf('deng'), subjectOf('deng')] },
    }
    expect(caseFile().attempt('secretary', twice)).toBe('input/invalid')
    expect(caseFile().registered().attempt('secretary', register)).toBe('record/conflict')
  })

  it('[C-02] gives the number with the year in full, without leading zero', () => {
    expect(caseFile({ ordinal: 12 }).registered().state.number).toBe('容错〔2026〕12号')
    expect(caseFile({ mark: '舟容' }).registered().state.number).toBe('舟容〔2026〕1号')
    expect(caseNumber('容错', 2027, 1)).toBe('容错〔2027〕1号')
  })

  it('answers nothing for a case that is not there', () => {
    expect(caseFile().attempt('secretary', move('accepted'))).toBe('access/not-found')
  })
})

describe('the stages', () => {
  it.each(canonicalProcedure.stages.map(({ stage }) => stage))(
    '[C-03] from %s only along the template',
    (from) => {
      const reach: Record<Stage, () => ReturnType<typeof caseFile>> = {
        submitted: () => caseFile().registered(),
        accepted: () => {
          const file = caseFile().accepted()
          file.must('secretary', { type: 'assign-handlers', handlerIds: ['handler', 'handler2'] })
          return file
        },
        'in-verification': () => caseFile().verifying(),
        'in-consultation': () => caseFile().consulting(),
        decided: () => caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' }),
        shelved: () => caseFile().consulting().move('shelved'),
        'to-hearing': () => caseFile().consulting().move('to-hearing'),
        returned: () => caseFile().verifying().move('returned'),
      }
      for (const { stage: to } of canonicalProcedure.stages) {
        const way = canonicalProcedure.transitions.find((one) => one.from === from && one.to === to)
        const byHand = way?.by.includes('secretary') ?? false
        const refused = reach[from]().attempt('secretary', move(to))
        expect([to, refused]).toEqual([to, byHand ? null : 'case/transition-not-allowed'])
      }
    },
  )

  it('[C-04] aside and back only with a reason, which stands on the case', () => {
    const file = caseFile().consulting()
    for (const to of ['shelved', 'to-hearing', 'returned'] as const)
      expect(file.attempt('secretary', move(to, '  '))).toBe('case/reason-required')
    expect(file.attempt('secretary', move('shelved', ' 事实尚需核实 '))).toBeNull()
    expect(file.state).toMatchObject({ stage: 'shelved', stageReason: '事实尚需核实' })
    expect(file.state.stageHistory.at(-1)).toMatchObject({ by: 'secretary', reason: '事实尚需核实' })
    expect(file.attempt('secretary', move('in-consultation', ''))).toBeNull()
    expect(file.state.stageReason).toBeNull()
  })

  it('[C-06] nobody decides a case by hand', () => {
    for (const who of ['secretary', 'leader', 'handler'] as const)
      expect(caseFile().consulting().attempt(who, move('decided'))).toBe('case/transition-not-allowed')
  })

  it('[C-07] not into verification with fewer than two handlers, and never fewer afterwards', () => {
    const file = caseFile().accepted()
    expect(file.attempt('secretary', move('in-verification'))).toBe('case/handlers-required')
    file.must('secretary', { type: 'assign-handlers', handlerIds: ['handler', 'handler'] })
    expect(file.attempt('secretary', move('in-verification'))).toBe('case/handlers-required')
    file.must('secretary', { type: 'assign-handlers', handlerIds: ['handler', 'handler2'] })
    file.move('in-verification')
    expect(file.attempt('secretary', { type: 'assign-handlers', handlerIds: ['handler'] })).toBe(
      'case/handlers-required',
    )
    expect(file.attempt('secretary', { type: 'assign-handlers', handlerIds: ['handler2', 'handler'] })).toBe(
      'case/already-done',
    )
    file.move('returned').move('accepted')
    expect(file.attempt('secretary', { type: 'assign-handlers', handlerIds: ['handler'] })).toBe(
      'case/handlers-required',
    )
  })

  it('[C-32] is moved on by the secretary, by its handlers in verification, aside by the leader', () => {
    expect(caseFile().verifying().attempt('handler', move('in-consultation'))).toBeNull()
    expect(caseFile().accepted().attempt('leader', move('returned'))).toBe('access/denied')
    expect(caseFile().consulting().attempt('leader', move('shelved'))).toBeNull()
    expect(caseFile().consulting().attempt('handler', move('shelved'))).toBe('access/denied')
    for (const who of ['organization', 'applicant', 'sysadmin', 'jinsong'] as const)
      expect(caseFile().verifying().attempt(who, move('in-consultation'))).toBe('access/denied')
  })

  it('[C-31] an applicant never works on his own case, whatever roles he holds', () => {
    const both = { ...people.secretary, personId: 'applicant' }
    const file = caseFile().accepted()
    expect(file.attempt(both, move('returned'))).toBe('access/denied')
    expect(file.attempt(both, { type: 'amend', particulars: rentRelief, reason: '更正' })).toBe(
      'access/denied',
    )
    expect(file.attempt('secretary', { type: 'assign-handlers', handlerIds: ['handler', 'applicant'] })).toBe(
      'case/handler-conflict',
    )
  })
})

describe('amending', () => {
  const amend = (subjects = rentRelief.subjects) =>
    ({ type: 'amend', particulars: { ...rentRelief, title: '更名', subjects }, reason: '更正' }) as const
  const oneMore = [...rentRelief.subjects, subjectOf('wang')]

  it('[C-08] by secretary and handlers until the case is decided', () => {
    const file = caseFile().verifying()
    expect(file.attempt('handler', amend())).toBeNull()
    expect(file.state.title).toBe('更名')
    expect(file.attempt('organization', amend())).toBe('access/denied')
    expect(file.attempt('secretary', amend([]))).toBe('case/subjects-required')
    const decided = caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' })
    for (const order of [
      amend(),
      { type: 'assign-handlers', handlerIds: ['x', 'y'] } as const,
      { type: 'invite-body', bodyId: 'audit' } as const,
      {
        type: 'add-evidence',
        piece: { id: 'e', title: '', fileName: '', mediaType: '', bytes: 1, sha256: '' },
      } as const,
    ])
      expect(decided.attempt('secretary', order)).toBe('case/closed')
  })

  it('[C-05] keeps the subjects while an agenda or a submitted opinion relies on them', () => {
    const listed = caseFile().consulting().listed()
    expect(listed.attempt('secretary', amend())).toBeNull()
    expect(listed.attempt('secretary', amend(oneMore))).toBe('case/subjects-fixed')
    expect(listed.move('returned').attempt('secretary', amend(oneMore))).toBeNull()

    const stated = caseFile().verifying().opinion('organization')
    expect(stated.attempt('secretary', amend(oneMore))).toBe('case/subjects-fixed')
    stated.must('organization', { type: 'withdraw-opinion', reason: '当事人有增加' })
    expect(stated.attempt('secretary', amend(oneMore))).toBeNull()

    const partly = caseFile().consulting().decided({ deng: 'EXEMPT' })
    expect(partly.attempt('secretary', amend([subjectOf('li')]))).toBe('case/subjects-fixed')
  })
})

describe('bodies and links', () => {
  it('[C-09] the secretary invites a body once; it gets an opinion of its own', () => {
    const file = caseFile().verifying()
    expect(file.attempt('organization', { type: 'invite-body', bodyId: 'audit' })).toBe('access/denied')
    file.must('secretary', { type: 'invite-body', bodyId: 'audit' })
    expect(file.state.opinions.at(-1)).toMatchObject({ bodyId: 'audit', status: 'draft' })
    expect(file.attempt('secretary', { type: 'invite-body', bodyId: 'audit' })).toBe('case/already-done')
  })

  it('[C-10] links another case once, never itself, also after the decision', () => {
    const file = caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' })
    const link = (caseId: string) => ({ type: 'link-case', caseId, reason: '同一事项' }) as const
    expect(file.attempt('secretary', link('case-2'))).toBeNull()
    expect(file.attempt('secretary', link('case-2'))).toBe('case/already-done')
    expect(file.attempt('secretary', link('case-1'))).toBe('input/invalid')
  })
})

describe('on an agenda', () => {
  const list = (meetingId: string) => ({ type: 'list', meetingId, itemId: `${meetingId}-item` }) as const

  it('[C-11] only in consultation and with a verification report written', () => {
    expect(caseFile().verifying().pinned().attempt('secretary', list('m1'))).toBe(
      'case/transition-not-allowed',
    )
    expect(caseFile().consulting().attempt('secretary', list('m1'))).toBe('case/verification-report-missing')
    const file = caseFile().consulting().listed()
    expect(file.attempt('secretary', list('m1'))).toBe('agenda/already-listed')
    expect(file.state.meetings).toEqual([{ meetingId: 'm1', itemId: 'm1-item', opened: false, ended: false }])
    expect(
      caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' }).attempt('secretary', list('m1')),
    ).toBe('case/closed')
  })

  it('[C-12] is taken up by one meeting at a time, and by the next when that one put it off', () => {
    const open = (meetingId: string) =>
      ({ type: 'open-item', meetingId, itemId: `${meetingId}-item` }) as const
    const file = caseFile().consulting().listed('m1').listed('m2').opened('m1')
    expect(file.attempt('secretary', open('m2'))).toBe('agenda/item-open')
    expect(file.attempt('secretary', open('m1'))).toBeNull()
    expect(file.attempt('secretary', open('m9'))).toBe('agenda/unknown-item')
    file.must('secretary', { type: 'put-off-item', meetingId: 'm1', itemId: 'm1-item', reason: '待核实' })
    expect(file.listed('m3').attempt('secretary', open('m3'))).toBeNull()
    expect(caseFile().consulting().listed().move('returned').attempt('secretary', open('m1'))).toBe(
      'case/transition-not-allowed',
    )
  })
})

describe('while a meeting has the case open', () => {
  const list = { type: 'list', meetingId: 'm2', itemId: 'm2-item' } as const
  const withdraw = { type: 'withdraw-opinion', reason: '补充意见' } as const

  it('[C-12] no second meeting lists it, and the first keeps its hold', () => {
    const file = caseFile().consulting().opinion('organization').listed().opened().pinned('m2')
    expect(file.attempt('secretary', list)).toBe('agenda/already-listed')
    expect(file.attempt('organization', withdraw)).toBe('opinion/item-opened')
    file.must('secretary', { type: 'put-off-item', meetingId: 'm1', itemId: 'm1-item', reason: '待核实' })
    expect(file.attempt('secretary', list)).toBeNull()
    expect(file.attempt('organization', withdraw)).toBeNull()
  })

  it('[C-12] it is listed again when the decision came back and left something open', () => {
    const file = caseFile().consulting().listed().opened().pinned('m2')
    expect(file.attempt('secretary', list)).toBe('agenda/already-listed')
    expect(file.decided({ deng: 'EXEMPT' }).attempt('secretary', list)).toBeNull()
  })

  it('[D-11] an agenda that was made before leaves the hold where it is', () => {
    const file = caseFile().consulting().opinion('organization').listed('m1').listed('m2').opened('m1')
    expect(file.attempt('organization', withdraw)).toBe('opinion/item-opened')
  })
})

describe('the decision comes back', () => {
  it('[C-40] stands per subject with its vote and minutes, newest in force', () => {
    const file = caseFile().consulting().listed().opened().decided({ deng: 'MITIGATED', li: 'EXEMPT' })
    expect(
      file.state.decisions.map(({ subjectId, outcome, minutesNumber }) => [
        subjectId,
        outcome,
        minutesNumber,
      ]),
    ).toEqual([
      ['deng', 'MITIGATED', '纪要〔2026〕1号'],
      ['li', 'EXEMPT', '纪要〔2026〕1号'],
    ])
    expect(file.state.stage).toBe('decided')
    expect(file.entries.at(-1)).toMatchObject({
      type: 'case/moved',
      payload: { to: 'decided', reason: '纪要〔2026〕1号' },
    })
    expect(file.state.meetings).toMatchObject([{ ended: true }])
  })

  it('[C-41] waits for subjects that are not decided', () => {
    const file = caseFile().consulting().decided({ deng: 'EXEMPT' })
    expect(file.state.stage).toBe('in-consultation')
    file.decided({ li: 'NOT_TOLERATED' }, { minutesId: 'minutes-2', meetingId: 'm2' })
    expect(file.state.stage).toBe('decided')
    expect(caseFile().consulting().decided({ deng: 'EXEMPT', li: 'SHELVED' }).state.stage).toBe('shelved')
  })

  it('[C-42] is recorded once per minutes, for subjects of the case', () => {
    const file = caseFile().consulting().decided({ deng: 'EXEMPT' })
    const record = (...ids: string[]) =>
      ({ type: 'record-decision', decisions: ids.map((id) => decisionFor(id, 'EXEMPT')) }) as const
    expect(file.attempt('leader', record('deng'))).toBe('case/already-done')
    expect(file.attempt('leader', record('nobody'))).toBe('input/invalid')
    expect(file.attempt('leader', record('li', 'li'))).toBe('input/invalid')
    const before = file.entries.length
    expect(file.attempt('leader', record())).toBeNull()
    expect(file.entries).toHaveLength(before)
  })

  it('[C-43] is recorded although the case was moved by hand meanwhile', () => {
    const file = caseFile()
      .consulting()
      .listed()
      .opened()
      .move('returned')
      .decided({ deng: 'EXEMPT', li: 'EXEMPT' })
    expect(file.state.stage).toBe('decided')
  })

  it('[C-44] a duty is reported done by the body that owes it, once, also when decided', () => {
    const duties = [{ id: 'duty-1', text: '自查整改', ownerBodyId: 'jinsong', dueOn: '2026-12-31' }]
    const file = caseFile().consulting().decided({ deng: 'MITIGATED', li: 'EXEMPT' }, { duties })
    const report = (dutyId: string) => ({ type: 'report-duty-done', dutyId, note: '已减免到位' }) as const
    for (const who of ['secretary', 'organization', 'handler'] as const)
      expect(file.attempt(who, report('duty-1'))).toBe('access/denied')
    expect(file.attempt('jinsong', report('duty-9'))).toBe('access/denied')
    expect(file.attempt('jinsong', report('duty-1'))).toBeNull()
    expect(file.attempt('jinsong', report('duty-1'))).toBe('case/already-done')
    expect(file.state.dutiesDone).toMatchObject([{ dutyId: 'duty-1', by: 'jinsong1', note: '已减免到位' }])
  })
})
