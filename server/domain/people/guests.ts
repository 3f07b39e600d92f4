/**
 * How far a guest's session reaches (S-63): his hearing, its live comments and its papers, and nothing else of the product.
 * What he sees of them his capacity decides, as for everybody who takes part.
 */

/** Streams and documents: `hearing/<id>`, `comments/<id>`, `hearing/<id>/transcript`. */
export function guestReaches(hearingId: string, name: string): boolean {
  const [noun, id] = name.split('/')
  return (noun === 'hearing' || noun === 'comments') && id === hearingId
}

/** What a guest needs beside his hearing's pages: language, leaving, another invitation; the router asks for its table. */
const EVERYBODYS = /^\/(language|sign-out|invited|__manifest)(\.data)?$/

/** Addresses, as the router reads them: `/hearings/<id>`, everything below it, and each with `.data`. */
export function guestMayAsk(hearingId: string, pathname: string): boolean {
  const own = `/hearings/${hearingId}`
  return (
    pathname === own ||
    pathname === `${own}.data` ||
    pathname.startsWith(`${own}/`) ||
    EVERYBODYS.test(pathname)
  )
}
