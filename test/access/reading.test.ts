import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from './attempts.ts'
import { openStage, type Stage } from './stage.ts'
import { addressesOf, dataOf } from './sweep.ts'

let stage: Stage
let secretary: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
})

afterAll(() => stage.close())

describe('reading', () => {
  it('[P-16] changes nothing, at any address, by GET or HEAD', async () => {
    const before = await stage.stored()
    for (const path of addressesOf(stage.scene)) {
      await (await secretary.request(path)).text()
      await (await secretary.request(dataOf(path))).text()
      await secretary.request(path, { method: 'HEAD' })
    }
    const intents = [
      'intent=regenerate',
      'intent=disable&personId=observer1',
      'code=XXXXXX',
      'everywhere=1',
      'language=en',
      'commandId=access-get-1',
    ]
    for (const path of [
      '/sign-out',
      '/language',
      '/cases/new',
      `/minutes/${stage.scene.minutes}`,
      `/meetings/${stage.scene.meeting}/check-in`,
      '/administration/people',
    ])
      for (const intent of intents) await (await secretary.request(`${path}?${intent}`)).text()
    expect(await stage.stored()).toBe(before)
    expect(await secretary.get('/workbench')).toBe('done')
  }, 180_000)
})
