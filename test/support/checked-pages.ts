import { expect, it } from 'vitest'
import { seriousFindings, sticksOut } from './audit-page.ts'
import type { Person, TestBrowser } from './browser.ts'
import { speak } from './speak.ts'

const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 780 }
export const LANGUAGES = ['zh-CN', 'en'] as const

/** Who opens it, where, and what is there once it has come whole (a selector). */
type Checked = readonly [userName: string, path: string, whole?: string]

/** Looks at pages in both languages, at a desk and on a small phone, as somebody who uses them. */
export function pagesChecked(browser: TestBrowser, url: () => string) {
  const people = new Map<string, Person>()

  async function as(userName: string): Promise<Person> {
    const person = people.get(userName) ?? (await browser.signIn(userName))
    people.set(userName, person)
    return person
  }

  /** A list of pages and who opens each; checked one after the other, each named in what it finds. */
  function checkPages(title: string, pages: () => readonly Checked[]): void {
    for (const language of LANGUAGES)
      it(`${title}, ${language}`, { timeout: 300_000 }, async () => {
        const findings: string[] = []
        for (const [userName, path, whole = 'main'] of pages()) {
          const person = await as(userName)
          await speak(person.context, url(), language)
          await person.page.setViewportSize(DESKTOP)
          await person.goto(path)
          await person.page.waitForLoadState('networkidle')
          await person.page.locator(whole).first().waitFor()
          const say = (where: string) => (finding: string) => `${path} (${userName}, ${where}): ${finding}`
          expect(await person.page.getAttribute('html', 'lang'), path).toBe(language)
          findings.push(...(await seriousFindings(person.page)).map(say('desktop')))
          await person.page.setViewportSize(PHONE)
          findings.push(...(await seriousFindings(person.page)).map(say('phone')))
          findings.push(...(await sticksOut(person.page)).map(say('phone')))
        }
        expect(findings).toEqual([])
      })
  }

  return { as, checkPages }
}
