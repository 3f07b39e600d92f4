import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { createKeptAtPauses } from '#server/services/kept-at-pauses.ts'
import { openDatabase, type Database } from '#server/store/client.ts'
import { createVersionStore } from '#server/store/versions.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'

const RENT = 'case-rent-relief'
const FACTS = `case/${RENT}/facts`
const OPINION = `case/${RENT}/opinion-discipline`

let demo: Awaited<ReturnType<typeof openDemoApp>>
let database: Database
beforeAll(async () => {
  demo = await openDemoApp()
  database = await openDatabase(demo.env.database)
})
afterAll(async () => {
  await database.close()
  await demo.close()
})

const documents = () => demo.app.services.documents
const content = (...paragraphs: string[]) => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const write = (name: string, who: string, ...paragraphs: string[]) =>
  demo.app.documents.replaceText(name, content(...paragraphs), who)
const now = async (name: string) => (await demo.app.documents.read(name)).content
const must = <T>(answer: T) => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as Exclude<T, { refused: unknown }>
}
const refused = (answer: object) => (isRefusal(answer) ? answer.refused : 'done')
const timeline = async (who: string, name: string) =>
  must(await documents().versions(demoActor(who), name)).versions
const last = async (name: string) => {
  const version = (await timeline('secretary', name)).at(-1)
  if (!version) throw new Error('no version')
  return version
}

describe('a pause', () => {
  const MINUTE = 60_000
  /** What is written after the clock was set counts from there. */
  const PAUSE = 5 * MINUTE + 5_000
  let clock = 0
  /** The server of this test keeps none by itself: nobody pauses for five minutes in it. */
  const pauses = (failed: (error: unknown) => void = (error) => expect.unreachable(String(error))) =>
    createKeptAtPauses({
      versions: createVersionStore(database),
      documents: demo.app.documents,
      now: () => new Date(clock),
      pauseMs: 5 * MINUTE,
      failed,
    })
  beforeEach(() => {
    clock = Date.now()
  })
  const kinds = async (name: string) => (await timeline('secretary', name)).map(({ reason }) => reason)

  it('[D-60] [D-61] keeps what was written, once nobody writes for five minutes, with who wrote it', async () => {
    const node = pauses()
    const before = (await timeline('secretary', FACTS)).length
    await write(FACTS, 'discipline1', '二〇二〇年减免租金')
    await write(FACTS, 'organization1', '二〇二〇年减免租金十二户')
    node.written(FACTS)
    clock += 4 * MINUTE
    await node.look()
    expect(await timeline('secretary', FACTS)).toHaveLength(before)
    clock += PAUSE - 4 * MINUTE
    await node.look()
    const kept = await last(FACTS)
    expect(kept).toMatchObject({ reason: 'pause', by: 'organization1' })
    expect(kept.authors.slice(0, 2)).toEqual(['organization1', 'discipline1'])
    const { content: words } = must(await documents().version(demoActor('secretary'), kept.id))
    expect(words).toBe(await now(FACTS))
  })

  it('[D-60] keeps nothing twice, and nothing where nothing changed', async () => {
    const [node, other] = [pauses(), pauses()]
    await write(FACTS, 'discipline1', '二〇二〇年减免租金十三户')
    for (const one of [node, other]) one.written(FACTS)
    clock += PAUSE
    const before = (await timeline('secretary', FACTS)).length
    await Promise.all([node.look(), other.look()])
    expect(await timeline('secretary', FACTS)).toHaveLength(before + 1)
    node.written(FACTS)
    clock += PAUSE
    await node.look()
    expect(await timeline('secretary', FACTS)).toHaveLength(before + 1)
  })

  it('[D-60] is none while somebody goes on at another node, but half an hour is enough', async () => {
    const node = pauses()
    node.written(FACTS)
    const before = (await timeline('secretary', FACTS)).length
    await write(FACTS, 'discipline1', '写个不停')
    // Five minutes here; there the last letter came a minute ago.
    clock += PAUSE
    await database.client.documentUpdate.updateMany({
      where: { name: FACTS },
      data: { at: new Date(clock - MINUTE).toISOString() },
    })
    await node.look()
    expect(await timeline('secretary', FACTS)).toHaveLength(before)
    for (let minutes = 0; minutes < 26; minutes += 2) {
      clock += 2 * MINUTE
      node.written(FACTS)
      await node.look()
    }
    expect(await timeline('secretary', FACTS)).toHaveLength(before + 1)
  })

  it('[D-60] finds what was folded while no process remembered it', async () => {
    const name = `case/${RENT}/draft-decision`
    await write(name, 'secretary', '拟办意见')
    await database.client.documentWriter.create({
      data: { name, personId: 'secretary', lastSeq: 1, at: new Date(clock).toISOString() },
    })
    clock += PAUSE
    await pauses().catchUp()
    expect(await kinds(name)).toContain('pause')
  })

  it('[D-60] keeps versions of the texts of dossiers alone, and goes on after a failure', async () => {
    const errors: unknown[] = []
    const node = pauses((error) => errors.push(error))
    node.written('minutes/none/text')
    node.written('case/none/facts')
    await write(FACTS, 'discipline1', '失败以后')
    node.written(FACTS)
    clock += PAUSE
    const before = (await timeline('secretary', FACTS)).length
    await node.look()
    expect(errors).toEqual([])
    expect(await timeline('secretary', FACTS)).toHaveLength(before + 1)
  })
})

