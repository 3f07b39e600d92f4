import { describe, expect, it } from 'vitest'
import { hearing, type Hearing } from '../support/hearing-room.ts'

/** What can be concluded from answers and screens by whoever is told nothing. */

const OUTSIDE = ['investigator', 'party', 'rep', 'third', 'witness', 'expert', 'seat', 'observer']

/** Every answer that a page shows, and those to raw commands about what may or may not be there. */
function answers(h: Hearing, who: string) {
  const tries = [
    h.attempt(who, { type: 'end-floor' }),
    h.attempt(who, { type: 'clear-stage' }),
    h.attempt(who, { type: 'extend-floor', seconds: 60 }),
    h.attempt(who, { type: 'give-opinion', stand: 'other', reason: 'x' }),
  ]
  return { may: h.view(who).own?.may, tries }
}

describe('the deliberation from outside', () => {
  it.each(OUTSIDE)('[H-162] %s is answered alike whatever goes on in it', (who) => {
    const quiet = hearing().to('deliberation')
    const busy = hearing().to('deliberation').speak('m2')
    busy.passage('m2', 'INNER')
    busy.must('m1', { type: 'ask-to-speak', alsoFor: [] })
    busy.must('chair', { type: 'stage-evidence', evidenceId: 'piece', page: 1, zone: null, title: '图' })
    busy.opinion('m1', 'tolerate')
    expect(answers(busy, who)).toEqual(answers(quiet, who))
  })

  it('[H-162] those within end what they began', () => {
    const h = hearing().to('deliberation').speak('m2')
    h.must('chair', { type: 'stage-evidence', evidenceId: 'piece', page: 1, zone: null, title: '图' })
    expect(h.attempt('m1', { type: 'end-floor' })).toBe('floor/not-yours')
    h.must('m2', { type: 'end-floor' })
    h.must('recorder', { type: 'clear-stage' })
  })
})

it('[H-163] the big screen tells a witness who is called in no more than one who waits', () => {
  const h = hearing().to('questions')
  h.must('m1', { type: 'put-question', to: 'party', text: 'ASKED-BEFORE' })
  h.must('chair', { type: 'call-witness', personId: 'witness' })
  expect(h.view('witness').shared.sight).toBe('witness-inside')
  const { shared, own } = h.view('witness', 'screen')
  expect(own).toBeNull()
  expect(shared.sight).toBe('witness-outside')
  expect(JSON.stringify(shared)).not.toContain('ASKED-BEFORE')
  expect(JSON.stringify(h.view('party', 'screen').shared)).toContain('ASKED-BEFORE')
})
