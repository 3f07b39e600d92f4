import { describe, expect, it } from 'vitest'
import { stillToPropose } from '#app/components/suggestions/still-to-propose.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { MOST_CHANGES, REMARKS_PER_MINUTE } from '#domain/remarks/limits.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import { NO_FILTER } from '#domain/search/entry.ts'
import { demoActor } from '../support/actors.ts'
import { dossierDemo, FACTS, newCommand, OPINION, refused, RENT } from '../support/dossier-demo.ts'

const { app, services, write, remarks, changed, suggest } = dossierDemo()
const act = async (who: string, name: string, command: RemarkCommand, id = newCommand()) =>
  refused(await remarks(who, name, command, id))
const wordsOf = async (name: string) => {
  const { content } = await app().documents.read(name)
  const { content: blocks } = JSON.parse(content) as { content: { content?: { text: string }[] }[] }
  return blocks.map((block) => (block.content ?? []).map(({ text }) => text).join(''))
}

const told = async (who: string, name: string) => {
  const seen = await services().remarks.changes(demoActor(who), name, 0)
  return isRefusal(seen)
    ? [seen.refused]
    : seen.remarks.filter(({ suggestion }) => suggestion).sort((a, b) => a.number - b.number)
}
const submit = async (part: string) =>
  refused(
    await services().cases.execute(demoActor('secretary'), RENT, newCommand(), {
      type: 'submit-document',
      part,
    }),
  )