describe('a version by hand', () => {
  it('[D-62] is kept by whoever writes the text, under its name, once', async () => {
    await write(FACTS, 'discipline1', '征求意见的文字')
    const keep = (who: string, label: string) => documents().keepVersion(demoActor(who), FACTS, label)
    const { id } = must(await keep('discipline1', '征求意见稿'))
    expect(await last(FACTS)).toMatchObject({ id, reason: 'named', label: '征求意见稿', by: 'discipline1' })
    expect(must(await keep('discipline1', '征求意见稿')).id).toBe(id)
    expect(refused(await keep('leader', '看一眼'))).toBe('document/read-only')
    expect(refused(await keep('applicant', '看一眼'))).toBe('access/not-found')
    expect(
      refused(await documents().keepVersion(demoActor('secretary'), 'minutes/none/text', '稿')),
    ).not.toBe('done')
  })

  it('[D-62] is not kept so often that it fills the disk', async () => {
    const name = `case/${RENT}/condition-matrix`
    await write(name, 'secretary', '条件对照')
    const answers: string[] = []
    for (let n = 0; n < 22; n++)
      answers.push(refused(await documents().keepVersion(demoActor('secretary'), name, `第${String(n)}稿`)))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(20)
    expect(answers.at(-1)).toBe('input/too-often')
  })
})

