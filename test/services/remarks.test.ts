import { describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { demoActor } from '../support/actors.ts'
import { dossierDemo, FACTS, OPINION, refused, RENT } from '../support/dossier-demo.ts'

const { services, write, remarks: act } = dossierDemo()
const remark = (who: string, name: string, mentions: string[] = [], text = '请核对') =>
  act(who, name, { type: 'remark', anchor: null, text, mentions })
const lines = async (who: string) =>
  (await services().workbench.tasks(demoActor(who))).filter(({ kind }) => kind === 'read-remark')
const texts = async (who: string, name: string) => {
  const told = await services().remarks.changes(demoActor(who), name, 0)
  return isRefusal(told) ? told.refused : told.remarks.map(({ messages }) => messages[0]?.text)
}

describe('remarks on the demo', () => {
  it('[D-40] [D-43] an opinion’s remarks are as sealed as the opinion, and stay so when it is submitted', async () => {
    await write(OPINION, '本机关认为可以容错')
    await remark('discipline1', OPINION, ['discipline2'], '内部讨论')
    for (const who of ['organization1', 'secretary', 'leader', 'applicant', 'sysadmin'])
      expect([who, await texts(who, OPINION)]).toEqual([who, 'access/not-found'])
    expect(await texts('discipline2', OPINION)).toEqual(['内部讨论'])
    expect(refused(await remark('discipline1', OPINION, ['organization1']))).toBe('remark/cannot-read')
    const { state } = (await services().cases.view(demoActor('discipline1'), RENT)) as {
      state: { subjects: readonly { id: string }[] }
    }
    const stands = Object.fromEntries(state.subjects.map(({ id }) => [id, 'MITIGATED' as const]))
    const submit = { type: 'submit-opinion', stands, clauses: [] } as const
    expect(refused(await services().cases.execute(demoActor('discipline1'), RENT, 'submit-1', submit))).toBe(
      'done',
    )
    expect(await texts('organization1', OPINION)).toEqual([])
    expect(refused(await remark('organization1', OPINION, [], '公开意见'))).toBe('done')
    expect(await texts('discipline2', OPINION)).toEqual(['内部讨论', '公开意见'])
    await remark('discipline1', OPINION, ['organization1'], '请贵部看')
    expect(await lines('organization1')).toHaveLength(1)
    const withdraw = { type: 'withdraw-opinion', reason: '补充' } as const
    await services().cases.execute(demoActor('discipline1'), RENT, 'withdraw-1', withdraw)
    expect(await texts('organization1', OPINION)).toBe('access/not-found')
    expect(await lines('organization1')).toEqual([])
  })

  it('[D-45] whoever is mentioned finds a line on his workbench, as long as he may read the document', async () => {
    expect(refused(await remark('discipline1', FACTS, ['applicant']))).toBe('remark/cannot-read')
    await remark('discipline1', FACTS, ['organization2', 'political3'])
    expect(await lines('organization2')).toMatchObject([
      { subject: `/cases/${RENT}/dossier/facts?remark=1`, title: expect.stringContaining('容错') as string },
    ])
    await act('organization2', FACTS, { type: 'acknowledge', number: 1 })
    expect(await lines('organization2')).toEqual([])
    const [line] = await lines('political3')
    expect(line).not.toHaveProperty('stream')
  })

  it('[D-45] who can be mentioned is who reads it; an applicant is not given the directory', async () => {
    const named = async (who: string, name: string) => {
      const readers = await services().remarks.readers(demoActor(who), name)
      return isRefusal(readers) ? readers.refused : readers.map(({ id }) => id)
    }
    const facts = await named('discipline1', FACTS)
    expect(facts).toEqual(expect.arrayContaining(['secretary', 'political1', 'leader']))
    expect(facts).not.toEqual(expect.arrayContaining(['applicant']))
    expect(facts).not.toEqual(expect.arrayContaining(['sysadmin']))
    expect(await named('discipline1', OPINION)).toEqual(['discipline2', 'discipline3', 'chair'].sort(byName))
    const statement = `case/${RENT}/applicant-statement`
    expect(await named('applicant', statement)).toEqual([])
    await remark('secretary', statement)
    expect(await named('applicant', statement)).toEqual(['secretary'])
    expect(await named('applicant', FACTS)).toBe('access/not-found')
  })

  it('[D-47] the words that are kept stood in the text', async () => {
    await write(FACTS, '二〇二〇年擅自减免租金若干')
    const anchor = { start: 'AAAA', end: 'BBBB', words: '减免租金', before: '', after: '' }
    const say = (words: string) =>
      act('discipline1', FACTS, {
        ...{ type: 'remark', text: '请核对', mentions: [] },
        anchor: { ...anchor, words },
      })
    expect(refused(await say('减免租金'))).toBe('done')
    expect(refused(await say('收受贿赂'))).toBe('remark/words-gone')
  })
})

const order = ['chair', 'discipline1', 'discipline2', 'discipline3']
function byName(a: string, b: string): number {
  return order.indexOf(a) - order.indexOf(b)
}
