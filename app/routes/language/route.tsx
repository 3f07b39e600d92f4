import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { parseForm } from '#app/http/parse-form.ts'
import { safePath } from '#app/http/require-actor.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { languageCookie } from '#app/i18n/translate.server.ts'

const form = z.object({ language: z.enum(LANGUAGES), to: z.string().max(2048).optional() })

/** For this browser by cookie, and for the signed-in person wherever he signs in next. */
export async function action({ context, request }: ActionFunctionArgs) {
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return redirect('/')
  const { language, to } = parsed.data
  if (context.actor) await context.services.people.setLanguage(context.actor, language)
  return redirect(safePath(to), { headers: { 'Set-Cookie': await languageCookie.serialize(language) } })
}

export function loader() {
  return redirect('/')
}
