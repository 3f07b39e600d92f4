import { afterAll, beforeAll } from 'vitest'
import { NO_FILTER, type SearchFilter } from '#domain/search/entry.ts'
import { demoPeople } from '../../prisma/demo/people.ts'
import { demoActor } from './actors.ts'
import { openDemoApp } from './app.ts'

export const RENT = 'case-rent-relief'
export const everybody = demoPeople.map(({ userName }) => userName)
/** Everybody searches, and files are read by processes of their own. */
export const PATIENT = { timeout: 300_000 }

/** The demo as each of its people searches it. At the top of a test file: it brings its own hooks. */
export function searchedDemo() {
  let demo: Awaited<ReturnType<typeof openDemoApp>>
  beforeAll(async () => {
    demo = await openDemoApp()
  }, 120_000)
  afterAll(() => demo.close())

  const services = () => demo.app.services
  async function hits(who: string, words: string, filter: Partial<SearchFilter> = {}) {
    const query = { words, after: null, limit: 50, filter: { ...NO_FILTER, ...filter } }
    return (await services().search.find(demoActor(who), query)).hits
  }
  return {
    app: () => demo.app,
    services,
    hits,
    /** Everybody who finds it. */
    async finders(words: string): Promise<readonly string[]> {
      const found: string[] = []
      for (const who of everybody) if ((await hits(who, words)).length > 0) found.push(who)
      return found
    },
  }
}