describe('a name given afterwards', () => {
  const at = (who: string, id: string, label: string) => documents().nameVersion(demoActor(who), id, label)
  const names = async (id: string) =>
    (await timeline('secretary', FACTS))
      .find((version) => version.id === id)
      ?.names.map(({ label, personId }) => [label, personId])

  it('[D-58] stands with a version kept at a pause, and the next one takes it from nobody', async () => {
    await write(FACTS, 'discipline1', '停笔时的文字')
    const id = 'kept-at-a-pause'
    const { content: text, upTo } = await demo.app.documents.read(FACTS)
    await createVersionStore(database).keep({
      ...{ id, name: FACTS, reason: 'pause', label: '', at: new Date().toISOString(), upTo },
      ...{ personId: 'discipline1', content: text, hash: 'of the words', state: new Uint8Array() },
    })
    const before = must(await documents().version(demoActor('secretary'), id))
    expect(before.names).toEqual([])
    expect(must(await at('discipline1', id, '会前稿'))).toEqual({ id })
    expect(must(await at('discipline1', id, '会前稿'))).toEqual({ id })
    expect(await names(id)).toEqual([['会前稿', 'discipline1']])
    expect(must(await at('organization1', id, '送审稿'))).toEqual({ id })
    expect(await names(id)).toEqual([
      ['会前稿', 'discipline1'],
      ['送审稿', 'organization1'],
    ])
    const { people } = must(await documents().versions(demoActor('leader'), FACTS))
    expect(people['organization1']).toBe('孙丽')
    // The version itself is as it was kept.
    expect(must(await documents().version(demoActor('secretary'), id))).toMatchObject({
      ...before,
      names: [{ label: '会前稿' }, { label: '送审稿' }],
    })
    expect(await database.client.accessEntry.count({ where: { action: 'version/named', detail: id } })).toBe(
      2,
    )
  })

  it('[D-58] comes behind the one that a version was kept under', async () => {
    const { id } = must(await documents().keepVersion(demoActor('discipline1'), FACTS, '一稿'))
    must(await at('discipline1', id, '定稿'))
    expect(await names(id)).toEqual([
      ['一稿', 'discipline1'],
      ['定稿', 'discipline1'],
    ])
    // It bears that name already.
    expect(must(await documents().keepVersion(demoActor('discipline1'), FACTS, '定稿')).id).toBe(id)
  })

  it('[D-58] [D-62] is given by whoever writes the text and sees the version, not without end', async () => {
    const { id } = await last(FACTS)
    expect(refused(await at('leader', id, '看一眼'))).toBe('document/read-only')
    for (const who of ['applicant', 'sysadmin'])
      expect([who, refused(await at(who, id, '看一眼'))]).toEqual([who, 'access/not-found'])
    expect(refused(await at('discipline1', 'no-such-version', '稿'))).toBe('access/not-found')
    const statement = `case/${RENT}/applicant-statement`
    const pinned = (await timeline('secretary', statement)).find(({ reason }) => reason === 'pinned')
    expect(refused(await at('applicant', pinned?.id ?? '', '稿'))).toBe('access/not-found')
    const answers: string[] = []
    for (let n = 0; n < 22; n++) answers.push(refused(await at('discipline1', id, `第${String(n)}稿`)))
    expect(answers).toContain('done')
    expect(answers.at(-1)).toBe('input/too-often')
    await database.client.documentVersionName.deleteMany()
  })
})

describe('bringing a version back', () => {
  it('[D-63] is an edit by who does it, keeps what stood before, and says what came back', async () => {
    await write(FACTS, 'discipline1', '第一稿', '两段')
    const { id } = must(await documents().keepVersion(demoActor('discipline1'), FACTS, '第一稿'))
    const first = await now(FACTS)
    await write(FACTS, 'organization1', '第二稿改坏了')
    const spoiled = await now(FACTS)
    const made = must(await documents().restoreVersion(demoActor('political1'), id))
    expect(await now(FACTS)).toBe(first)
    const [before, restored] = (await timeline('secretary', FACTS)).slice(-2)
    expect(before).toMatchObject({ reason: 'pause', by: 'organization1', authors: ['organization1'] })
    expect(must(await documents().version(demoActor('secretary'), before?.id ?? '')).content).toBe(spoiled)
    expect(restored).toMatchObject({
      ...made,
      reason: 'restored',
      label: id,
      by: 'political1',
      authors: ['political1'],
    })
  })

  it('[D-63] does nothing where the text says the same', async () => {
    const { id } = await last(FACTS)
    const before = await timeline('secretary', FACTS)
    expect(must(await documents().restoreVersion(demoActor('secretary'), id)).id).toBe(id)
    expect(await timeline('secretary', FACTS)).toEqual(before)
  })

  it('[D-63] is for writers alone, and never for a text that was submitted', async () => {
    const name = `case/${RENT}/verification-report`
    await write(name, 'secretary', '核实报告')
    const { id } = must(await documents().keepVersion(demoActor('secretary'), name, '初稿'))
    await write(name, 'secretary', '核实报告二稿')
    for (const [who, answer] of [
      ['leader', 'document/read-only'],
      ['applicant', 'access/not-found'],
      ['sysadmin', 'access/not-found'],
    ] as const)
      expect([who, refused(await documents().restoreVersion(demoActor(who), id))]).toEqual([who, answer])
    const submitting = demo.app.services.cases.execute(demoActor('secretary'), RENT, 'submit-report', {
      type: 'submit-document',
      part: 'verification-report',
    })
    const restoring = documents().restoreVersion(demoActor('discipline1'), id)
    await Promise.all([submitting, restoring])
    const { hash } = (await timeline('secretary', name)).find(({ reason }) => reason === 'submitted') ?? {}
    const kept = must(
      await documents().version(
        demoActor('secretary'),
        (await timeline('secretary', name)).find((one) => one.hash === hash)?.id ?? '',
      ),
    )
    // Whichever was first: what stands is what was submitted.
    expect(await now(name)).toBe(kept.content)
    expect(refused(await documents().restoreVersion(demoActor('discipline1'), id))).toBe('document/read-only')
  })
})

