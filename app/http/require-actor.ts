import { redirect, type AppLoadContext } from '@remix-run/node'
import type { Actor } from '#domain/people/actor.ts'

const HERE = 'http://here'

/** Only a path of our own, as a browser reads it: `//host`, `/\host` and `/./\host` would lead a signed-in person elsewhere. */
export function safePath(path: string | null | undefined, otherwise = '/'): string {
  if (!path?.startsWith('/') || !URL.canParse(path, HERE)) return otherwise
  const { origin, pathname, search, hash } = new URL(path, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : otherwise
}

/**
 * The signed-in person. Throws a redirect to the sign-in page, which leads back here; whoever must change
 * a password that somebody else chose goes to the account page first.
 */
export function requireActor(context: AppLoadContext, request: Request): Actor {
  const url = new URL(request.url)
  const here = url.pathname + url.search
  if (!context.actor) {
    const to = here === '/' ? '' : `?to=${encodeURIComponent(here)}`
    throw redirect(`/sign-in${to}`)
  }
  if (context.mustChangePassword && url.pathname !== '/account') {
    throw redirect(`/account?to=${encodeURIComponent(here)}`)
  }
  return context.actor
}
