import { afterAll, beforeAll, expect, it } from 'vitest'
import { testBrowser, type Person } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { goToEnd, isSaved, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const TEXT = '案件事实正文'
const WRITERS = [
  { who: 'discipline1', words: '甲乙丙丁戊己庚辛壬癸' },
  { who: 'organization1', words: '一二三四五六七八九十' },
  { who: 'political1', words: '子丑寅卯辰巳午未申酉' },
]
const ROUNDS = 4

const paragraphs = ({ page }: Person) =>
  page.getByRole('textbox', { name: TEXT }).evaluate((text) =>
    [...text.children].map((child) => {
      const copy = child.cloneNode(true) as HTMLElement
      // The cursors of others carry their names.
      for (const caret of copy.querySelectorAll('[class*="caret"]')) caret.remove()
      return copy.textContent?.replaceAll('\u2060', '') ?? ''
    }),
  )

it('[T-69] three people who begin paragraphs at one moment each type on in their own', async () => {
  const people = await Promise.all(WRITERS.map(({ who }) => browser.signIn(who)))
  for (const person of people) {
    await person.goto('/cases/case-rent-relief/dossier/facts')
    await person.page.getByRole('textbox', { name: TEXT }).waitFor()
  }
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Everybody is at the end before anybody begins: an Enter in another's sentence would divide it, rightly.
    await Promise.all(people.map(({ page }) => goToEnd(page, TEXT)))
    await Promise.all(
      people.map(async ({ page }, place) => {
        await page.keyboard.press('Enter')
        await type(page, WRITERS[place]?.words ?? '')
      }),
    )
    for (const person of people) {
      await isSaved(person.page)
      for (const { words } of WRITERS)
        await expect
          .poll(async () => (await paragraphs(person)).filter((one) => one === words).length, {
            timeout: 10_000,
          })
          .toBe(round)
    }
  }
})
