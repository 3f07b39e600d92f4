import { describe, expect, it } from 'vitest'
import { caseCommand } from '#domain/cases/commands.ts'
import { leansOn } from '#domain/cases/evidence-marks.ts'
import { UNREGISTERED, type MarkPlace } from '#domain/cases/evidence-types.ts'
import { MOST_MARKS } from '#domain/cases/mark-places.ts'
import { caseEntryVisible, mayOpenEvidence } from '#domain/cases/may.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { evidenceList } from '#domain/hearings/servable.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseFile, people, type Who } from '../support/case-world.ts'

const PAPER = 'application/pdf'
const SOUND = 'audio/mpeg'
const add = (id: string, mediaType = PAPER) =>
  ({
    type: 'add-evidence',
    piece: { id, title: '会议录音', fileName: 'a', mediaType, bytes: 9, sha256: 'x' },
  }) as const
const onPage = (page: number): MarkPlace => ({
  kind: 'zone',
  page,
  zone: { x: 100, y: 200, width: 300, height: 50 },
})
const at = (second: number): MarkPlace => ({ kind: 'time', second })
const mark = (evidenceId: string, place: MarkPlace, note = '签字日期在会后') =>
  ({ type: 'mark-evidence', evidenceId, place, note }) as const
const withdraw = (evidenceId: string, markId: string) =>
  ({ type: 'withdraw-evidence-mark', evidenceId, markId }) as const
const EVERYBODY = Object.keys(people) as Who[]
const grounds = { recused: false, viaMeeting: true }

function seenBy(who: Who, file: ReturnType<typeof caseFile>): string {
  const view = caseViewFor(people[who], file.state, grounds)
  const entries = file.entries.filter((entry) => caseEntryVisible(people[who], file.state, entry))
  return JSON.stringify([isRefusal(view) ? null : view, isRefusal(view) ? [] : entries])
}

