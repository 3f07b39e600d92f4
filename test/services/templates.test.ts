import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseKind } from '#domain/cases/types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { TemplateKey } from '#domain/templates/types.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { rentRelief } from '../support/case-world.ts'

let demo: Awaited<ReturnType<typeof openDemoApp>>
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const services = () => demo.app.services
const templates = () => services().templates
const secretary = demoActor('secretary')
let ids = 0
const newId = () => `template-test-${String((ids += 1))}`
const must = <T>(answer: T) => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as Exclude<T, { refused: unknown }>
}
const code = (answer: object | null) => (isRefusal(answer) ? answer.refused : 'done')
const content = (...paragraphs: string[]) => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const say = (name: string, ...paragraphs: string[]) =>
  demo.app.documents.replaceText(name, content(...paragraphs), 'secretary')
const draftOf = ({ kind, part }: TemplateKey) => `template/${kind}/${part}`
const wordsIn = (json: string) => [...json.matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text)
const wordsOf = async (name: string) => wordsIn((await demo.app.documents.read(name)).content)
const view = async (key: TemplateKey, number: number | null = null, who = 'secretary') =>
  must(await templates().view(demoActor(who), key, number))

/** Writes words into the draft and puts them in force. */
async function inForce(key: TemplateKey, words: string, reason = '依据新办法') {
  await say(draftOf(key), words)
  return code(await templates().putInForce(secretary, key, newId(), reason))
}
async function register(kind: CaseKind) {
  const { caseId } = must(
    await services().cases.register(secretary, newId(), {
      particulars: { ...rentRelief, kind },
      bodyIds: ['discipline'],
      applicantIds: [],
    }),
  )
  return caseId
}
const stateOf = async (caseId: string) => must(await services().cases.view(secretary, caseId)).state
const versionsOf = async (name: string) => must(await services().documents.versions(secretary, name)).versions

const FACTS = { kind: 'tolerance', part: 'facts' } as const
const OPINION = { kind: 'tolerance', part: 'opinion' } as const
const STATEMENT = { kind: 'clarification', part: 'applicant-statement' } as const

describe('a template', () => {
  it('[D-120] [D-123] is read by all and touched by the secretary alone, its draft by nobody else even seen', async () => {
    const key = { kind: 'prefiling', part: 'facts' } as const
    for (const who of ['applicant', 'discipline1', 'leader', 'auditor', 'recorder', 'chair']) {
      const actor = demoActor(who)
      const tried = [
        await templates().beginDraft(actor, key),
        await templates().dropDraft(actor, key),
        await templates().putInForce(actor, key, newId(), '理由'),
        await templates().putBack(actor, key, newId(), { number: 0, reason: '理由' }),
      ]
      expect([who, tried.map(code)]).toEqual([who, tried.map(() => 'access/denied')])
      expect([who, code(await services().documents.read(actor, draftOf(key)))]).toEqual([
        who,
        'access/not-found',
      ])
      const seen = await view(key, null, who)
      expect([who, seen.draft, seen.mayEdit, seen.shown.number]).toEqual([who, null, false, 0])
    }
    expect((await view(key)).versions).toEqual([])
  })

  it('[D-121] [D-122] [D-123] keeps every version, puts older words in force again and leaves a draft its own', async () => {
    const key = { kind: 'prefiling', part: 'verification-report' } as const
    expect(await templates().beginDraft(secretary, key)).toBeNull()
    expect(await wordsOf(draftOf(key))).toEqual(wordsIn((await view(key, 0)).shown.content))
    expect((await view(key)).draft?.differs).toBe(false)

    expect(await inForce(key, '第一稿')).toBe('done')
    expect(await inForce(key, '第一稿')).toBe('template/unchanged')
    expect(await inForce(key, '第二稿', '补充一节')).toBe('done')
    expect(code(await templates().putBack(secretary, key, newId(), { number: 9, reason: 'r' }))).toBe(
      'access/not-found',
    )
    // The draft was at what was in force: it follows.
    expect(code(await templates().putBack(secretary, key, newId(), { number: 1, reason: '误改' }))).toBe(
      'done',
    )
    expect(await wordsOf(draftOf(key))).toEqual(['第一稿'])
    // It has words of its own: they stay.
    await say(draftOf(key), '写到一半')
    expect(code(await templates().putBack(secretary, key, newId(), { number: 0, reason: '照发布' }))).toBe(
      'done',
    )
    expect(await wordsOf(draftOf(key))).toEqual(['写到一半'])
    expect(await templates().beginDraft(secretary, key)).toBeNull()
    expect(await wordsOf(draftOf(key))).toEqual(['写到一半'])

    const { versions, shown, draft, people } = await view(key)
    expect(versions.map(({ number, reason, from, by }) => [number, reason, from, by])).toEqual([
      [1, '依据新办法', null, 'secretary'],
      [2, '补充一节', null, 'secretary'],
      [3, '误改', 1, 'secretary'],
      [4, '照发布', 0, 'secretary'],
    ])
    expect([shown.number, draft?.differs]).toEqual([4, true])
    expect(people['secretary']).toBeTruthy()
    expect(wordsIn((await view(key, 2)).shown.content)).toEqual(['第二稿'])
    expect(await templates().dropDraft(secretary, key)).toBeNull()
    expect((await view(key)).draft?.differs).toBe(false)
  })
})

