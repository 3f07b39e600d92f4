import { describe, expect, it } from 'vitest'
import {
  invitationHolds,
  LONGEST_DAYS,
  standingOfInvitation,
  type InvitationStanding,
} from '#domain/hearings/invitations.ts'
import { GUEST_CAPACITIES } from '#domain/hearings/rules.ts'
import { isPresent } from '#domain/hearings/people.ts'
import { CAPACITIES, type Capacity } from '#domain/hearings/types.ts'
import { hearingEntryFor } from '#domain/hearings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { guestMayAsk, guestReaches } from '#domain/people/guests.ts'
import { CAST, hearing, office, type Hearing } from '../support/hearing-room.ts'

const GUEST = 'guest-1'
const asGuest = (h: Hearing, capacity: Capacity, over: object = {}) =>
  h.naming(GUEST, capacity, { guest: true, name: '周明', bodyName: '永安镇居民', ...over })
const issue = { type: 'issue-invitation', personId: GUEST } as const
const enter = { type: 'enter-invited', way: 'link' } as const
const revoke = { type: 'revoke-invitation', personId: GUEST, reason: '另行通知' } as const
const standing = (h: Hearing): InvitationStanding | null =>
  standingOfInvitation(h.state, h.one(GUEST), h.now())

/** A hearing with a guest in it, invited. */
function invited(h: Hearing, capacity: Capacity = 'third-party'): Hearing {
  h.must(office(), asGuest(h, capacity))
  h.must(office(), issue)
  return h
}

describe('who is named without an account', () => {
  it.each(CAPACITIES)('[H-100] as %s', (capacity) => {
    // Without chair and recorder, so that it is not their being taken that refuses.
    const h = hearing({ cast: { party: 'party' } }).named()
    const may = GUEST_CAPACITIES.some((one) => one === capacity)
    expect(h.attempt(office(), asGuest(h, capacity))).toBe(may ? null : 'hearing/guest-capacity')
  })

  it('[H-100] meets the rules for everybody', () => {
    const h = hearing().named()
    expect(h.attempt('chair', asGuest(h, 'witness'))).toBeNull()
    expect(h.attempt(office(), { ...asGuest(h, 'expert'), personId: 'guest-2' })).toBe(
      'hearing/already-named',
    )
    expect(h.attempt('recorder', h.naming('guest-3', 'expert', { guest: true }))).toBe('access/denied')
    expect(h.attempt(office(), h.naming('guest-4', 'public-seat', { guest: true, breadth: '' }))).toBe(
      'hearing/breadth-required',
    )
    for (const [personId, refused] of [
      ['guest-5', null],
      ['guest-6', 'hearing/too-many-representatives'],
    ] as const)
      expect(h.attempt(office(), h.naming(personId, 'representative', { guest: true }))).toBe(refused)
    const closed = hearing({ order: { closedGround: 'privacy', openReason: null }, cast: {} }).named()
    expect(closed.attempt(office(), asGuest(closed, 'observer'))).toBe('hearing/closed-to-observers')
  })
})

