import { redirect, type ActionFunctionArgs } from '@remix-run/node'

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => null)
  const everywhere = form?.has('everywhere') ?? false
  const { cookie } =
    everywhere && context.actor
      ? await context.signIn.signOutEverywhere(context.actor.personId)
      : await context.signIn.signOut(request.headers.get('Cookie'))
  const to = context.actor?.guestOf === undefined ? '/sign-in' : '/invited?ended=left'
  return redirect(to, { headers: { 'Set-Cookie': cookie } })
}

/** Signing out by a link would let any page sign people out. */
export function loader() {
  return redirect('/')
}