describe('suggestions on the demo', () => {
  it('[D-50] [D-53] stand beside the text, and enter it word for word when accepted, as a change of who accepts', async () => {
    await write(FACTS, '金松投资集团擅自少减免租金。', '第二段文字。')
    expect(await suggest('leader', FACTS, ['擅自', ''], ['第二段', '另一段'])).toBe('done')
    expect(await wordsOf(FACTS)).toEqual(['金松投资集团擅自少减免租金。', '第二段文字。'])
    const [first, second] = (await told('discipline1', FACTS)) as { number: number }[]
    const accept = { type: 'accept', numbers: [first?.number ?? 0] } as const
    expect(await act('leader', FACTS, accept)).toBe('document/read-only')
    expect(await wordsOf(FACTS)).toEqual(['金松投资集团擅自少减免租金。', '第二段文字。'])
    const id = newCommand()
    expect(await act('discipline1', FACTS, accept, id)).toBe('done')
    expect(await wordsOf(FACTS)).toEqual(['金松投资集团少减免租金。', '第二段文字。'])
    // The same command sent again happens once.
    expect(await act('discipline1', FACTS, accept, id)).toBe('done')
    expect(await act('discipline2', FACTS, accept)).toBe('remark/already-done')
    expect(await wordsOf(FACTS)).toEqual(['金松投资集团少减免租金。', '第二段文字。'])
    expect((await told('leader', FACTS))[0]).toMatchObject({
      resolved: { by: 'discipline1', outcome: 'accepted' },
    })
    expect(await act('discipline1', FACTS, { type: 'refuse', numbers: [second?.number ?? 0] })).toBe('done')
    expect(await wordsOf(FACTS)).toEqual(['金松投资集团少减免租金。', '第二段文字。'])
  })

  it('[D-53] where the words have changed since, it waits; of several those enter that can', async () => {
    await write(FACTS, '甲方垫付三万元。', '乙方未支付。')
    await suggest('leader', FACTS, ['三万元', '四万元'], ['未支付', '尚未支付'])
    const waiting = (await told('leader', FACTS)) as { number: number; resolved: unknown }[]
    const numbers = waiting.filter(({ resolved }) => !resolved).map(({ number }) => number)
    await write(FACTS, '甲方垫付五万元。', '乙方未支付。')
    expect(await act('discipline1', FACTS, { type: 'accept', numbers: numbers.slice(0, 1) })).toBe(
      'suggestion/words-changed',
    )
    expect(await act('discipline1', FACTS, { type: 'accept', numbers })).toBe('done')
    expect(await wordsOf(FACTS)).toEqual(['甲方垫付五万元。', '乙方尚未支付。'])
    const left = ((await told('leader', FACTS)) as typeof waiting).filter(({ resolved }) => !resolved)
    expect(left).toHaveLength(1)
    await act('leader', FACTS, { type: 'withdraw', numbers: [left[0]?.number ?? 0] })
  })

  it('[D-47] [D-53] words that never stood there are refused, and forged places put nothing in', async () => {
    await write(FACTS, '可以容错免责。', '另一段落。')
    const [real] = await changed(FACTS, ['可以', '不可以'])
    if (!real) throw new Error('no change')
    const say = (change: object) =>
      act('leader', FACTS, { type: 'suggest', changes: [{ ...real, ...change }], note: '' })
    expect(await say({ before: '收受贿赂', text: '' })).toBe('suggestion/words-changed')
    expect(await say({ before: '另一段落', text: '' })).toBe('done')
    expect(await say({ anchor: { ...real.anchor, start: 'AAAA', end: '/////w==' } })).toBe('done')
    const forged = (await told('leader', FACTS)).slice(-2) as { number: number }[]
    for (const { number } of forged)
      expect(await act('discipline1', FACTS, { type: 'accept', numbers: [number] })).toBe(
        'suggestion/words-changed',
      )
    expect(await wordsOf(FACTS)).toEqual(['可以容错免责。', '另一段落。'])
    await act('discipline1', FACTS, { type: 'refuse', numbers: forged.map(({ number }) => number) })
  })

  it('[D-52] two who decide at the same moment: one does, the words stand once', async () => {
    await write(FACTS, '应当减免。')
    await suggest('leader', FACTS, ['应当', '应当依法'])
    const number = ((await told('leader', FACTS)).at(-1) as { number: number }).number
    const answers = await Promise.all([
      act('discipline1', FACTS, { type: 'accept', numbers: [number] }),
      act('discipline2', FACTS, { type: 'accept', numbers: [number] }),
      act('organization1', FACTS, { type: 'refuse', numbers: [number] }),
    ])
    expect([...answers].sort()).toEqual(['done', 'remark/already-done', 'remark/already-done'])
    expect(await wordsOf(FACTS)).toEqual([answers[2] === 'done' ? '应当减免。' : '应当依法减免。'])
  })

  it('[D-129] wait on the workbench of whoever decides on them, and of nobody else, until the last is decided', async () => {
    const lines = async (who: string) =>
      (await services().workbench.tasks(demoActor(who)))
        .filter(({ kind }) => kind === 'decide-suggestions')
        .map(({ subject }) => subject)
    await write(FACTS, '甲方垫付。', '乙方未支付。')
    await suggest('leader', FACTS, ['垫付', '代垫'], ['未支付', '尚未支付'])
    const two = [`/cases/${RENT}/dossier/facts?suggestions=2`]
    for (const who of ['secretary', 'discipline1', 'discipline3', 'organization1', 'political1'])
      expect([who, await lines(who)]).toEqual([who, two])
    // Who proposed, who only reads, the party, who is not of the case, and administrators decide on nothing.
    for (const who of ['leader', 'audit1', 'applicant', 'recorder', 'sysadmin', 'secadmin', 'auditor'])
      expect([who, await lines(who)]).toEqual([who, []])
    const open = ((await told('leader', FACTS)) as { number: number; resolved: unknown }[]).filter(
      ({ resolved }) => !resolved,
    )
    await act('discipline1', FACTS, { type: 'accept', numbers: [open[0]?.number ?? 0] })
    expect(await lines('secretary')).toEqual([`/cases/${RENT}/dossier/facts?suggestions=1`])
    await act('secretary', FACTS, { type: 'refuse', numbers: [open[1]?.number ?? 0] })
    for (const who of ['secretary', 'discipline1', 'organization1'])
      expect([who, await lines(who)]).toEqual([who, []])
    // On a sealed opinion they are its body's alone, also here.
    const sealed = `case/${RENT}/opinion-organization`
    await write(sealed, '本部门认为可以容错')
    expect(await suggest('organization2', sealed, ['可以', '应当'])).toBe('done')
    expect(await lines('organization1')).toEqual([
      `/cases/${RENT}/dossier/opinion-organization?suggestions=1`,
    ])
    for (const who of ['secretary', 'discipline1', 'political1', 'leader', 'applicant'])
      expect([who, await lines(who)]).toEqual([who, []])
    await act('organization2', sealed, { type: 'withdraw', numbers: [1] })
    expect(await lines('organization1')).toEqual([])
  })

  it('[D-50] [D-54] a text with waiting suggestions is not submitted; what was submitted, searched and kept holds none of them', async () => {
    await write(FACTS, '正文定稿。')
    await suggest('leader', FACTS, ['定稿', '定稿尚待商榷'])
    const number = ((await told('leader', FACTS)).at(-1) as { number: number }).number
    expect(await submit('facts')).toBe('suggestion/open')
    const plain = await app().documents.read(FACTS)
    expect(plain.content).not.toContain('尚待商榷')
    expect(JSON.stringify(await services().documents.read(demoActor('leader'), FACTS))).not.toContain(
      '尚待商榷',
    )
    await app().searchSettled()
    const found = async (words: string) => {
      const query = { words, after: null, limit: 20, filter: NO_FILTER }
      const { hits } = await services().search.find(demoActor('discipline1'), query)
      return hits.some(({ kind }) => kind === 'document')
    }
    expect([await found('正文定稿'), await found('尚待商榷')]).toEqual([true, false])
    await act('discipline1', FACTS, { type: 'refuse', numbers: [number] })
    expect(await submit('facts')).toBe('done')
    const versions = await services().documents.versions(demoActor('leader'), FACTS)
    const [version] = isRefusal(versions) ? [] : versions.versions
    expect(version?.hash).toMatch(/^[0-9a-f]{64}$/)
    const kept = await services().documents.version(demoActor('leader'), version?.id ?? '')
    expect(JSON.stringify(kept)).not.toContain('尚待商榷')
    expect(await suggest('leader', FACTS, ['定稿', '初稿'])).toBe('document/frozen')
  })

  it('[D-43] [D-54] on a sealed opinion they are its body’s alone, and hold its submission up', async () => {
    await write(OPINION, '本机关认为可以容错')
    expect(await suggest('discipline2', OPINION, ['可以', '应当'])).toBe('done')
    for (const who of ['organization1', 'secretary', 'leader'])
      expect([who, await told(who, OPINION)]).toEqual([who, ['access/not-found']])
    const view = await services().cases.view(demoActor('discipline1'), RENT)
    const subjects = isRefusal(view) ? [] : view.state.subjects
    const stands = Object.fromEntries(subjects.map(({ id }) => [id, 'MITIGATED' as const]))
    const give = async () =>
      refused(
        await services().cases.execute(demoActor('discipline1'), RENT, newCommand(), {
          ...{ type: 'submit-opinion', stands, clauses: [] },
        }),
      )
    expect(await give()).toBe('suggestion/open')
    expect(await act('discipline1', OPINION, { type: 'accept', numbers: [1] })).toBe('done')
    expect(await give()).toBe('done')
    expect(await wordsOf(OPINION)).toEqual(['本机关认为应当容错'])
    expect(await told('organization1', OPINION)).toEqual([])
  })

  it('[D-59] that go in steps are not proposed a second time when a later step was refused', async () => {
    const name = `case/${RENT}/condition-matrix`
    const places = Array.from({ length: MOST_CHANGES + 20 }, (_, at) => `第${String(at)}处`)
    await write(name, ...places)
    const all = await changed(name, ...places.map((place) => [place, `${place}已改`] as const))
    expect(all).toHaveLength(places.length)
    const known = async (who: string) => {
      const seen = await services().remarks.changes(demoActor(who), name, 0)
      return new Map(isRefusal(seen) ? [] : seen.remarks.map((remark) => [remark.number, remark] as const))
    }
    const left = async (who: string) => stillToPropose(all, (one) => one, await known(who), who)
    expect(await left('leader')).toEqual(all)
    const propose = (changes: typeof all) => act('leader', name, { type: 'suggest', changes, note: '' })
    expect(await propose(all.slice(0, MOST_CHANGES))).toBe('done')
    for (let n = 1; n < REMARKS_PER_MINUTE; n += 1)
      await act('leader', name, { type: 'remark', anchor: null, text: '说明', mentions: [] })
    expect(await propose(all.slice(MOST_CHANGES))).toBe('remark/too-often')
    expect(await left('leader')).toEqual(all.slice(MOST_CHANGES))
    // What another proposed is no reason, nor what its author took back.
    expect(await left('discipline1')).toEqual(all)
    expect(await act('leader', name, { type: 'withdraw', numbers: [1] })).toBe('done')
    expect(await left('leader')).toEqual([...all.slice(0, 1), ...all.slice(MOST_CHANGES)])
  })
})