describe('a mark on a piece of evidence', () => {
  it('[E-20] is made by who works on the case, leads or handed the piece in himself, numbered once', () => {
    const file = caseFile({ applicantIds: ['applicant'] }).verifying()
    file.must('handler', add('paper'))
    file.must('applicant', add('own', SOUND))
    const makers = EVERYBODY.filter((who) => file.attempt(who, mark('paper', onPage(3))) === null)
    expect(makers.sort()).toEqual(
      ['secretary', 'leader', 'handler', 'handler2', 'discipline', 'organization', 'political'].sort(),
    )
    // Who only reads, because of a meeting about the case, marks nothing.
    expect(file.attempt('audit', mark('paper', onPage(3)))).toBe('access/denied')
    // The party marks what he may open: his own.
    expect(file.attempt('applicant', mark('paper', onPage(3)))).toBe('access/denied')
    file.must('applicant', mark('own', at(83)))
    expect(file.state.evidence[0]?.marks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(file.state.evidence[1]?.marks).toMatchObject([
      { number: 1, place: at(83), note: '签字日期在会后', by: 'applicant', withdrawnAt: null },
    ])
  })

  it('[E-20] lies on a page of what has pages and in the time of what is played', () => {
    const file = caseFile().verifying()
    const takes: readonly (readonly [string, string, MarkPlace, boolean])[] = [
      ['paper', PAPER, onPage(30), true],
      ['paper2', PAPER, at(1), false],
      ['picture', 'image/png', onPage(1), true],
      ['picture2', 'image/png', onPage(2), false],
      ['sound', SOUND, at(0), true],
      ['sound2', SOUND, onPage(1), false],
      ['film', 'video/mp4', at(7200), true],
      ['words', 'text/plain', onPage(1), false],
      ['words2', 'text/plain', at(1), false],
    ]
    for (const [id, mediaType, place, isTaken] of takes) {
      file.must('handler', add(id, mediaType))
      expect([id, file.attempt('handler', mark(id, place))]).toEqual([id, isTaken ? null : 'input/invalid'])
    }
    const zone = { x: 900, y: 0, width: 101, height: 10 }
    for (const place of [
      { kind: 'zone', page: 1, zone },
      { kind: 'zone', page: 0, zone: { ...zone, width: 10 } },
      { kind: 'time', second: 1.5 },
      { kind: 'time', second: -1 },
      { kind: 'corner' },
    ])
      expect(caseCommand.safeParse({ ...mark('paper', at(1)), place }).success).toBe(false)
    expect(caseCommand.safeParse(mark('paper', onPage(1), ' ')).success).toBe(false)
  })

  it('[E-20] is neither put on a withdrawn piece nor beyond what a piece carries', () => {
    const file = caseFile().verifying()
    file.must('handler', add('paper'))
    for (let made = 0; made < MOST_MARKS; made += 1) file.must('handler', mark('paper', onPage(1)))
    expect(file.attempt('handler', mark('paper', onPage(1)))).toBe('evidence/too-many-marks')
    file.must('handler', add('other'))
    file.must('handler', { type: 'withdraw-evidence', evidenceId: 'other', reason: '重复' })
    expect(file.attempt('handler', mark('other', onPage(1)))).toBe('evidence/already-withdrawn')
    expect(file.attempt('handler', mark('none', onPage(1)))).toBe('evidence/unknown')
  })

  it('[E-21] is seen by exactly who may open the piece, in the view, the record and a hearing', () => {
    const file = caseFile({ applicantIds: ['applicant'] }).verifying()
    const register = { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['political'] } as const
    file.must('discipline', { ...add('hidden'), register })
    file.must('handler', add('open'))
    file.must('applicant', add('own'))
    for (const id of ['hidden', 'open', 'own']) file.must('handler', mark(id, onPage(1), `附注-${id}`))
    file.must('handler', withdraw('hidden', file.state.evidence[0]?.marks[0]?.id ?? ''))
    file.must('political', mark('hidden', onPage(1), '附注-hidden'))
    for (const id of ['hidden', 'open', 'own']) {
      const opens = EVERYBODY.filter((who) => mayOpenEvidence(people[who], file.state, grounds, id))
      const sees = EVERYBODY.filter((who) => seenBy(who, file).includes(`附注-${id}`))
      // Who is shown the case by a meeting alone has its view; both are asked with that ground.
      expect([id, sees]).toEqual([id, opens])
    }
    expect(seenBy('organization', file)).not.toContain('附注-hidden')
    expect(seenBy('applicant', file)).not.toContain('附注-open')
    expect(JSON.stringify(evidenceList(file.state))).not.toContain('附注')
    // An id is answered alike, whether there is no such piece or one of others.
    for (const order of [mark('hidden', onPage(1)), withdraw('hidden', 'id-1')])
      expect(file.attempt('organization', order)).toBe('evidence/unknown')
  })

  it('[E-22] is withdrawn by its author alone, and stays', () => {
    const file = caseFile().verifying()
    file.must('handler', add('paper'))
    file.must('organization', mark('paper', onPage(2), '第一处'))
    file.must('political', mark('paper', onPage(2), '第二处'))
    const [first] = file.state.evidence[0]?.marks ?? []
    const markId = first?.id ?? ''
    for (const who of EVERYBODY.filter((other) => other !== 'organization'))
      expect([who, file.attempt(who, withdraw('paper', markId))]).toEqual([who, 'access/denied'])
    file.must('organization', withdraw('paper', markId))
    expect(file.attempt('organization', withdraw('paper', markId))).toBe('evidence/mark-gone')
    expect(file.attempt('organization', withdraw('paper', 'none'))).toBe('evidence/mark-gone')
    const [piece] = file.state.evidence
    expect(piece?.marks.map(({ note, withdrawnAt }) => [note, withdrawnAt !== null])).toEqual([
      ['第一处', true],
      ['第二处', false],
    ])
  })

  it('[E-26] is leaned on by a finding that leans on its piece, and led to by who knows of the piece', () => {
    const file = caseFile().verifying()
    const register = { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['political'] } as const
    file.must('discipline', { ...add('hidden'), register })
    file.must('handler', add('open'))
    for (const id of ['hidden', 'open', 'open']) file.must('political', mark(id, onPage(4)))
    const [hidden = '', first = '', second = ''] = file.state.evidence.flatMap(({ marks }) =>
      marks.map(({ id }) => id),
    )
    const finding = (evidenceIds: string[], markIds: string[]) =>
      ({
        type: 'record-finding',
        criterion: 'distinction-1',
        side: 'unclear',
        reason: '待查',
        evidenceIds,
        markIds,
      }) as const
    // Neither a mark of another piece nor one that was taken back.
    expect(file.attempt('political', finding(['open'], [hidden]))).toBe('evidence/mark-gone')
    file.must('political', withdraw('open', second))
    expect(file.attempt('political', finding(['open'], [second]))).toBe('evidence/mark-gone')
    file.must('political', finding(['hidden', 'open'], [hidden, first]))
    const view = caseViewFor(people.organization, file.state, grounds)
    if (isRefusal(view)) throw new Error(view.refused)
    expect(view.findings).toMatchObject([{ evidenceIds: ['open'], markIds: [first] }])
    // Put out of the circle since, the department writes its finding anew, and takes out nothing that it does not know of.
    const alone = { ...register, readerBodyIds: ['discipline'] }
    const order = {
      type: 'describe-evidence',
      evidenceId: 'hidden',
      title: '会议录音',
      reason: '缩小范围',
    } as const
    file.must('secretary', { ...order, register: alone })
    file.must('political', finding(['open'], []))
    expect(file.state.findings).toMatchObject([{ evidenceIds: ['open', 'hidden'], markIds: [hidden] }])
    const led = leansOn(file.state.evidence, { evidenceIds: ['hidden', 'open'], markIds: [hidden] })
    expect(led.map(({ piece, mark: at }) => [piece.id, at?.id ?? null])).toEqual([
      ['hidden', hidden],
      ['open', null],
    ])
  })
})
