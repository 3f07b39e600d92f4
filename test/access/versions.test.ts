import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '../support/actors.ts'
import { Visitor } from './attempts.ts'
import { must, paragraphOf, setScene, type Scene } from './scene.ts'
import { openAccessSite, type AccessSite } from './site.ts'
import { dataOf } from './sweep.ts'

/** Nobody's words but those of the department that wrote them, before it said what it thinks. */
const INNER = '内部讨论倾向从重处理'
const PUBLIC = '本机关认为可以减责'

let site: AccessSite
let scene: Scene
let sealed = ''
const visitors = new Map<string, Visitor>()
const come = async (who: string) => {
  const visitor = visitors.get(who) ?? (await Visitor.come(site, who))
  visitors.set(who, visitor)
  return visitor
}

beforeAll(async () => {
  site = await openAccessSite()
  scene = await setScene(site.app)
  const name = `case/${scene.case}/opinion-discipline`
  const write = (words: string) => site.app.documents.replaceText(name, paragraphOf(words), 'discipline1')
  await write(INNER)
  sealed = must(await site.app.services.documents.keepVersion(demoActor('discipline1'), name, '内部稿')).id
  await write(PUBLIC)
})
afterAll(async () => {
  for (const { socket } of visitors.values()) socket?.disconnect()
  await site.close()
})

const OTHERS = [
  'organization1',
  'political1',
  'secretary',
  'leader',
  'audit1',
  'applicant',
  'sysadmin',
  'auditor',
]

/** Every address that could hand out a version, asked as a page and for its data alone. */
async function everythingOf(visitor: Visitor): Promise<string> {
  const parts = ['opinion-discipline', 'opinion-political', 'facts', 'applicant-statement']
  const paths = parts.flatMap((part) =>
    ['', `?v=${sealed}`, `?v=now&with=${sealed}`, `?v=${sealed}&with=now`].map(
      (search) => `/cases/${scene.case}/versions/${part}${search}`,
    ),
  )
  const found: string[] = []
  // A part of the words: a page says again what was looked for.
  for (const path of [...paths, `/search?q=${INNER.slice(2, 6)}`, `/cases/${scene.case}/opinions`])
    for (const one of [path, dataOf(path)]) found.push(await (await visitor.request(one)).text())
  return found.join('\n')
}

describe('the draft of an opinion', () => {
  it('[D-64] is found among the versions by its own department', async () => {
    expect(await everythingOf(await come('discipline2'))).toContain(INNER)
  })

  it.each(OTHERS)('[D-64] is not handed out to %s while it is sealed', async (who) => {
    const visitor = await come(who)
    const found = await everythingOf(visitor)
    expect(found).not.toMatch(new RegExp(`内部稿|${INNER}|${PUBLIC}`))
    for (const part of ['opinion-discipline', 'facts'])
      expect(
        await visitor.post(`/cases/${scene.case}/versions/${part}.data`, {
          intent: 'restore',
          version: sealed,
        }),
      ).toBe('access/not-found')
    const name = `case/${scene.case}/${sealed}`
    expect(await visitor.ask('document/open', { name, stateVector: new Uint8Array([0]) })).toBe(
      'access/not-found',
    )
  })

  it.each(OTHERS)('[D-64] stays sealed to %s after the opinion is submitted', async (who) => {
    const discipline = demoActor('discipline1')
    const { state } = must(await site.app.services.cases.view(discipline, scene.case))
    if (state.opinions.find(({ bodyId }) => bodyId === 'discipline')?.status !== 'submitted') {
      const stands = Object.fromEntries(state.subjects.map(({ id }) => [id, 'MITIGATED' as const]))
      const submit = { type: 'submit-opinion', stands, clauses: [] } as const
      must(await site.app.services.cases.execute(discipline, scene.case, 'submit-discipline', submit))
    }
    const visitor = await come(who)
    const found = await everythingOf(visitor)
    expect(found).not.toMatch(new RegExp(`内部稿|${INNER}`))
    if (['organization1', 'secretary', 'leader'].includes(who)) expect(found).toContain(PUBLIC)
    else if (['applicant', 'sysadmin', 'auditor'].includes(who)) expect(found).not.toContain(PUBLIC)
  })
})
