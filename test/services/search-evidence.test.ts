import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { UNREGISTERED, type MarkPlace } from '#domain/cases/evidence-types.ts'
import { writeWord } from '#server/word-files/write.ts'
import { hands, must, newCommand } from '../access/scene.ts'
import { demoActor } from '../support/actors.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import { gb18030 } from '../support/gb18030.ts'
import { everybody, PATIENT, RENT, searchedDemo } from '../support/searched-demo.ts'
import { p, paperOf } from '../word-files/papers.ts'

/** What stands in and on evidence besides the pages of PDFs. */

const { app, services, hits, finders } = searchedDemo()
const act = (...asked: Parameters<ReturnType<typeof hands>['case']>) => hands(app()).case(...asked)

async function openers(evidenceId: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const who of everybody)
    if ('id' in (await services().evidence.mayOpen(demoActor(who), RENT, evidenceId))) found.push(who)
  return found
}

const add = async (who: string, fileName: string, content: Uint8Array) =>
  must(
    await services().evidence.add(demoActor(who), RENT, newCommand(), {
      ...{ title: fileName.replace(/\..*/, ''), fileName, stream: Readable.from([Buffer.from(content)]) },
    }),
  ).evidenceId

const restrict = (evidenceId: string, title: string) =>
  act('secretary', RENT, {
    ...{ type: 'describe-evidence', evidenceId, title, reason: '涉密' },
    register: { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['discipline'] },
  })

const onPage = (page: number): MarkPlace => ({
  ...{ kind: 'zone', page },
  zone: { x: 100, y: 100, width: 200, height: 50 },
})
async function mark(who: string, evidenceId: string, note: string, place = onPage(1)): Promise<string> {
  await act(who, RENT, { type: 'mark-evidence', evidenceId, place, note })
  const { state } = must(await services().cases.view(demoActor(who), RENT))
  return state.evidence.find(({ id }) => id === evidenceId)?.marks.at(-1)?.id ?? ''
}

describe('the words of a Word file and of a plain text', PATIENT, () => {
  it('[Z-30] are found by exactly who may open the piece, at its words', async () => {
    const files = [
      ['说明.docx', await writeWord(paperOf(p('天干甲乙丙丁'))), '天干甲乙'],
      ['台账.txt', gb18030('地支子丑寅卯'), '地支子丑'],
      ['清单.txt', Buffer.from('五行金木水火'), '五行金木'],
    ] as const
    for (const [fileName, content, words] of files) {
      const piece = await add('secretary', fileName, content)
      await app().searchSettled()
      const [hit] = await hits('secretary', words)
      expect(hit).toMatchObject({
        ...{ id: `case/${RENT}/evidence/${piece}/text`, kind: 'evidence', page: null, mark: null },
        title: { text: fileName.replace(/\..*/, '') },
      })
      expect(hit?.passage?.text).toContain(words)
      expect(await openers(piece)).not.toContain('applicant')
      expect(await finders(words)).toEqual(await openers(piece))
    }
    const own = await add('applicant', '申辩.txt', gb18030('八卦乾坤震巽'))
    await app().searchSettled()
    expect(await finders('八卦乾坤')).toEqual(await openers(own))
    expect(await openers(own)).toContain('applicant')
  })

  it('[Z-30] are gone at once for whoever is shut out, and for all when the piece is withdrawn', async () => {
    const piece = await add('secretary', '底稿.txt', gb18030('二十八宿角亢'))
    await app().searchSettled()
    expect(await hits('political1', '角亢')).toHaveLength(1)
    await restrict(piece, '底稿')
    expect(await finders('角亢')).toEqual(await openers(piece))
    expect(await hits('discipline1', '角亢')).toMatchObject([{ passage: null }])
    await app().searchSettled()
    expect(await finders('角亢')).toEqual(await openers(piece))
    await act('secretary', RENT, { type: 'withdraw-evidence', evidenceId: piece, reason: '撤回' })
    expect(await finders('角亢')).toEqual([])
    await app().searchSettled()
    expect(await finders('角亢')).toEqual([])
  })

  it('[Z-34] stay found in the register where the piece is withdrawn, and the hit says so', async () => {
    const piece = await add('secretary', '星宿表.txt', gb18030('氐房心尾'))
    await app().searchSettled()
    expect(await hits('political1', '星宿表')).toMatchObject([{ isWithdrawn: false }])
    await act('secretary', RENT, { type: 'withdraw-evidence', evidenceId: piece, reason: '重复登记' })
    // At once, however far the index is behind.
    expect(await hits('political1', '星宿表')).toMatchObject([{ isWithdrawn: true }])
    await app().searchSettled()
    expect(await hits('political1', '重复登记')).toMatchObject([{ isWithdrawn: true }])
  })
})

describe('the note of a mark', PATIENT, () => {
  it('[Z-31] is found by exactly who may open the piece, with its number and page', async () => {
    const piece = await add('secretary', '合同', chinesePdf('首页', '次页'))
    await mark('discipline1', piece, '签名处代签')
    const id = await mark('organization1', piece, '骑缝章氐房心尾', onPage(2))
    await app().searchSettled()
    const [hit] = await hits('secretary', '氐房心尾')
    expect(hit).toMatchObject({
      ...{ id: `case/${RENT}/evidence/${piece}/mark/${id}`, kind: 'evidence', page: 2, mark: 2 },
      ...{ title: { text: '合同' }, passage: { text: '骑缝章氐房心尾' } },
    })
    expect(await openers(piece)).not.toContain('applicant')
    expect(await finders('氐房心尾')).toEqual(await openers(piece))
    const own = await add('applicant', '照片', chinesePdf('照片'))
    await mark('discipline1', own, '日期箕水豹')
    await app().searchSettled()
    expect(await openers(own)).toContain('applicant')
    expect(await finders('箕水豹')).toEqual(await openers(own))
  })

  it('[Z-31] is gone at once where its author took it back, the piece is withdrawn or somebody is shut out', async () => {
    const piece = await add('secretary', '票据', chinesePdf('票据'))
    const id = await mark('discipline1', piece, '涂改斗木獬')
    await mark('discipline1', piece, '缺页牛金牛')
    await app().searchSettled()
    for (const words of ['斗木獬', '牛金牛']) expect(await hits('political1', words)).toHaveLength(1)
    await act('discipline1', RENT, { type: 'withdraw-evidence-mark', evidenceId: piece, markId: id })
    expect(await finders('斗木獬')).toEqual([])
    await restrict(piece, '票据')
    const circle = await openers(piece)
    expect(circle).not.toContain('political1')
    for (const settle of [() => Promise.resolve(), () => app().searchSettled()]) {
      await settle()
      expect(await finders('斗木獬')).toEqual([])
      expect(await finders('牛金牛')).toEqual(circle)
      expect(await hits('discipline1', '牛金牛')).toMatchObject([{ mark: 2, passage: null }])
    }
    await act('secretary', RENT, { type: 'withdraw-evidence', evidenceId: piece, reason: '撤回' })
    for (const settle of [() => Promise.resolve(), () => app().searchSettled()]) {
      await settle()
      expect(await finders('牛金牛')).toEqual([])
    }
  })
})
