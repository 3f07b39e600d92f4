import type { AppLoadContext } from '@remix-run/node'
import { detection } from '#app/i18n/translate.server.ts'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '#app/i18n/languages.ts'

/** The person's own language, else the cookie's, else what the browser prefers, else Chinese. */
export async function languageOf(context: AppLoadContext, request: Request): Promise<Language> {
  if (context.language) return context.language
  const detected = await detection.getLocale(request)
  return isLanguage(detected) ? detected : DEFAULT_LANGUAGE
}

/** For loaders and resource routes that need words on the server (calendar files, headers). */
export async function sentencesFor(
  context: AppLoadContext,
  request: Request,
  ...namespaces: [string, ...string[]]
) {
  return sentencesIn(await languageOf(context, request), ...namespaces)
}

/** In one language whoever reads: an official paper is Chinese. */
export function sentencesIn(language: Language, ...namespaces: [string, ...string[]]) {
  return detection.getFixedT(language, namespaces)
}
