import { describe, expect, it } from 'vitest'
import {
  caseEntryVisible,
  documentAccess,
  dossierParts,
  mayAddEvidence,
  mayOpenEvidence,
  mayReadCase,
  maySeeAllCases,
} from '#domain/cases/may.ts'
import type { Grounds } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseFile, frozen, people, type Who } from '../support/case-world.ts'

const normal: Grounds = { recused: false }
const everybody = Object.keys(people) as Who[]
const may = (state: CaseState, grounds = normal) =>
  everybody.filter((who) => mayReadCase(people[who], state, grounds))

/** `wwr-`: write, read or none for each part in turn. */
function letters(who: Who, state: CaseState, grounds = normal): string {
  const sign = { write: 'w', read: 'r', none: '-' } as const
  return dossierParts(state)
    .map((part) => sign[documentAccess(people[who], state, part, grounds)])
    .join('')
}

function seen(who: Who, state: CaseState, grounds = normal): CaseState {
  const view = caseViewFor(people[who], state, grounds)
  if (isRefusal(view)) throw new Error(view.refused)
  return view
}

const duties = [{ id: 'duty-1', text: '自查整改', ownerBodyId: 'jinsong', dueOn: '2026-12-31' }]

describe('who reads a case', () => {
  it('[P-06] no administrator reads any by office', () => {
    const readers = [
      'secretary',
      'leader',
      'handler',
      'handler2',
      'discipline',
      'organization',
      'political',
      'applicant',
    ]
    expect(may(caseFile().verifying().state)).toEqual(readers)
    expect(may(caseFile().state)).toEqual([])
  })

  it('[P-07] secretary and leader see the whole ledger, nobody else', () => {
    expect(everybody.filter((who) => maySeeAllCases(people[who]))).toEqual(['secretary', 'leader'])
  })

  it('[P-08] participants of a meeting with the case on its agenda read it and write nothing', () => {
    const { state } = caseFile().verifying()
    expect(mayReadCase(people.audit, state, { recused: false, viaMeeting: true })).toBe(true)
    expect(letters('audit', state, { recused: false, viaMeeting: true })).toBe('rrrrr---')
    expect(letters('audit', state)).toBe('--------')
  })

  it('[D-13] a recused person reads nothing of it', () => {
    const { state } = caseFile().verifying().opinion('organization')
    for (const who of everybody) {
      const recused = { recused: true, viaMeeting: true }
      expect(mayReadCase(people[who], state, recused)).toBe(false)
      expect(letters(who, state, recused)).toBe('--------')
      expect(mayAddEvidence(people[who], state, recused)).toBe(false)
      expect(mayOpenEvidence(people[who], state, recused, 'e')).toBe(false)
    }
    expect(caseViewFor(people.organization, state, { recused: true })).toEqual({ refused: 'access/recused' })
    expect(caseViewFor(people.clerk, state, { recused: true })).toEqual({ refused: 'access/not-found' })
    expect(caseViewFor(people.clerk, state, normal)).toEqual({ refused: 'access/not-found' })
  })
})

