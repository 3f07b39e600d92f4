import { describe, expect, it } from 'vitest'
import { actingTold } from '#domain/hearings/acting.ts'
import { hearingDocumentAccess } from '#domain/hearings/documents.ts'
import { hearingTasks } from '#domain/hearings/project.ts'
import { CAST, HASH, hearing, office, type Hearing } from '../support/hearing-room.ts'
import { personOf } from '../support/meeting-room.ts'

const acting = (personId: string, capacity: 'chair' | 'recorder' = 'chair') =>
  ({ type: 'appoint-acting', capacity, personId, reason: '突发疾病住院' }) as const
const missing = (personId: string) =>
  ({ type: 'note-missing-signature', personId, reason: '住院，不能到场' }) as const
const report = { type: 'sign-report', suggestion: 's', versionId: 'v', hash: HASH } as const
const sight = (h: Hearing, who: string) => h.view(who).shared.sight
const tasks = (h: Hearing, kind: string) =>
  hearingTasks(h.state)
    .filter((task) => task.kind === kind)
    .map(({ personId }) => personId)

describe('after the close', () => {
  it('[H-184] the office lets a member who was there act, with a reason; nobody else does and nobody else acts', () => {
    const h = hearing().opened()
    expect(h.attempt(office(), acting('m1'))).toBe('hearing/not-closed')
    h.to('signing')
    for (const who of ['chair', 'm1', 'recorder', 'investigator', 'party'])
      expect([who, h.attempt(who, acting('m1'))]).toEqual([who, 'access/denied'])
    const stranger = { ...personOf('x'), roles: [{ role: 'secretary' as const, bodyId: 'elsewhere' }] }
    expect(h.attempt(stranger, acting('m1'))).toBe('access/denied')
    for (const who of ['chair', 'recorder', 'investigator', 'party', 'observer', 'nobody'])
      expect([who, h.attempt(office(), acting(who))]).toEqual([who, 'hearing/acting-unfit'])
    expect(h.attempt(personOf('m1', 'secretary'), acting('m1'))).toBe('input/invalid')
    h.must(office(), acting('m1'))
    // Who acts for the one does not act for the other too.
    expect(h.attempt(office(), acting('m1', 'recorder'))).toBe('hearing/acting-unfit')
    h.must(office(), acting('m2'))
    expect(h.state.acting.map(({ personId, insteadOf }) => [personId, insteadOf])).toEqual([
      ['m1', 'chair'],
      ['m2', 'm1'],
    ])
  })

  it('[H-184] a member who never came cannot act', () => {
    const h = hearing().opened('m3').to('deliberation')
    for (const who of ['m1', 'm2']) h.opinion(who, 'tolerate')
    for (let left = 3; left > 0; left -= 1) h.must('chair', { type: 'next-phase' })
    expect(h.attempt(office(), acting('m3'))).toBe('hearing/acting-unfit')
  })

  it('[H-184] the acting chair finishes what hangs on a chair who is gone; the former one does nothing more', () => {
    const h = hearing().frozen()
    for (const who of Object.keys(CAST)) if (who !== 'chair') h.attempt(who, h.signing())
    expect(h.attempt('m1', missing('chair'))).toBe('hearing/not-chair')
    h.must(office(), acting('m1'))
    expect(sight(h, 'm1')).toBe('chair')
    expect(sight(h, 'chair')).toBe('tribunal')
    const reads = (personId: string) =>
      hearingDocumentAccess(h.state, { personId, audience: 'person' }, 'report')
    expect([reads('m1'), reads('chair'), reads('m2')]).toEqual(['write', 'read', 'read'])
    expect(h.attempt('chair', report)).toBe('hearing/not-chair')
    expect(h.attempt('m1', report)).toBe('hearing/signatures-missing')
    expect(h.attempt('m1', missing('m1'))).toBe('input/invalid')
    h.must('m1', missing('chair'))
    expect(h.state.transcript.signatures.at(-1)).toMatchObject({ signed: false, missing: true, hash: '' })
    expect(h.attempt('chair', h.signing())).toBe('hearing/already-signed')
    expect(tasks(h, 'write-hearing-report')).toEqual(['m1'])
    h.must('m1', report)
    expect(h.state).toMatchObject({ status: 'finished', report: { signedBy: 'm1' } })
    expect(h.attempt(office(), acting('m2'))).toBe('hearing/ended')
    // His opinion as a member counts as before.
    expect(h.state.participants.find(({ personId }) => personId === 'm1')?.capacity).toBe('member')
  })

  it('[H-184] the acting recorder writes and freezes; once it is frozen there is nothing to act for', () => {
    const h = hearing().to('signing')
    h.must(office(), acting('m2', 'recorder'))
    expect(sight(h, 'm2')).toBe('recorder')
    const writes = (personId: string) =>
      hearingDocumentAccess(h.state, { personId, audience: 'person' }, 'transcript')
    expect([writes('m2'), writes('recorder')]).toEqual(['write', 'read'])
    const freeze = { type: 'freeze-transcript', versionId: 'v', hash: HASH } as const
    expect(tasks(h, 'freeze-transcript')).toEqual(['m2'])
    expect(h.attempt('recorder', freeze)).toBe('hearing/not-recorder')
    h.must('m2', freeze)
    expect(h.attempt(office(), acting('m3', 'recorder'))).toBe('hearing/transcript-frozen')
    h.must('chair', missing('recorder'))
  })

  it('[H-185] what is signed says who acts for whom, by whom appointed and why', () => {
    const h = hearing().to('signing')
    h.must(office(), acting('m1'))
    const [one] = h.state.acting
    if (!one) throw new Error('nobody acts')
    expect(actingTold(h.state, one)).toMatch(
      /^因突发疾病住院，由office于2026年3月2日\d+时\d+分指定听证员m1代行听证主持人职责（原听证主持人chair）。$/,
    )
    expect(actingTold(h.state, { ...one, reason: '因病。' })).toMatch(/^因病，由/)
  })

  it('[H-185] why is told to the sides, who read the papers, and not in the hall', () => {
    const h = hearing().to('signing')
    h.must(office(), acting('m1'))
    expect(h.view('party').shared.state.acting[0]?.reason).toBe('突发疾病住院')
    expect(h.view('observer').shared.state.acting).toMatchObject([{ personId: 'm1', reason: '' }])
  })
})
