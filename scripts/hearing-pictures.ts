import type { Phase } from '#domain/hearings/phases.ts'
import { HearingAfterPlay } from '../test/support/hearing-after-play.ts'
import { HEARING, HearingPlay } from '../test/support/hearing-play.ts'

/** A picture of the hearing: who looks at which of its pages. */
export interface HearingShot {
  readonly name: string
  readonly who: string
  readonly path: string
}

/** What happens in a phase before it is photographed. */
type Scenes = Readonly<Partial<Record<Phase, (play: HearingPlay) => Promise<void>>>>

const scenes: Scenes = {
  rights: (play) =>
    play.act('party', {
      type: 'apply-for-recusal',
      ...{ personId: 'hearing-member3', reason: '曾任当事单位顾问，可能影响公正。' },
    }),
  investigation: async (play) => {
    const { id } = (await play.state()).recusals[0] ?? { id: '' }
    const reason = '顾问聘期已满五年，不影响公正。'
    await play.act('hearing-chair', { type: 'rule-on-recusal', recusalId: id, granted: false, reason })
    await play.act('hearing-chair', { type: 'next-phase' })
    await play.speak('investigator')
  },
  defence: (play) => play.speak('party'),
  'third-parties': async (play) => {
    await play.act('hearing-chair', { type: 'call-witness', personId: 'witness' })
    await play.speak('witness')
    await play.act('third-party', { type: 'ask-to-speak', alsoFor: [] })
  },
  questions: async (play) => {
    await play.act('hearing-member1', { type: 'put-question', to: 'party', text: '会议记录现存何处？' })
    await play.fill('party', 'investigator')
  },
  debate: async (play) => {
    await play.speak('representative')
    await play.act('investigator', { type: 'ask-to-speak', alsoFor: [] })
  },
  deliberation: (play) => play.opine(),
  'final-statements': (play) => play.speak('party'),
}

const OTHERS: Readonly<Partial<Record<Phase, string>>> = {
  'third-parties': 'witness',
  deliberation: 'hearing-member1',
}

const HELD: readonly Phase[] = [
  ...(['identity', 'rights', 'investigation', 'defence', 'third-parties', 'questions', 'debate'] as const),
  ...(['deliberation', 'final-statements', 'closing', 'signing'] as const),
]

/** Plays the demo's hearing; at each stop the chair is photographed and one of the others. */
export async function hearingPictures(
  url: string,
  take: (shot: HearingShot) => Promise<void>,
): Promise<void> {
  const play = new HearingPlay(url)
  const path = (part = '') => `/hearings/${HEARING}${part}`
  const both = async (stop: string, other: string) => {
    await take({ name: `hearing-${stop}-chair`, who: 'hearing-chair', path: path() })
    await take({ name: `hearing-${stop}-${other}`, who: other, path: path() })
  }
  await both('lobby', 'party')
  await play.comeIn()
  await play.act('hearing-chair', { type: 'open' })
  for (const phase of HELD) {
    // Left for the investigation by its own scene: a ruling comes first.
    if (phase !== 'identity' && phase !== 'investigation') await play.goTo(phase)
    await scenes[phase]?.(play)
    await both(phase, OTHERS[phase] ?? 'party')
    if (phase === 'identity')
      for (const { personId, identityCheckedAt, capacity } of (await play.state()).participants)
        if (identityCheckedAt === null && !/^(chair|member|recorder|observer)$/.test(capacity))
          await play.act('recorder', { type: 'check-identity', personId })
    if (phase === 'debate') await take({ name: 'hearing-screen', who: 'secretary', path: path('/screen') })
  }
  const after = new HearingAfterPlay(url, play)
  await after.freeze()
  await after.sign('investigator')
  await take({ name: 'hearing-transcript', who: 'party', path: path('/transcript') })
  await after.bringUp('hearing-chair', 'report')
  await take({ name: 'hearing-report', who: 'hearing-chair', path: path('/report') })
  play.disconnect()
}