// facts, applicant-statement, verification-report, condition-matrix, draft-decision, three opinions
describe('documents', () => {
  it('[D-01] five parts and one opinion per body, each with its own access', () => {
    const { state } = caseFile().verifying()
    expect(dossierParts(state)).toHaveLength(8)
    const expected: Readonly<Partial<Record<Who, string>>> = {
      secretary: 'wrwww---',
      leader: 'rrrrr---',
      handler: 'wrwwww--',
      organization: 'wrwww-w-',
      political: 'wrwww--w',
      applicant: '-w------',
      audit: '--------',
      clerk: '--------',
      sysadmin: '--------',
      secadmin: '--------',
      auditor: '--------',
    }
    for (const [who, access] of Object.entries(expected))
      expect([who, letters(who as Who, state)]).toEqual([who, access])
    expect(documentAccess(people.secretary, state, 'opinion-audit', normal)).toBe('none')
    expect(documentAccess(people.secretary, state, 'anything', normal)).toBe('none')
    const onPaper = caseFile({ applicantIds: [] }).verifying().state
    expect(letters('secretary', onPaper)).toBe('wwwww---')
    expect(letters('handler', onPaper)).toBe('wrwwww--')
  })

  it('[D-02] submission closes the writers, who come back as readers; the hash stands in the record', () => {
    const file = caseFile().verifying()
    file.must('handler', { type: 'submit-document', part: 'facts', frozen: frozen('v1') })
    expect(letters('secretary', file.state)).toBe('rrwww---')
    expect(file.state.documents[0]).toMatchObject({
      status: 'submitted',
      versionId: 'v1',
      hash: 'hash-of-v1',
    })
    expect(file.attempt('secretary', { type: 'submit-document', part: 'facts', frozen: frozen('v2') })).toBe(
      'document/frozen',
    )
    expect(
      file.attempt('secretary', {
        type: 'submit-document',
        part: 'opinion-discipline',
        frozen: frozen('v2'),
      }),
    ).toBe('document/unknown')
  })

  it('[D-03] nothing of a decided case is written', () => {
    const { state } = caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' })
    for (const who of everybody) expect(letters(who, state)).not.toContain('w')
    expect(letters('organization', state)).toBe('rrrrr-r-')
  })

  it('[D-04] secretary and handlers submit the dossier’s parts, the applicant his statement', () => {
    const submit = (part: string) => ({ type: 'submit-document', part, frozen: frozen('v') }) as const
    for (const who of ['organization', 'leader', 'applicant', 'audit', 'sysadmin'] as const)
      expect([who, caseFile().verifying().attempt(who, submit('facts'))]).toEqual([who, 'access/denied'])
    expect(caseFile().verifying().attempt('secretary', submit('applicant-statement'))).toBe('access/denied')
    expect(caseFile().verifying().attempt('applicant', submit('applicant-statement'))).toBeNull()
    expect(
      caseFile({ applicantIds: [] }).verifying().attempt('secretary', submit('applicant-statement')),
    ).toBeNull()
  })

  it('[D-05] reopens with a reason, not while the meeting that reads it has the case open', () => {
    const reopen = { type: 'reopen-document', part: 'verification-report', reason: '补充' } as const
    const file = caseFile().consulting()
    expect(file.attempt('secretary', reopen)).toBe('document/not-submitted')
    file.must('handler', { type: 'submit-document', part: 'verification-report', frozen: frozen('v1') })
    expect(file.attempt('organization', reopen)).toBe('access/denied')
    file.listed().opened()
    expect(file.attempt('secretary', reopen)).toBe('document/pinned')
    file.move('returned')
    expect(file.attempt('secretary', reopen)).toBeNull()
    expect(file.state.documents.find(({ part }) => part === 'verification-report')).toMatchObject({
      status: 'open',
      versionId: 'm1-verification-report',
    })
  })

  it('[D-06] pinning takes a version and leaves the writers, unless it was submitted', () => {
    const file = caseFile().consulting().pinned('m1', 'draft-decision')
    expect(file.state.documents[4]).toMatchObject({
      status: 'pinned',
      versionId: 'm1-draft-decision',
      pinnedFor: ['m1'],
    })
    expect(letters('organization', file.state)).toBe('wrwww-w-')
    file.must('handler', { type: 'submit-document', part: 'draft-decision', frozen: frozen('v2') })
    file.pinned('m2', 'draft-decision')
    expect(file.state.documents[4]).toMatchObject({ status: 'submitted', pinnedFor: ['m1', 'm2'] })
    expect(letters('organization', file.state)).toBe('wrwwr-w-')
    const pin = (part: string) =>
      ({ type: 'pin-document', part, meetingId: 'm1', frozen: frozen('v') }) as const
    expect(file.attempt('secretary', pin('opinion-discipline'))).toBe('opinion/not-submitted')
    expect(file.attempt('secretary', pin('opinion-audit'))).toBe('document/unknown')
  })
})