describe('a case', () => {
  it('[D-124] [D-125] begins with what is in force when it is registered, and keeps that', async () => {
    const before = await register('tolerance')
    expect(await wordsOf(`case/${before}/facts`)).toEqual([])
    expect((await stateOf(before)).templates).toEqual({})

    await inForce(FACTS, '一、经过')
    await inForce(OPINION, '一、意见')
    const first = await register('tolerance')
    await inForce(FACTS, '一、经过和损失')
    await inForce(OPINION, '一、意见和理由')
    const second = await register('tolerance')
    expect(await wordsOf(`case/${before}/facts`)).toEqual([])
    expect(await wordsOf(`case/${first}/facts`)).toEqual(['一、经过'])
    expect(await wordsOf(`case/${second}/facts`)).toEqual(['一、经过和损失'])
    expect(await wordsOf(`case/${first}/opinion-discipline`)).toEqual(['一、意见'])
    expect(await wordsOf(`case/${first}/draft-decision`)).toEqual([])
    // A case of another kind has templates of its own.
    expect(await wordsOf(`case/${await register('clarification')}/facts`)).toEqual([])

    const { versions } = await view(FACTS)
    expect((await stateOf(first)).templates['facts']).toEqual({
      kind: 'tolerance',
      number: 1,
      hash: versions[0]?.hash,
    })
    // A body that comes later answers the same questions as those that were there.
    must(
      await services().cases.execute(secretary, first, newId(), {
        type: 'invite-body',
        bodyId: 'organization',
      }),
    )
    expect(await wordsOf(`case/${first}/opinion-organization`)).toEqual(['一、意见'])

    // A form that is sent twice begins nothing twice.
    const id = newId()
    const again = () =>
      services().cases.register(secretary, id, {
        particulars: rentRelief,
        bodyIds: ['discipline'],
        applicantIds: [],
      })
    expect(must(await again())).toEqual(must(await again()))
    expect(await wordsOf(`case/${id}/facts`)).toEqual(['一、经过和损失'])
  })

  it('[D-61] [D-124] has the template as the first version of its text, and nobody for its author', async () => {
    await inForce(FACTS, '一、经过、损失和补救')
    const name = `case/${await register('tolerance')}/facts`
    const [version, ...others] = await versionsOf(name)
    expect(others).toEqual([])
    expect(version).toMatchObject({ reason: 'template', authors: [] })
    expect(version?.label).toBe(String((await view(FACTS)).versions.length))
    await demo.app.documents.replaceText(name, content('一、经过', '写了一段'), 'discipline1')
    must(await services().documents.keepVersion(secretary, name, '初稿'))
    expect((await versionsOf(name)).at(-1)?.authors).toEqual(['discipline1'])
  })

  it('[D-127] submits nothing that says only what its template says, and hands no such paper to a meeting', async () => {
    await inForce(FACTS, '一、只有模板')
    const caseId = await register('tolerance')
    const submit = () =>
      services().cases.execute(secretary, caseId, newId(), { type: 'submit-document', part: 'facts' })
    expect(code(await submit())).toBe('document/empty')
    await demo.app.documents.replaceText(`case/${caseId}/facts`, content('一、写了'), 'secretary')
    await demo.app.documents.replaceText(`case/${caseId}/facts`, content('一、只有模板'), 'secretary')
    expect(code(await submit())).toBe('document/empty')
    await demo.app.documents.replaceText(`case/${caseId}/facts`, content('一、写了'), 'secretary')
    expect(code(await submit())).toBe('done')
  })

  it('[D-126] gets into an empty text the version it took, else the words of the release, and into no other', async () => {
    await inForce(FACTS, '一、当时的模板')
    const caseId = await register('tolerance')
    const name = `case/${caseId}/facts`
    await inForce(FACTS, '一、后来的模板')
    const put = async (who: string, text: string) => code(await templates().insert(demoActor(who), text))
    expect(await put('secretary', name)).toBe('record/conflict')
    await demo.app.documents.replaceText(name, { type: 'doc', content: [{ type: 'paragraph' }] }, 'secretary')
    expect(await put('leader', name)).toBe('document/read-only')
    expect(await put('applicant', name)).toBe('access/not-found')
    expect(await put('organization1', `case/${caseId}/opinion-discipline`)).toBe('access/not-found')
    expect(await put('secretary', `case/${caseId}/no-such-part`)).toBe('access/not-found')
    expect(await put('secretary', draftOf(FACTS))).toBe('document/unknown')
    // Two at once: the words come in once.
    const both = await Promise.all([put('discipline1', name), put('secretary', name)])
    expect([...both].sort()).toEqual(['done', 'record/conflict'])
    expect(await wordsOf(name)).toEqual(['一、当时的模板'])
    expect((await versionsOf(name)).at(-1)).toMatchObject({ reason: 'template' })

    const old = `case/${await register('clarification')}/applicant-statement`
    expect(await put('secretary', old)).toBe('done')
    expect(await wordsOf(old)).toEqual(wordsIn((await view(STATEMENT, 0)).shown.content))
    expect((await versionsOf(old)).at(-1)).toMatchObject({ reason: 'template', label: '0' })
  })

  it('[D-124] tells its templates in its record, years later too', async () => {
    const caseId = await register('tolerance')
    const entries = must(await services().timeline.of(secretary, `case/${caseId}`))
    expect(entries.map(({ type }) => type)).toEqual(['case/registered', 'case/templates-taken'])
    const { templates: taken } = entries[1]?.payload as { templates: Record<string, { hash: string }> }
    const { versions } = await view(FACTS)
    expect(taken['facts']?.hash).toBe(versions.at(-1)?.hash)
    // The stream of a template is no page's: its history is.
    expect(code(await services().timeline.of(secretary, 'template/tolerance.facts'))).toBe('access/not-found')
  })
})
