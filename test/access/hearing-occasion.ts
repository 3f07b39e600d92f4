import { noticeText } from '#domain/hearings/notice-text.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { cookieOf, invite } from '../support/guest.ts'
import { must, ServedHearing } from '../support/hearing-by-services.ts'
import { HEARING } from '../support/hearing-play.ts'

/** Somebody without an account in the place of an account of the demo. */
interface Guest {
  readonly account: string
  readonly actor: Actor
  readonly cookie: string
  readonly code: string
}

/** Which hearing is walked, and who stands in it for the accounts of the table. */
export class Occasion {
  constructor(
    readonly hearingId: string,
    private readonly guests: readonly Guest[] = [],
  ) {}

  private guest = (who: string) =>
    this.guests.find(({ account, actor }) => account === who || actor.personId === who)

  /** By account, or by his id in the hearing. */
  actorOf = (who: string): Actor => this.guest(who)?.actor ?? demoActor(who)
  idOf = (account: string): string => this.guest(account)?.actor.personId ?? account
  cookieOf = (account: string): string | undefined => this.guest(account)?.cookie
  /** What he signs with. */
  proofOf = (who: string): string => this.guest(who)?.code ?? DEMO_PASSWORD
}

/** The demo's, open to the public; everybody has an account. */
export const openHearing = new Occasion(HEARING)

const NAMED: readonly (readonly [account: string, capacity: Capacity])[] = [
  ['hearing-chair', 'chair'],
  ['hearing-member1', 'member'],
  ['hearing-member2', 'member'],
  ['hearing-member3', 'member'],
  ['recorder', 'recorder'],
  ['investigator', 'investigator'],
  ['party', 'party'],
  ['observer2', 'public-seat'],
]
const GUESTS = [
  ['representative', 'representative'],
  ['third-party', 'third-party'],
  ['witness', 'witness'],
  ['expert', 'expert'],
  ['public-seat', 'public-seat'],
] as const
const BREADTH = '反映用地周边居民的意见（演示）'

/** On the same case, closed, in the place of the demo's; those whom a hearing calls from outside are guests. */
export async function closedHearing(app: App): Promise<Occasion> {
  const play = new ServedHearing(app)
  play.hearingId = HEARING
  play.caseId = 'case-land-policy'
  const { title, reason } = await play.state('secretary')
  await play.act('secretary', { type: 'cancel', reason: '改为不公开举行' })
  await play.order({ title, reason })
  for (const [personId, capacity] of NAMED)
    await play.act('secretary', {
      type: 'name-participant',
      ...{ personId, capacity, represents: null, breadth: capacity === 'public-seat' ? BREADTH : '' },
    })
  const guests: Guest[] = []
  for (const [account, capacity] of GUESTS) {
    const { token, code } = await invite(
      app,
      {
        ...{ name: demoActor(account).name, capacity, breadth: capacity === 'public-seat' ? BREADTH : '' },
        represents: capacity === 'representative' ? 'party' : null,
      },
      play.hearingId,
    )
    const { cookie } = must(await app.invited.enter({ token }, `10.3.0.${guests.length + 1}`))
    const session = cookieOf(cookie)
    const visitor = await app.actorFrom(session)
    if (!visitor) throw new Error(`${account} was not let in`)
    guests.push({ account, actor: visitor.actor, cookie: session, code })
  }
  await play.act('secretary', {
    type: 'serve-notice',
    ...{ text: noticeText(await play.state('secretary')), shortReason: '当事人同意提前', startsAt: null },
  })
  return new Occasion(play.hearingId, guests)
}
