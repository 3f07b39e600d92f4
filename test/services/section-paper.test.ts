import { expect, it } from 'vitest'
import { demoActor } from '../support/actors.ts'
import { dossierDemo, FACTS, must, OPINION } from '../support/dossier-demo.ts'

const { services, write } = dossierDemo()

const paper = (who: string, name: string) => services().documents.paper(demoActor(who), name, 'printed')
const taken = async (who: string) => {
  const { personId } = demoActor(who)
  const page = must(
    await services().people.audit(demoActor('auditor'), { part: 'content', personId, page: 1 }),
  )
  return page.rows.filter(({ action }) => action === 'document/printed').map(({ subject }) => subject)
}

it('[D-94] a section leaves for who reads it, tells who took it out, and stands in the record of access', async () => {
  await write(OPINION, '本机关认为可以容错')
  for (const who of ['organization1', 'secretary', 'leader', 'applicant', 'sysadmin'])
    expect([who, await paper(who, OPINION)]).toEqual([who, { refused: 'access/not-found' }])
  expect(await paper('applicant', FACTS)).toEqual({ refused: 'access/not-found' })
  expect(await paper('secretary', 'minutes/none/text')).toEqual({ refused: 'document/unknown' })
  const own = must(await paper('discipline1', OPINION))
  expect(own.content).toContain('本机关认为可以容错')
  expect([own.by, own.byUnit, own.unit]).toEqual(['王建国', '演示市纪委监委', '演示市纪委监委'])
  const facts = must(await paper('organization1', FACTS))
  expect(facts.unit).toBe('演示市')
  expect(await taken('discipline1')).toEqual([OPINION])
  expect(await taken('organization1')).toEqual([FACTS])
  expect(await taken('applicant')).toEqual([])
})
