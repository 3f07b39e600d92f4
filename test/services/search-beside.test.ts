import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { hands, must, newCommand } from '../access/scene.ts'
import { demoActor } from '../support/actors.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import { ServedHearing } from '../support/hearing-by-services.ts'
import { everybody, PATIENT, RENT, searchedDemo } from '../support/searched-demo.ts'

/** What stands beside the texts: remarks, the words of files, live comments. */

const FACTS = `case/${RENT}/facts`

const { app, services, hits, finders } = searchedDemo()
const ids = async (...asked: Parameters<typeof hits>) => (await hits(...asked)).map(({ id }) => id)
const onText = async (who: string, name: string, command: RemarkCommand) =>
  must(await services().remarks.execute(demoActor(who), name, newCommand(), command))
const remark = (who: string, name: string, text: string) =>
  onText(who, name, { type: 'remark', anchor: null, text, mentions: [] })

describe('what is remarked on a text', PATIENT, () => {
  it('[Z-20] is found with its answers by exactly who reads it, and marked once it is resolved', async () => {
    await remark('discipline1', FACTS, '请核对子鼠丑牛')
    await onText('organization1', FACTS, { type: 'reply', number: 1, text: '已核对寅虎卯兔', mentions: [] })
    await app().searchSettled()
    const readers: string[] = []
    for (const who of everybody)
      if (await services().remarks.mayRead(demoActor(who), FACTS, 1)) readers.push(who)
    expect(readers).toContain('secretary')
    expect(readers).not.toContain('applicant')
    expect(await finders('子鼠丑牛')).toEqual(readers)
    const id = `remarks/${FACTS}/1`
    const [hit] = await hits('organization1', '寅虎')
    expect(hit).toMatchObject({ id, kind: 'remark', state: 'open', page: null })
    expect(hit?.context).toContain('容错〔')
    await onText('discipline1', FACTS, { type: 'resolve', number: 1 })
    expect((await hits('organization1', '寅虎'))[0]?.state).toBe('resolved')
    await app().searchSettled()
    expect(await ids('secretary', '寅虎', { kind: 'remark', state: 'resolved' })).toEqual([id])
    expect(await ids('secretary', '寅虎', { kind: 'remark', state: 'open' })).toEqual([])
    expect(await ids('secretary', '寅虎', { kind: 'document' })).toEqual([])
  })

  it('[Z-20] corrected words are gone at once, whatever the index knows yet', async () => {
    await remark('discipline1', FACTS, '笔误辰龙巳蛇')
    await app().searchSettled()
    expect(await ids('secretary', '辰龙')).toEqual([`remarks/${FACTS}/2`])
    const text = '改作午马未羊'
    await onText('discipline1', FACTS, { type: 'correct', number: 2, message: 0, text, mentions: [] })
    for (const who of everybody) expect([who, await ids(who, '辰龙')]).toEqual([who, []])
    await app().searchSettled()
    expect(await ids('secretary', '午马')).toEqual([`remarks/${FACTS}/2`])
  })

  it('[Z-20] on a sealed opinion is its body’s, and stays so when the opinion is submitted', async () => {
    const opinion = `case/${RENT}/opinion-discipline`
    await hands(app()).write(opinion, '本机关意见', 'discipline1')
    await remark('discipline1', opinion, '内部申猴酉鸡')
    await app().searchSettled()
    const own: string[] = []
    for (const who of everybody)
      if (!isRefusal(await services().documents.access(demoActor(who), opinion))) own.push(who)
    expect(own).toContain('discipline1')
    expect(own).not.toContain('secretary')
    expect(await finders('申猴酉鸡')).toEqual(own)
    const { state } = must(await services().cases.view(demoActor('secretary'), RENT))
    const stands = Object.fromEntries(state.subjects.map(({ id }) => [id, 'MITIGATED' as const]))
    await hands(app()).case('discipline1', RENT, { type: 'submit-opinion', stands, clauses: [] })
    await remark('organization1', opinion, '公开戌狗亥猪')
    await app().searchSettled()
    expect(await finders('申猴酉鸡')).toEqual(own)
    expect(await ids('political1', '戌狗')).toEqual([`remarks/${opinion}/2`])
    await hands(app()).case('discipline1', RENT, { type: 'withdraw-opinion', reason: '补充' })
    expect(await ids('political1', '戌狗')).toEqual([])
  })
})

