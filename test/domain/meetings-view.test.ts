import { describe, expect, it } from 'vitest'
import { mayConvene, mayReadMeeting } from '#domain/meetings/may.ts'
import { recusalsInForce } from '#domain/meetings/project.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { meetingEntryFor, meetingSeenBy, meetingViewFor, type MeetingViewer } from '#domain/meetings/view.ts'
import { ROLES, type Role } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { itemFor, personOf, room, votes, type Room } from '../support/meeting-room.ts'

function seen(r: Room, personId: string, audience: MeetingViewer['audience'] = 'person'): MeetingState {
  const view = meetingViewFor({ personId, audience }, r.state)
  if (isRefusal(view)) throw new Error(view.refused)
  return view.state
}

/** The types of the entries a viewer gets, and the entries themselves as he gets them. */
function told(r: Room, personId: string, audience: MeetingViewer['audience'] = 'person') {
  return r.entries.flatMap((entry) => meetingEntryFor({ personId, audience }, r.state, entry) ?? [])
}
const typesTold = (r: Room, personId: string) => told(r, personId).map((entry) => entry.type)

describe('who reads a meeting', () => {
  const byRole = (...roles: Role[]) => {
    const actor = personOf('outsider', ...roles)
    return [
      mayReadMeeting(actor, room().state),
      !isRefusal(meetingViewFor({ ...actor, audience: 'person' }, room().state)),
    ]
  }

  it.each(ROLES)('[M-18] %s by role', (role) => {
    const reads = role === 'secretary' || role === 'leader'
    expect(byRole(role)).toEqual([reads, reads])
    expect(mayConvene(personOf('x', role))).toBe(role === 'secretary')
  })

  it('[M-18] whoever takes part, in whatever capacity; nobody else', () => {
    const r = room({ scrutineers: ['scr'] })
    for (const who of ['chair', 'm2', 'att', 'sec', 'scr']) {
      expect(mayReadMeeting(personOf(who), r.state)).toBe(true)
      expect(isRefusal(meetingViewFor({ personId: who, audience: 'person' }, r.state))).toBe(false)
    }
    expect(byRole()).toEqual([false, false])
    expect(meetingViewFor({ personId: 'outsider', audience: 'screen' }, r.state)).toEqual({
      refused: 'meeting/not-participant',
    })
    expect(isRefusal(meetingSeenBy({ personId: 'outsider', audience: 'person' }, r.state))).toBe(false)
  })

  it('[M-18] a meeting that was never convened is nobody’s', () => {
    const empty = { ...room().state, seq: 0 }
    expect(mayReadMeeting(personOf('sec', 'secretary'), empty)).toBe(false)
    expect(meetingViewFor({ personId: 'chair', audience: 'person' }, empty)).toEqual({
      refused: 'access/not-found',
    })
  })
})

