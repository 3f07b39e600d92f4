import { describe, expect, it } from 'vitest'
import { caseEntryVisible, documentAccess } from '#domain/cases/may.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseFile, frozen, people, type Who } from '../support/case-world.ts'

const normal = { recused: false }
const submit = (stands: Readonly<Record<string, 'MITIGATED' | 'EXEMPT'>>) =>
  ({ type: 'submit-opinion', stands, clauses: ['第八条'], frozen: frozen('v1') }) as const
const both = submit({ deng: 'MITIGATED', li: 'EXEMPT' })
const withdraw = { type: 'withdraw-opinion', reason: '补充意见' } as const

describe('a department’s opinion', () => {
  it('[D-10] takes a stand on every subject, freezes with its hash, once', () => {
    const file = caseFile().verifying()
    expect(file.attempt('organization', submit({ deng: 'MITIGATED' }))).toBe('opinion/incomplete')
    expect(file.attempt('organization', submit({ deng: 'MITIGATED', other: 'EXEMPT' }))).toBe(
      'opinion/incomplete',
    )
    expect(file.attempt('organization', both)).toBeNull()
    expect(file.attempt('organization', both)).toBe('opinion/already-submitted')
    expect(file.state.opinions[1]).toMatchObject({
      bodyId: 'organization',
      status: 'submitted',
      stands: { deng: 'MITIGATED', li: 'EXEMPT' },
      clauses: ['第八条'],
      versionId: 'v1',
      hash: 'hash-of-v1',
      submittedBy: 'organization1',
    })
    expect(documentAccess(people.organization, file.state, 'opinion-organization', normal)).toBe('read')
    for (const who of ['secretary', 'leader', 'audit', 'clerk'] as const)
      expect([who, file.attempt(who, both)]).toEqual([who, 'case/body-not-invited'])
    expect(file.attempt('applicant', both)).toBe('access/denied')
    expect(caseFile().accepted().attempt('organization', both)).toBe('case/transition-not-allowed')
    expect(
      caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' }).attempt('organization', both),
    ).toBe('case/closed')
  })

  it('[D-07] of a draft others see only that it is one', () => {
    const { state } = caseFile().verifying()
    for (const who of ['secretary', 'leader', 'handler', 'political'] as const) {
      expect(documentAccess(people[who], state, 'opinion-organization', normal)).toBe('none')
      const view = caseViewFor(people[who], state, normal)
      expect(isRefusal(view) ? null : view.opinions[1]).toMatchObject({
        status: 'draft',
        stands: {},
        clauses: [],
        versionId: null,
        hash: null,
      })
    }
  })

  it('[D-08] once submitted it is read by whoever sees all of the case, never by the applicant', () => {
    const { state } = caseFile().verifying().opinion('organization')
    const reads = (Object.keys(people) as Who[]).filter(
      (who) => documentAccess(people[who], state, 'opinion-organization', normal) === 'read',
    )
    expect(reads).toEqual([
      'secretary',
      'leader',
      'handler',
      'handler2',
      'discipline',
      'organization',
      'political',
    ])
    expect(
      documentAccess(people.audit, state, 'opinion-organization', { recused: false, viaMeeting: true }),
    ).toBe('read')
    expect(
      documentAccess(people.applicant, state, 'opinion-organization', { recused: false, viaMeeting: true }),
    ).toBe('none')
  })

  it('[D-11] is withdrawn with a reason until the item opens, and again when the case has left the meeting', () => {
    const file = caseFile().verifying()
    expect(file.attempt('organization', withdraw)).toBe('opinion/not-submitted')
    file.opinion('organization').move('in-consultation').listed()
    expect(file.attempt('political', withdraw)).toBe('opinion/not-submitted')
    expect(file.attempt('organization', withdraw)).toBeNull()
    expect(file.state.opinions[1]).toMatchObject({
      status: 'draft',
      stands: {},
      hash: null,
      withdrawals: [{ by: 'organization1', reason: '补充意见' }],
    })
    expect(documentAccess(people.organization, file.state, 'opinion-organization', normal)).toBe('write')
    expect(documentAccess(people.political, file.state, 'opinion-organization', normal)).toBe('none')
    file.opinion('organization', 'v2').opened()
    expect(file.attempt('organization', withdraw)).toBe('opinion/item-opened')
    file.move('returned').move('in-verification')
    expect(file.attempt('organization', withdraw)).toBeNull()
    const decided = caseFile()
      .verifying()
      .opinion('organization')
      .move('in-consultation')
      .decided({ deng: 'EXEMPT', li: 'EXEMPT' })
    expect(decided.attempt('organization', withdraw)).toBe('case/closed')
  })

  it('[D-09] a withdrawn opinion’s entry goes out of others’ sight with it', () => {
    const file = caseFile().verifying().opinion('organization', 'v1')
    const told = (who: Who) =>
      file.entries.filter(
        (entry) =>
          entry.type === 'case/opinion-submitted' && caseEntryVisible(people[who], file.state, entry),
      ).length
    expect([told('organization'), told('political'), told('secretary'), told('applicant')]).toEqual([
      1, 1, 1, 0,
    ])
    file.must('organization', withdraw)
    expect([told('organization'), told('political'), told('secretary')]).toEqual([1, 0, 0])
    file.opinion('organization', 'v2')
    expect([told('organization'), told('political'), told('secretary')]).toEqual([2, 1, 1])
  })
})
