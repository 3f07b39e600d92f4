import { createCookie } from '@remix-run/node'
import { createInstance, type i18n } from 'i18next'
import { RemixI18Next } from 'remix-i18next/server'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './languages.ts'
import { i18nOptions } from './options.ts'
import { zhCN } from './zh-CN/index.ts'

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60

const resources = { 'zh-CN': zhCN, en }

export const languageCookie = createCookie('language', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: YEAR_IN_SECONDS,
})

/** Cookie, then Accept-Language, then Chinese; a signed-in person's own language goes before all of them. */
export const detection = new RemixI18Next({
  detection: {
    supportedLanguages: [...LANGUAGES],
    fallbackLanguage: DEFAULT_LANGUAGE,
    cookie: languageCookie,
    order: ['cookie', 'header'],
  },
  i18next: { ...i18nOptions, resources },
})

/** One instance per render: i18next keeps its language in itself. */
export async function renderInstance(language: Language, namespaces: readonly string[]): Promise<i18n> {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    ns: [...new Set(['common', 'shell', 'refusals', ...namespaces])],
    resources,
  })
  return instance
}
