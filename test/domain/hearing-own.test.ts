import { expect, it } from 'vitest'
import { CAST, hearing } from '../support/hearing-room.ts'

// A hall of a thousand is told of every step: who is not concerned must cost nothing.
const cast = { ...CAST, hearer: 'observer', latecomer: 'observer' } as const

it('[T-104] what is one’s own stays the same object while somebody else comes, speaks and is asked', () => {
  const play = hearing({ cast }).opened('latecomer').to('questions')
  const own = (who: string) => play.view(who).own
  const before = [own('hearer'), own('seat'), own('observer')]
  play.comeIn('latecomer')
  play.must('m1', { type: 'put-question', to: 'party', text: 'why' })
  play.passage('chair', 'said')
  expect([own('hearer'), own('seat'), own('observer')]).toEqual(before)
  for (const [index, who] of ['hearer', 'seat', 'observer'].entries()) expect(own(who)).toBe(before[index])
})

it('[T-104] and is another as soon as anything of it changes', () => {
  const play = hearing({ cast }).opened().to('defence')
  const mayAsk = (step: () => void) => {
    const before = play.view('seat').own
    step()
    const after = play.view('seat').own
    expect(after).not.toEqual(before)
    return after?.may['ask-to-speak']
  }
  expect(mayAsk(() => play.must('chair', { type: 'next-phase' }))).toBeNull()
  const mute = { type: 'mute', personId: 'seat', reason: 'noise' } as const
  expect(mayAsk(() => play.must('chair', mute))).toBe('hearing/muted')
  expect(mayAsk(() => play.must('chair', { type: 'unmute', personId: 'seat' }))).toBeNull()
  play.to('questions')
  mayAsk(() => play.must('m1', { type: 'put-question', to: 'seat', text: 'why' }))
})