describe('the words of a file', PATIENT, () => {
  const add = async (who: string, title: string, pages: readonly string[]) =>
    must(
      await services().evidence.add(demoActor(who), RENT, newCommand(), {
        ...{ title, fileName: `${title}.pdf`, stream: Readable.from([Buffer.from(chinesePdf(...pages))]) },
      }),
    ).evidenceId
  const openers = async (evidenceId: string) => {
    const found: string[] = []
    for (const who of everybody)
      if ('id' in (await services().evidence.mayOpen(demoActor(who), RENT, evidenceId))) found.push(who)
    return found
  }

  it('[Z-22] are found by exactly who may open the piece, and lead to the page', async () => {
    const piece = await add('secretary', '合同', ['首页', '次页', '乾卦坤卦屯卦'])
    await app().searchSettled()
    const [hit] = await hits('secretary', '坤卦')
    expect(hit).toMatchObject({ id: `case/${RENT}/evidence/${piece}/text`, kind: 'evidence', page: 3 })
    expect(hit?.title.text).toBe('合同')
    expect(hit?.passage?.text).toContain('乾卦坤卦')
    expect(await openers(piece)).not.toContain('applicant')
    expect(await finders('乾卦坤卦')).toEqual(await openers(piece))
    const own = await add('applicant', '自述', ['蒙卦需卦'])
    await app().searchSettled()
    expect(await finders('蒙卦需卦')).toEqual(await openers(own))
    expect(await openers(own)).toContain('applicant')
  })

  it('[Z-22] are gone at once for whoever is shut out of a piece, and for all when it is withdrawn', async () => {
    const piece = await add('secretary', '笔录', ['讼卦师卦比卦'])
    await app().searchSettled()
    expect(await ids('political1', '讼卦师卦')).toHaveLength(1)
    await hands(app()).case('secretary', RENT, {
      ...{ type: 'describe-evidence', evidenceId: piece, title: '笔录', reason: '涉密' },
      register: { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['discipline'] },
    })
    const circle = await openers(piece)
    expect(circle).not.toContain('political1')
    expect(await finders('讼卦师卦')).toEqual(circle)
    await app().searchSettled()
    expect(await finders('讼卦师卦')).toEqual(circle)
    await hands(app()).case('secretary', RENT, {
      ...{ type: 'withdraw-evidence', evidenceId: piece, reason: '撤回' },
    })
    expect(await finders('讼卦师卦')).toEqual([])
    await app().searchSettled()
    expect(await finders('讼卦师卦')).toEqual([])
  })

  it('[Z-24] of a restricted piece are told by their page and not quoted', async () => {
    const piece = await add('secretary', '线索', ['小畜', '履卦泰卦'])
    await hands(app()).case('secretary', RENT, {
      ...{ type: 'describe-evidence', evidenceId: piece, title: '线索', reason: '涉密' },
      register: { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['discipline'] },
    })
    await app().searchSettled()
    expect(await hits('discipline1', '履卦')).toMatchObject([{ page: 2, passage: null }])
  })

  it('[Z-22] are read once for each content', async () => {
    const pages = ['否卦同人', '大有谦卦']
    const [one, other] = [await add('secretary', '甲本', pages), await add('secretary', '乙本', pages)]
    await app().searchSettled()
    expect((await ids('secretary', '否卦同人')).sort()).toEqual(
      [one, other].map((id) => `case/${RENT}/evidence/${id}/text`).sort(),
    )
  })
})

describe('a live comment', PATIENT, () => {
  it('[Z-21] is found as each may see it: until it is shown by its author and the queue alone', async () => {
    const hearing = new ServedHearing(app())
    await hearing.register()
    await hearing.order()
    await hearing.open(await hearing.submit('verification-report'))
    for (let step = 0; step < 3; step++) await hearing.next()
    const { comments } = services()
    const give = async (who: string, command: CommentCommand) =>
      must(await comments.execute(demoActor(who), hearing.hearingId, newCommand(), command))
    const about = { issueId: null, evidenceId: null, paragraph: null }
    for (const text of ['东方青龙', '西方白虎', '南方朱雀'])
      await give('applicant', { type: 'comment', text, ...about })
    const seen = must(await comments.view(demoActor('recorder'), hearing.hearingId)).comments
    const [shown = '', held = '', struck = ''] = seen.map(({ id }) => id)
    await app().searchSettled()
    const queue = ['applicant', 'hearing-chair', 'recorder']
    const inOrder = (names: readonly string[]) => everybody.filter((who) => names.includes(who))
    expect(await finders('东方青龙')).toEqual(inOrder(queue))
    await give('recorder', { type: 'answer', commentId: shown, text: '答复北方玄武' })
    await give('recorder', { type: 'hold', commentId: held, reason: '无关麒麟' })
    await give('recorder', { type: 'strike', commentId: struck, reason: '无礼麒麟' })
    await app().searchSettled()
    const readers: string[] = []
    for (const who of everybody)
      if ('comments' in (await comments.view(demoActor(who), hearing.hearingId))) readers.push(who)
    expect(readers).toContain('third-party')
    expect(readers).not.toContain('witness')
    expect(await finders('东方青龙')).toEqual(readers)
    expect(await finders('北方玄武')).toEqual(readers)
    expect(await finders('西方白虎')).toEqual(inOrder(queue))
    expect(await finders('南方朱雀')).toEqual(inOrder(queue))
    expect(await finders('麒麟')).toEqual([])
    expect(await hits('third-party', '青龙')).toMatchObject([
      { id: `hearing/${hearing.hearingId}/comment/${shown}`, kind: 'comment', state: 'answered' },
    ])
    // What was shown and is struck is gone at once.
    await give('recorder', { type: 'strike', commentId: shown, reason: '重复' })
    expect(await finders('东方青龙')).toEqual(inOrder(queue))
    // What the tribunal says among itself is nobody's to find.
    for (let phase = 0; phase < 4; phase++) await hearing.next()
    await hearing.act('hearing-member1', { type: 'give-opinion', stand: 'tolerate', reason: '合议之言凤凰' })
    await hearing.act('recorder', { type: 'write-passage', personId: 'hearing-chair', text: '合议之言凤凰' })
    await app().searchSettled()
    expect(await finders('合议之言')).toEqual([])
  })
})
