import { describe, expect, it } from 'vitest'
import type { Comment } from '#domain/comments/types.ts'
import { changesForAll, changesForAuthors, changesForModerators, commentsFor } from '#domain/comments/view.ts'
import { maskedNamesIn, withoutReferences } from '#domain/hearings/references.ts'
import { hearingEntryFor } from '#domain/hearings/view.ts'
import { CAST, hearing, office, type Hearing } from '../support/hearing-room.ts'

const WITNESS = 'id-of-witness'
const SEAT = 'id-of-seat'
const HIDDEN = [WITNESS, SEAT]

/** Ids that say nothing else in a hearing, as real ones do. */
const cast = Object.fromEntries(
  Object.entries(CAST).map(([who, capacity]) => [
    capacity === 'witness' || capacity === 'public-seat' ? `id-of-${who}` : who,
    capacity,
  ]),
)
const ref = (h: Hearing, who: string) => h.one(who).ref

/** Much happens to and by those whose names are masked. */
function played(): Hearing {
  const h = hearing({ cast }).ordered()
  const own: Readonly<Record<string, string>> = { [WITNESS]: '尤静', [SEAT]: '潘越' }
  for (const [who, capacity] of Object.entries(cast))
    h.must(office(), h.naming(who, capacity, { bodyName: '某单位', ...(own[who] && { name: own[who] }) }))
  h.must(office(), h.noticeOf())
  h.comeIn(...Object.keys(cast)).must('chair', { type: 'open' })
  h.to('third-parties')
  h.must('chair', { type: 'call-witness', personId: WITNESS })
  h.speak(WITNESS)
  h.passage(WITNESS, '我看见了')
  h.must('chair', { type: 'end-floor' })
  h.to('questions')
  h.must('party', { type: 'put-question', to: WITNESS, text: '几点？' })
  h.must('chair', { type: 'warn', personId: SEAT, reason: 'x' })
  h.must('chair', { type: 'mute', personId: SEAT, reason: 'x' })
  return h
}

const told = (h: Hearing, who: string) =>
  JSON.stringify([
    h.view(who),
    h.entries.map((entry) => hearingEntryFor({ personId: who, audience: 'person' }, h.state, entry)),
  ])

describe('whose name is masked', () => {
  it('[H-186] goes to the sides and the hall under a reference, never under the id', () => {
    const h = played()
    for (const who of ['party', 'rep', 'third', 'expert', 'observer', WITNESS, SEAT]) {
      const seen = told(h, who)
      expect([who, ...HIDDEN.filter((id) => seen.includes(id))]).toEqual([who])
      expect([who, seen.includes(ref(h, SEAT))]).toEqual([who, true])
    }
    const screen = JSON.stringify(h.view('observer', 'screen'))
    expect(HIDDEN.filter((id) => screen.includes(id))).toEqual([])
    for (const who of ['chair', 'm1', 'recorder', 'investigator']) expect(told(h, who)).toContain(WITNESS)
  })

  it('[H-186] finds himself by it, and everybody else as they stand in the list', () => {
    const h = played()
    const { own, shared } = h.view(SEAT)
    expect(own?.personId).toBe(ref(h, SEAT))
    expect(own?.participant).toMatchObject({ personId: ref(h, SEAT), name: '潘越' })
    expect(shared.state.participants.map(({ personId }) => personId)).toContain(own?.personId)
    expect(h.view('party').own?.personId).toBe('party')
    expect(h.view('party').shared.state.questions).toMatchObject([{ from: 'party', to: ref(h, WITNESS) }])
  })

  it('[H-186] keeps his reference when he is named anew, and no two have the same', () => {
    const h = hearing({ cast }).named()
    const before = ref(h, SEAT)
    h.must(office(), { type: 'remove-participant', personId: SEAT, reason: 'x' })
    h.must(office(), h.naming(SEAT, 'public-seat'))
    expect(ref(h, SEAT)).toBe(before)
    expect(new Set(h.state.participants.map((one) => one.ref)).size).toBe(h.state.participants.length)
  })

  it('[H-186] is acted on by his reference, and a guessed id is nobody', () => {
    const h = played()
    const ask = (to: string) => ({ type: 'put-question', to, text: '几点？' }) as const
    const as = (to: string) => withoutReferences('party', h.state, ask(to))
    expect(as(ref(h, WITNESS)).to).toBe(WITNESS)
    expect(h.attempt('party', as(WITNESS))).toBe(h.attempt('party', as('id-of-nobody')))
    expect(h.attempt('party', as(ref(h, WITNESS)))).toBeNull()
    // Who knows the names acts by ids.
    expect(withoutReferences('chair', h.state, ask(WITNESS)).to).toBe(WITNESS)
    // Words that happen to be an id stay words.
    expect(withoutReferences('party', h.state, { ...ask('party'), text: WITNESS }).text).toBe(WITNESS)
  })
})

describe('comments', () => {
  const comment = (over: Partial<Comment>): Comment => ({
    ...{ id: 'c1', authorId: SEAT, authorRef: 'masked-9', authorName: '潘越', capacity: 'public-seat' },
    ...{ text: '意见', tie: { phase: 'debate', issueId: null, evidenceId: null, paragraph: null } },
    ...{ at: '', status: 'admitted', reason: '', answer: null, mergedInto: null, supporters: [] },
    ...{ wasShown: true, changedAt: 1 },
    ...over,
  })
  const party = { authorId: 'chen', authorName: '陈明', capacity: 'party', authorRef: 'masked-3' } as const
  const state = {
    id: 'h',
    seq: 2,
    comments: new Map([
      ['c1', comment({})],
      ['c2', comment({ id: 'c2', status: 'held' })],
      ['c3', comment({ id: 'c3', ...party })],
    ]),
  }

  it('[H-186] tell only the queue who made them; authors find theirs by their reference', () => {
    const toAll = [
      changesForAll(state, 0),
      [...changesForAuthors(state, 0).values()],
      commentsFor({ personId: SEAT, moderates: false }, state),
    ].map((seen) => JSON.stringify(seen))
    for (const words of toAll) {
      expect(words).toMatch(/"authorId":"masked-9","authorName":"潘某"/)
      expect([SEAT, '潘越', '陈明', 'chen'].filter((secret) => words.includes(secret))).toEqual([])
    }
    const queue = [
      changesForModerators(state, 0),
      commentsFor({ personId: 'chair', moderates: true }, state),
    ].map((seen) => JSON.stringify(seen))
    for (const words of queue) expect(words).toMatch(/"authorId":"id-of-seat","authorName":"潘越"/)
  })
})

it('[H-187] a hidden name in a text is found, a shown one is not', () => {
  const { state } = played()
  expect(maskedNamesIn(state, '尤静和陈明谈过，尤静记得；潘越也在。')).toEqual(['尤静', '潘越'])
  expect(maskedNamesIn(state, '证人尤某说的，陈明在场')).toEqual([])
})
