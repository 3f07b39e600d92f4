import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { must, RENT } from '../support/dossier-demo.ts'

let app: App
let close: () => Promise<void>

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
}, 60_000)
afterAll(() => close())

test('[E-11] whoever recuses himself while his file arrives has added nothing', async () => {
  const { cases, evidence, meetings } = app.services
  const member = demoActor('political3')
  const [meeting] = await meetings.list(member)
  const { state } = must(await meetings.view(member, meeting?.id ?? '', 'person'))
  const item = state.items.find(({ caseId }) => caseId === RENT)
  const file = async function* () {
    yield '前半'
    const recusal = { type: 'recuse-myself', itemId: item?.id ?? '', reason: '与当事单位有利害关系' } as const
    must(await meetings.execute(member, state.id, 'recused-while-sending', recusal))
    yield '后半'
  }
  const upload = { title: '材料', fileName: '材料.txt', stream: Readable.from(file()) }
  expect(await evidence.add(member, RENT, 'slow-file-0001', upload)).toEqual({ refused: 'access/recused' })
  const seen = must(await cases.view(demoActor('secretary'), RENT)).state.evidence
  expect(seen.map(({ title }) => title)).not.toContain('材料')
})
