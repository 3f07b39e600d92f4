import type { GuestNaming } from '#domain/hearings/commands.ts'
import type { App } from '#server/app.ts'
import type { IssuedInvitation } from '#server/services/invitations.ts'
import { demoActor } from './actors.ts'
import { must } from './hearing-by-services.ts'

export const HEARING = 'hearing-demo'

let commands = 0
export const guestCommand = () => `guest-command-${String((commands += 1)).padStart(4, '0')}`

const WHO: GuestNaming = {
  name: '周明',
  relation: '永安镇居民',
  contact: '0451-12345678',
  capacity: 'third-party',
  represents: null,
  breadth: '',
}

/** Somebody without an account at the demo's hearing, named and invited by the secretary. */
export async function invite(
  { services }: Pick<App, 'services'>,
  over: Partial<GuestNaming> = {},
  hearingId = HEARING,
): Promise<IssuedInvitation & { readonly personId: string }> {
  const secretary = demoActor('secretary')
  const named = await services.invitations.name(secretary, hearingId, guestCommand(), { ...WHO, ...over })
  const { personId } = must(named)
  return {
    personId,
    ...must(await services.invitations.issue(secretary, hearingId, guestCommand(), personId)),
  }
}

/** What a browser sends of a `Set-Cookie` value. */
export const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? ''