describe('attendance as seen', () => {
  it('[M-19] the check-in code goes to chair, secretaries and the screen, until the meeting ends', () => {
    const r = room()
    const code = r.state.checkInCode
    expect(['chair', 'sec', 'm2', 'att'].map((who) => seen(r, who).checkInCode)).toEqual([code, code, '', ''])
    expect(seen(r, 'm2', 'screen').checkInCode).toBe(code)
    expect(JSON.stringify(told(r, 'm2'))).not.toContain(code)
    expect(JSON.stringify(told(r, 'sec'))).toContain(code)
    r.must('sec', { type: 'renew-code' })
    expect(JSON.stringify(told(r, 'att'))).not.toContain(code)
    r.must('sec', { type: 'cancel', reason: 'x' })
    expect(seen(r, 'chair').checkInCode).toBe('')
  })

  it('[M-20] reasons of leave go to chair, secretaries and the person; that he is on leave, to all', () => {
    const r = room()
    r.must('m2', { type: 'take-leave', personId: null, reason: '私事' })
    const reason = (who: string, audience?: MeetingViewer['audience']) =>
      seen(r, who, audience).leaves[0]?.reason
    expect(['chair', 'sec', 'm2', 'm3', 'att'].map((who) => reason(who))).toEqual([
      '私事',
      '私事',
      '私事',
      '',
      '',
    ])
    expect(reason('sec', 'screen')).toBe('')
    expect(seen(r, 'm3').leaves[0]?.personId).toBe('m2')
    for (const who of ['m3', 'att']) {
      expect(JSON.stringify(told(r, who))).not.toContain('私事')
      expect(typesTold(r, who)).toContain('meeting/leave-taken')
    }
    expect(JSON.stringify(told(r, 'm2'))).toContain('私事')
  })

  it('[M-21] the screen shows nothing private, whoever opened it', () => {
    const r = room()
    r.must('m2', { type: 'take-leave', personId: null, reason: 'SECRET leave' })
    r.must('m3', { type: 'recuse-myself', itemId: 'i2', reason: 'SECRET recusal' })
    r.must('sec', { type: 'propose-item', caseId: 'case-i9', caseTitle: 'SECRET case', item: itemFor('i9') })
    r.opened('m2').toStatements()
    for (const who of [...r.dueIds.slice(2), 'chair'])
      r.must(who, { type: 'state', stand: 'FOR', reason: `SECRET of ${who}` })
    r.must('m4', {
      type: 'correct-statement',
      statementId: r.item().statements[1]?.id ?? '',
      text: 'SECRET more',
    })
    const voters = r.dueIds.filter((id) => id !== 'm2')
    const pollId = r.vote(votes({ EXEMPT: 8 }, voters))
    r.must('chair', { type: 'adjourn', reason: 'SECRET pause' })
    r.must('chair', { type: 'resume' })
    r.must('m5', { type: 'ask-reconsideration', subjectId: 'i1-s1', reason: 'SECRET doubt' })
    for (const opener of ['chair', 'sec', 'm4', 'm2']) {
      const screen = seen(r, opener, 'screen')
      expect(JSON.stringify(screen)).not.toContain('SECRET')
      expect(JSON.stringify(told(r, opener, 'screen'))).not.toContain('SECRET')
      const poll = screen.items[0]?.polls.find((one) => one.id === pollId)
      expect(poll).toMatchObject({
        choices: {},
        votedIds: [],
        result: { passed: 'EXEMPT', counts: { EXEMPT: 8 } },
      })
      expect(screen.items[0]).toMatchObject({ caseTitle: 'title of i1', papers: [] })
    }
    expect(JSON.stringify(seen(r, 'chair'))).toContain('SECRET')
  })

  it('[A-20] a proposed case is seen by chair, secretaries and whoever proposed it', () => {
    const r = room()
    r.must('m2', { type: 'propose-item', caseId: 'case-i9', caseTitle: 'title of i9', item: itemFor('i9') })
    expect(['chair', 'sec', 'm2', 'm3', 'att'].map((who) => seen(r, who).proposedItems.length)).toEqual([
      1, 1, 1, 0, 0,
    ])
    expect(typesTold(r, 'm3')).not.toContain('agenda/item-proposed')
    expect(typesTold(r, 'm2')).toContain('agenda/item-proposed')
    r.must('chair', {
      type: 'decline-item',
      proposalId: r.state.proposedItems[0]?.id ?? '',
      reason: 'why not',
    })
    expect(JSON.stringify(told(r, 'm3'))).not.toContain('why not')
  })
})

