import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseCommand } from '#domain/cases/commands.ts'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { CaseView } from '#server/services/cases.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'

const RENT = 'case-rent-relief'

let demo: Awaited<ReturnType<typeof openDemoApp>>
let commands = 0
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const cases = () => demo.app.services.cases
const act = (who: string, command: CaseCommand) =>
  cases().execute(demoActor(who), RENT, `found-command-${String((commands += 1))}`, command)
const finding = (side: 'tolerable' | 'punishable', evidenceIds: readonly string[] = []) =>
  ({ type: 'record-finding', criterion: 'distinction-1', side, reason: '理由', evidenceIds }) as const
async function sides(who: string, at: string) {
  const found = await cases().foundAt(demoActor(who), RENT, at)
  return isRefusal(found) ? found.refused : found.findings.map(({ bodyId, side }) => `${bodyId} ${side}`)
}

it('[D-76] [D-74] a moment tells what had been found by then, to whoever is shown findings now', async () => {
  const before = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(isRefusal(await act('discipline1', finding('tolerable')))).toBe(false)
  const between = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await act('discipline1', finding('punishable'))
  // Nobody finds for another department, whatever the text says.
  await act('organization1', finding('tolerable'))
  const now = new Date().toISOString()
  expect(await sides('secretary', before)).toEqual([])
  expect(await sides('secretary', between)).toEqual(['discipline tolerable'])
  expect(await sides('political1', now)).toEqual(['discipline punishable', 'organization tolerable'])
  expect(await sides('applicant', now)).toEqual([])
  for (const who of ['sysadmin', 'recorder', 'witness'])
    expect([who, await sides(who, now)]).toEqual([who, 'access/not-found'])
})

it('[D-70] [D-76] what a past finding leans on is named to nobody outside of the circle of today', async () => {
  const upload = {
    title: '举报人陈述',
    fileName: '陈述.txt',
    stream: Readable.from([Buffer.from('内容')]),
    register: { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['political'] },
  } as const
  const added = await demo.app.services.evidence.add(demoActor('discipline2'), RENT, 'hidden-piece', upload)
  if (isRefusal(added)) throw new Error(added.refused)
  const { state } = (await cases().view(demoActor('discipline2'), RENT)) as CaseView
  const pieceId = state.evidence.find(({ title }) => title === '举报人陈述')?.id ?? ''
  expect(isRefusal(await act('discipline2', finding('punishable', [pieceId])))).toBe(false)
  const at = new Date().toISOString()
  const leaning = async (who: string) => {
    const found = await cases().foundAt(demoActor(who), RENT, at)
    return isRefusal(found) ? found.refused : found.findings.flatMap(({ evidenceIds }) => evidenceIds)
  }
  expect(await leaning('discipline2')).toEqual([pieceId])
  expect(await leaning('political1')).toEqual([pieceId])
  expect(await leaning('organization1')).toEqual([])
})