describe('what is cut out', () => {
  it('[D-12] the applicant sees the page, his own statement, the evidence list and the decisions', () => {
    const file = caseFile().verifying()
    file.must('organization', {
      type: 'record-finding',
      criterion: 'look-motive',
      side: 'unclear',
      reason: 'x',
      evidenceIds: [],
    })
    file.must('handler', {
      type: 'set-condition',
      conditionId: null,
      subjectId: 'deng',
      text: 'x',
      met: 'met',
      evidenceIds: [],
    })
    file.must('handler', { type: 'link-case', caseId: 'case-2', reason: 'x' })
    file.opinion('organization').move('in-consultation').listed().decided({ deng: 'MITIGATED', li: 'EXEMPT' })
    const view = seen('applicant', file.state)
    expect(view).toMatchObject({
      stage: 'decided',
      findings: [],
      conditions: [],
      opinions: [],
      meetings: [],
      linkedCaseIds: [],
      handlerIds: [],
      number: '容错〔2026〕1号',
    })
    expect(view.documents.map(({ part }) => part)).toEqual(['applicant-statement'])
    expect(view.decisions).toHaveLength(2)
    expect(seen('organization', file.state)).toMatchObject({
      findings: [{ bodyId: 'organization' }],
      linkedCaseIds: ['case-2'],
    })
  })

  it('[D-14] nor do entries tell the applicant more than the page', () => {
    const file = caseFile().verifying().opinion('organization').move('in-consultation').listed().opened()
    file.must('applicant', { type: 'submit-document', part: 'applicant-statement', frozen: frozen('a') })
    file.must('handler', { type: 'submit-document', part: 'facts', frozen: frozen('f') })
    file.decided({ deng: 'EXEMPT', li: 'EXEMPT' })
    const told = (who: Who) =>
      file.entries.filter((entry) => caseEntryVisible(people[who], file.state, entry)).map(({ type }) => type)
    expect(told('applicant')).toEqual([
      'case/registered',
      'case/moved',
      'case/moved',
      'case/moved',
      'case/document-submitted',
      'case/decision-recorded',
      'case/moved',
    ])
    expect(told('discipline')).toHaveLength(file.entries.length)
  })

  it('[D-20] the applicant opens the evidence he handed in himself', () => {
    const file = caseFile().verifying()
    const add = (id: string) =>
      ({
        type: 'add-evidence',
        piece: { id, title: '', fileName: '', mediaType: '', bytes: 1, sha256: '' },
      }) as const
    file.must('applicant', add('mine'))
    file.must('handler', add('theirs'))
    const opens = (who: Who, id: string) => mayOpenEvidence(people[who], file.state, normal, id)
    expect([opens('applicant', 'mine'), opens('applicant', 'theirs'), opens('applicant', 'none')]).toEqual([
      true,
      false,
      false,
    ])
    expect([
      opens('political', 'mine'),
      opens('leader', 'theirs'),
      opens('audit', 'theirs'),
      opens('auditor', 'theirs'),
    ]).toEqual([true, true, false, false])
    expect(seen('applicant', file.state).evidence).toHaveLength(2)
  })

  it('[C-45] the body that owes a correction sees the decision it stands in and nothing else', () => {
    const file = caseFile().verifying().opinion('organization').move('in-consultation')
    file.decided({ deng: 'MITIGATED' }, { duties }).decided({ li: 'EXEMPT' }, { minutesId: 'minutes-2' })
    expect(may(file.state)).toContain('jinsong')
    const view = seen('jinsong', file.state)
    expect(view.decisions.map(({ subjectId }) => subjectId)).toEqual(['deng'])
    expect(view.subjects.map(({ id }) => id)).toEqual(['deng'])
    expect(view).toMatchObject({ evidence: [], documents: [], opinions: [], findings: [], summary: '' })
    expect(letters('jinsong', file.state)).toBe('--------')
    expect(file.entries.some((entry) => caseEntryVisible(people.jinsong, file.state, entry))).toBe(false)
  })
})
