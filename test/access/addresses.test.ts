import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from './attempts.ts'
import { openStage, type Stage } from './stage.ts'
import { aimedAt, dataOf } from './sweep.ts'

/** Names that no page of ours would ask for. */

let stage: Stage
let secretary: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
})

afterAll(() => stage.close())

describe('names', () => {
  const long = 'a'.repeat(5_000)
  const DOCUMENTS = [
    'case/:case/opinion-discipline/../facts',
    'case/:case/facts/../opinion-discipline',
    'case/:case/opinion-discipline/',
    'case/:case//opinion-discipline',
    '/case/:case/opinion-discipline',
    'case/:case/opinion-discipline\u0000',
    'case/:case/opinion-discipline%00',
    'case/:case/opinion\u2010discipline',
    'case/:case/ｏpinion-discipline',
    'case/:case/OPINION-discipline',
    'CASE/:case/facts',
    'case/../:case/facts',
    'case/%2e%2e/facts',
    'case/:case/__proto__',
    'case/:case/constructor',
    'case/:case/toString',
    'case/:case/facts;x',
    'case/:case/facts\n',
    'case/:case',
    'case',
    '',
    'minutes/:minutes',
    'minutes/:minutes/facts',
    'minutes/:case/text',
    'case/:minutes/facts',
    'meeting/:meeting/text',
    'case/:otherCase/../:case/facts',
    `case/:case/${long}`,
    `case/${long}/facts`,
    'case/:case/\u202Estcaf',
    'case/:case/事实',
  ]

  it('[T-10] of documents that are none open nothing', async () => {
    const outsider = await stage.come('organization1')
    for (const name of DOCUMENTS.map(aimedAt(stage.scene))) {
      const outcome = await outsider.ask('document/open', { name, stateVector: new Uint8Array([0]) })
      expect([name, ['input/invalid', 'access/not-found', 'document/unknown'].includes(outcome)]).toEqual([
        name,
        true,
      ])
    }
    for (const name of [null, 7, {}, [], ['case/x/facts'], undefined])
      expect(await outsider.ask('document/open', { name, stateVector: new Uint8Array([0]) })).toBe(
        'input/invalid',
      )
    expect(await outsider.ask('document/open', 'case')).toBe('input/invalid')
    expect(stage.site.logged).toEqual([])
  })

  it('[P-17] in an address lead nowhere and break nothing', async () => {
    const words = [
      '..',
      '%2e%2e',
      '%2F',
      '%2f..%2f',
      '%00',
      '%0a',
      '%ff',
      '%5C',
      '%5C:99999',
      '%E4%BA',
      '__proto__',
      'constructor',
      long,
      '%F0%9F%92%A9',
      "'%20OR%201=1--",
      '%3Cscript%3E',
      'opinion-discipline%2F..%2Ffacts',
      'facts%2F..%2Fopinion-discipline',
      '*',
      '.',
      'null',
      '-1',
    ]
    const PATHS = [
      '/%',
      '/cases/%',
      '/cases/%/evidence',
      '/cases/%/evidence/%',
      '/cases/:case/evidence/%',
      '/cases/:case/versions/%',
      '/cases/:case/dossier/%',
      '/meetings/%',
      '/meetings/%/entries',
      '/meetings/%/record.txt',
      '/meetings/%/calendar.ics',
      '/meetings/%/screen',
      '/minutes/%',
      '/minutes/%/print',
      '/minutes/new?meeting=%',
      '/meetings/new?case=%',
      '/meetings/case-search?search=%',
      '/cases?search=%',
      '/cases?sort=%&page=%&stage=%',
      '/cases/:case/versions/facts?v=%&with=%',
      '/administration/audit?part=%&page=%',
      '/sign-in?to=%',
      '/meetings/:meeting/entries?after=%',
      '/%',
    ]
    for (const path of PATHS)
      for (const word of words) {
        const address = aimedAt(stage.scene)(path.replaceAll('%', word))
        for (const asked of [address, dataOf(address)]) {
          const answer = await secretary.request(asked)
          const text = await answer.text()
          expect([asked.slice(0, 120), answer.status < 500, text.includes('纪检监察机关意见')]).toEqual([
            asked.slice(0, 120),
            true,
            false,
          ])
        }
      }
    expect(stage.site.logged).toEqual([])
  })
})