describe('a recused person', () => {
  const recusedRoom = () => {
    const r = room()
    r.must('m2', { type: 'recuse-myself', itemId: 'i1', reason: 'CAUSE' })
    return r
  }

  it('[X-10] sees of the item only that there is one, before, while and until it ends', () => {
    const r = recusedRoom()
    const expectShell = () => {
      const [item, other] = seen(r, 'm2').items
      expect(item).toMatchObject({
        id: 'i1',
        caseId: '',
        caseNumber: '',
        caseTitle: '',
        subjects: [],
        papers: [],
        statements: [],
        polls: [],
        presenterId: null,
        reconsiderations: [],
        deferral: null,
        phase: r.item().phase,
      })
      expect(other?.caseTitle).toBe('title of i2')
      for (const audience of ['person', 'screen'] as const) {
        expect(JSON.stringify(seen(r, 'm2', audience))).not.toMatch(/title of i1|case-i1|i1-s1|reason of/)
        expect(JSON.stringify(told(r, 'm2', audience))).not.toMatch(/title of i1|case-i1|i1-s1|reason of/)
      }
    }
    expectShell()
    r.opened().stated()
    expectShell()
    const pollId = r.ballot()
    expectShell()
    r.close(
      pollId,
      votes(
        { EXEMPT: 8 },
        r.dueIds.filter((id) => id !== 'm2'),
      ),
    )
    expectShell()
    r.must('chair', { type: 'announce-result', pollId })
    expectShell()
    expect(typesTold(r, 'm2').filter((type) => /^(ballot|statement|agenda)\//.test(type))).toEqual([])
    expect(recusalsInForce(r.state)).toMatchObject([{ itemId: 'i1', caseId: 'case-i1', personId: 'm2' }])
    r.must('chair', { type: 'finish-item' })
    expect(seen(r, 'm2').items[0]).toMatchObject({
      caseTitle: 'title of i1',
      polls: [{ id: pollId, status: 'announced' }],
    })
    expect(typesTold(r, 'm2')).toContain('ballot/announced')
  })

  it('[X-10] everybody else sees the item', () => {
    const r = recusedRoom()
    for (const who of ['chair', 'm3', 'att', 'sec'])
      expect(seen(r, who).items[0]?.caseTitle).toBe('title of i1')
  })

  it('[X-10] nothing of the floor on that item reaches him while it is up, and it comes back after', () => {
    const r = recusedRoom().opened()
    r.must('m3', { type: 'raise-hand', kind: 'point-of-order' })
    const before = r.state.floor.waiting[0]?.id ?? ''
    r.openItem()
    r.must('chair', { type: 'grant-floor', requestId: before, seconds: 60 })
    r.must('m4', { type: 'raise-hand', kind: 'question' })
    r.must('m5', { type: 'raise-hand', kind: 'question' })
    r.must('chair', { type: 'grant-floor', requestId: r.state.floor.waiting[0]?.id ?? '', seconds: 60 })
    expect(seen(r, 'm2').floor).toEqual({ waiting: [], speaking: null, heard: [] })
    expect(typesTold(r, 'm2').filter((type) => type.startsWith('floor/'))).toEqual(['floor/hand-raised'])
    expect(seen(r, 'm6').floor).toMatchObject({ waiting: [{ personId: 'm5' }], speaking: { personId: 'm4' } })
    r.must('chair', { type: 'defer-item', itemId: 'i1', reason: 'x' })
    expect(seen(r, 'm2').floor.heard).toHaveLength(2)
    expect(typesTold(r, 'm2').filter((type) => type.startsWith('floor/')).length).toBeGreaterThan(4)
  })

  it('[X-11] all know that he is recused; why, only chair, secretaries and himself', () => {
    const r = recusedRoom()
    const reasons = ['chair', 'sec', 'm2', 'm3', 'att'].map((who) => seen(r, who).recusals[0])
    expect(reasons.map((one) => one?.reason)).toEqual(['CAUSE', 'CAUSE', 'CAUSE', '', ''])
    expect(reasons.every((one) => one?.status === 'in-force' && one.personId === 'm2')).toBe(true)
    expect(JSON.stringify(told(r, 'm3'))).not.toContain('CAUSE')
    expect(typesTold(r, 'm3')).toContain('recusal/declared')
    expect(JSON.stringify(told(r, 'm2'))).toContain('CAUSE')
  })

  it('[X-11] an application is seen by chair, secretaries, the applicant and the person until it is in force', () => {
    const r = room()
    r.must('m3', { type: 'apply-for-recusal', itemId: 'i1', personId: 'm2', reason: 'CAUSE' })
    const known = () => ['chair', 'sec', 'm2', 'm3', 'm4', 'att'].map((who) => seen(r, who).recusals.length)
    expect(known()).toEqual([1, 1, 1, 1, 0, 0])
    expect(typesTold(r, 'm4')).not.toContain('recusal/applied-for')
    const recusalId = r.state.recusals[0]?.id ?? ''
    r.must('chair', { type: 'rule-on-recusal', recusalId, granted: true, reason: 'RULING' })
    expect(known()).toEqual([1, 1, 1, 1, 1, 1])
    expect(seen(r, 'm4').recusals[0]).toMatchObject({ reason: '', rulingReason: null, appliedBy: '' })
    expect(JSON.stringify(told(r, 'm4'))).not.toMatch(/CAUSE|RULING/)
  })

  it('[X-13] access is cut by what is in force and not ended, on one’s own motion and by ruling alike', () => {
    const r = recusedRoom()
    r.must('m3', { type: 'apply-for-recusal', itemId: 'i2', personId: 'm4', reason: 'x' })
    expect(recusalsInForce(r.state).map((one) => one.personId)).toEqual(['m2'])
    r.must('chair', {
      type: 'rule-on-recusal',
      recusalId: r.state.recusals.at(-1)?.id ?? '',
      granted: true,
      reason: 'x',
    })
    expect(recusalsInForce(r.state).map((one) => [one.personId, one.caseId])).toEqual([
      ['m2', 'case-i1'],
      ['m4', 'case-i2'],
    ])
    expect(seen(r, 'm4').items.map((item) => item.caseTitle)).toEqual(['title of i1', ''])
  })
})