describe('an invitation', () => {
  it('[H-101] is issued and revoked by office, chair and recorder, to those without an account', () => {
    const h = hearing().named()
    h.must(office(), asGuest(h, 'witness'))
    for (const who of [office(), 'chair', 'recorder']) {
      expect(h.attempt(who, issue)).toBeNull()
      expect(h.attempt(who, revoke)).toBeNull()
    }
    for (const who of Object.keys(CAST).filter((one) => !['chair', 'recorder'].includes(one)))
      expect([who, h.attempt(who, issue), h.attempt(who, revoke)]).toEqual([
        who,
        'access/denied',
        'access/denied',
      ])
    expect(h.attempt(GUEST, issue)).toBe('access/denied')
    expect(h.attempt(office(), { ...issue, personId: 'witness' })).toBe('invitation/has-account')
    expect(h.attempt(office(), { ...issue, personId: 'nobody' })).toBe('hearing/not-participant')
    expect(h.attempt(office(), revoke)).toBe('invitation/none')
    h.must(office(), { type: 'cancel', reason: 'r' })
    expect(h.attempt(office(), issue)).toBe('hearing/ended')
  })

  it('[H-102] opens from its issue to its revocation, and again when it is issued anew', () => {
    const h = hearing().noticed()
    h.must(office(), asGuest(h, 'third-party'))
    expect(standing(h)).toBe('none')
    expect(h.attempt(GUEST, enter)).toBe('invitation/not-valid')
    h.must(office(), issue)
    expect(standing(h)).toBe('issued')
    h.must(GUEST, enter)
    expect(standing(h)).toBe('entered')
    h.must(GUEST, { type: 'come-in' })
    expect(standing(h)).toBe('in-room')
    h.must('recorder', revoke)
    expect(standing(h)).toBe('revoked')
    expect(h.attempt(GUEST, enter)).toBe('invitation/not-valid')
    h.must('recorder', issue)
    expect(standing(h)).toBe('issued')
    expect(h.attempt('party', enter)).toBe('invitation/not-valid')
  })

  it('[H-102] is over after ninety days', () => {
    const h = invited(hearing().noticed())
    const issued = h.now()
    const day = (days: number) => new Date(issued.getTime() + days * 86_400_000)
    expect(invitationHolds(h.state, GUEST, day(LONGEST_DAYS))).toBe(true)
    expect(invitationHolds(h.state, GUEST, day(LONGEST_DAYS + 1))).toBe(false)
  })

  it('[H-102] is over with the last day of corrections, for a signer not before he has signed', () => {
    const h = invited(hearing().noticed())
    h.must(GUEST, enter)
    h.comeIn(GUEST, ...Object.keys(CAST))
    h.must('chair', { type: 'open' })
    h.frozen()
    const last = h.state.transcript.frozen?.latestCorrectionOn ?? ''
    const inTime = new Date(`${last}T15:59:00Z`)
    const late = new Date(`${last}T16:00:00Z`)
    expect([inTime, late].map((at) => invitationHolds(h.state, GUEST, at))).toEqual([true, true])
    h.must(GUEST, h.signing())
    expect([inTime, late].map((at) => invitationHolds(h.state, GUEST, at))).toEqual([true, false])
    h.on(late.toISOString())
    expect(h.attempt(office(), issue)).toBe('hearing/ended')
  })

  it('[H-102] is over at the end of the day on which the hearing was called off', () => {
    const h = invited(hearing().noticed())
    h.must(office(), { type: 'cancel', reason: 'r' })
    const [day = ''] = h.now().toISOString().split('T')
    expect(invitationHolds(h.state, GUEST, new Date(`${day}T15:59:00Z`))).toBe(true)
    expect(invitationHolds(h.state, GUEST, new Date(`${day}T16:00:00Z`))).toBe(false)
  })

  it('[H-103] takes the floor and the room with it when it is revoked', () => {
    const h = invited(hearing().noticed())
    h.must(GUEST, enter)
    h.comeIn(GUEST, ...Object.keys(CAST))
    h.must('chair', { type: 'open' })
    h.to('third-parties')
    h.speak(GUEST)
    h.must('chair', revoke)
    expect(h.state.floor.speaking).toBeNull()
    expect(isPresent(h.one(GUEST))).toBe(false)
    expect(h.attempt('chair', revoke)).toBe('invitation/none')
  })

  it('[H-103] is over for whoever is taken off', () => {
    const h = invited(hearing().noticed())
    h.must(office(), { type: 'remove-participant', personId: GUEST, reason: 'r' })
    expect(invitationHolds(h.state, GUEST, h.now())).toBe(false)
    expect(h.attempt(GUEST, enter)).toBe('invitation/not-valid')
    expect(h.attempt(office(), issue)).toBe('hearing/not-participant')
  })

  it('[H-104] is told to tribunal, office and himself', () => {
    const h = invited(hearing().noticed())
    h.must(GUEST, enter)
    h.must(office(), revoke)
    const told = (who: string, roles: Actor['roles'] = []) =>
      h.entries
        .filter(({ type }) => type.startsWith('invitation/'))
        .map((entry) => hearingEntryFor({ personId: who, audience: 'person', roles }, h.state, entry))
    for (const who of ['chair', 'm1', 'recorder', GUEST])
      expect([who, told(who).includes(null)]).toEqual([who, false])
    expect(told('office', office().roles).includes(null)).toBe(false)
    for (const who of [
      'investigator',
      'party',
      'rep',
      'third',
      'witness',
      'expert',
      'seat',
      'observer',
      'stranger',
    ])
      expect([who, told(who)]).toEqual([who, [null, null, null]])
    for (const who of ['party', 'observer'])
      expect(JSON.stringify(h.view(who).shared.state.participants)).not.toContain('"issuedAt"')
    expect(JSON.stringify(h.view('recorder').shared.state.participants)).toContain('"issuedAt"')
  })
})

describe('a guest', () => {
  it('[S-63] reaches the streams and papers of his hearing, and nothing else', () => {
    for (const name of ['hearing/h1', 'comments/h1', 'hearing/h1/transcript'])
      expect([name, guestReaches('h1', name)]).toEqual([name, true])
    for (const name of [
      'hearing/h2',
      'comments/h2',
      'hearing/h1x',
      'case/h1',
      'meeting/h1',
      'minutes/h1',
      'hearing',
      '',
    ])
      expect([name, guestReaches('h1', name)]).toEqual([name, false])
  })

  it('[S-63] asks for the addresses of his hearing, and nothing else', () => {
    for (const path of [
      ...['/hearings/h1', '/hearings/h1.data', '/hearings/h1/notice', '/hearings/h1/transcript.data'],
      ...['/language', '/language.data', '/sign-out', '/invited', '/__manifest'],
    ])
      expect([path, guestMayAsk('h1', path)]).toEqual([path, true])
    for (const path of [
      ...['/', '/hearings', '/hearings/h2', '/hearings/h10', '/hearings/h1.datax', '/hearings/h1%2Fnotice'],
      ...['/HEARINGS/h1', '/cases', '/account', '/sign-in', '/invited/x', '/x/language', '/public/hearings'],
    ])
      expect([path, guestMayAsk('h1', path)]).toEqual([path, false])
  })
})