describe('who sees which versions', () => {
  const ids = async (who: string, name: string) => {
    const answer = await documents().versions(demoActor(who), name)
    return isRefusal(answer) ? answer.refused : answer.versions.map(({ reason }) => reason)
  }

  it('[D-64] how an opinion was written stays with its body, also when it is submitted and withdrawn again', async () => {
    await write(OPINION, 'discipline1', '内部初稿：倾向从重')
    const { id } = must(await documents().keepVersion(demoActor('discipline1'), OPINION, '内部初稿'))
    await write(OPINION, 'discipline1', '本机关认为可以容错')
    const opened = async (who: string, version: string) =>
      refused(await documents().version(demoActor(who), version))
    for (const who of ['organization1', 'secretary', 'leader', 'applicant']) {
      expect([who, await ids(who, OPINION)]).toEqual([who, 'access/not-found'])
      expect([who, await opened(who, id)]).toEqual([who, 'access/not-found'])
    }
    const { state } = must(await demo.app.services.cases.view(demoActor('discipline1'), RENT))
    const stands = Object.fromEntries(state.subjects.map((subject) => [subject.id, 'MITIGATED' as const]))
    const execute = (command: Parameters<typeof demo.app.services.cases.execute>[3], key: string) =>
      demo.app.services.cases.execute(demoActor('discipline1'), RENT, key, command)
    must(await execute({ type: 'submit-opinion', stands, clauses: [] }, 'submit-opinion-1'))
    expect(await ids('organization1', OPINION)).toEqual(['submitted'])
    expect(await opened('organization1', id)).toBe('access/not-found')
    expect(await ids('discipline2', OPINION)).toEqual(['named', 'submitted'])
    const submitted = (await timeline('discipline2', OPINION)).at(-1)?.id ?? ''
    must(await execute({ type: 'withdraw-opinion', reason: '补充' }, 'withdraw-opinion-1'))
    expect(await opened('organization1', submitted)).toBe('access/not-found')
    must(await execute({ type: 'submit-opinion', stands, clauses: [] }, 'submit-opinion-2'))
    expect(await ids('organization1', OPINION)).toEqual(['submitted'])
    expect(await opened('organization1', submitted)).toBe('access/not-found')
    expect(await ids('discipline2', OPINION)).toEqual(['named', 'submitted', 'submitted'])
    expect(await opened('organization1', 'no-such-version')).toBe('access/not-found')
  })

  it('[D-64] an applicant is told of no meeting by the versions of his statement', async () => {
    const statement = `case/${RENT}/applicant-statement`
    expect(await ids('secretary', statement)).toContain('pinned')
    expect(await ids('applicant', statement)).not.toContain('pinned')
    const pinned = (await timeline('secretary', statement)).find(({ reason }) => reason === 'pinned')
    expect(refused(await documents().version(demoActor('applicant'), pinned?.id ?? ''))).toBe(
      'access/not-found',
    )
  })
})
