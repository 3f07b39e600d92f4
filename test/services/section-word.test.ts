import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as Y from 'yjs'
import { SectionOnPaper } from '#app/components/writing/section-on-paper.tsx'
import { wordsOfPaper } from '#app/http/words-of-paper.ts'
import { wordPaper } from '#app/http/word-paper.ts'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { revisedText } from '#server/realtime/documents/revised.ts'
import { writeWord } from '#server/word-files/write.ts'
import { demoActor } from '../support/actors.ts'
import { dossierDemo, FACTS, must, newCommand, OPINION, p, RENT } from '../support/dossier-demo.ts'
import { p as written, paperOf } from '../word-files/papers.ts'

const { app, services, write, remarks, suggest } = dossierDemo()

const exported = (who: string, name: string) => services().documents.paper(demoActor(who), name, 'exported')
/** All that a file of this person would hold, as one text. */
async function fileOf(who: string, name: string): Promise<string> {
  const section = await exported(who, name)
  if (isRefusal(section)) return section.refused
  const view = must(await services().cases.view(demoActor(who), RENT))
  return JSON.stringify(await wordPaper(name.split('/')[2] ?? '', section, view))
}
const marksIn = (file: string) =>
  [...file.matchAll(/\{"type":"(insertion|deletion)","attrs":\{([^}]*)\}/g)].map(([, kind, attrs]) => [
    kind,
    /"by":"([^"]*)"/.exec(attrs ?? '')?.[1],
  ])

describe('a section that leaves as a Word file', () => {
  it("[D-100] [D-94] is who reads it's alone, an opinion its body's, and each stands in the record of access", async () => {
    await write(OPINION, p('本机关认为可以容错'))
    for (const who of ['organization1', 'secretary', 'leader', 'applicant', 'sysadmin'])
      expect([who, await fileOf(who, OPINION)]).toEqual([who, 'access/not-found'])
    expect(await fileOf('applicant', FACTS)).toBe('access/not-found')
    const own = await fileOf('discipline1', OPINION)
    expect(own).toContain('本机关认为可以容错')
    // Name, unit and time of who takes it out.
    expect(own).toMatch(/演示市纪委监委 王建国 \d{4}年\d+月\d+日 \d{2}:\d{2} 输出/)
    const audit = must(
      await services().people.audit(demoActor('auditor'), { part: 'content', personId: null, page: 1 }),
    )
    const lines = audit.rows.filter(({ action }) => action === 'document/exported')
    expect(lines.map(({ personId, subject }) => [personId, subject])).toEqual([['discipline1', OPINION]])
  })

  it('[D-102] [D-55] holds the suggestions that wait as revisions of who made them; the text itself is as it was', async () => {
    await write(FACTS, p('金松投资集团擅自少减免租金。'))
    await suggest('leader', FACTS, ['擅自', '违规'])
    const leader = demoActor('leader').name
    expect(marksIn(await fileOf('discipline1', FACTS))).toEqual([
      ['deletion', leader],
      ['insertion', leader],
    ])
    const printed = must(await services().documents.paper(demoActor('discipline1'), FACTS, 'printed'))
    expect(marksIn(printed.content)).toEqual([
      ['deletion', leader],
      ['insertion', leader],
    ])
    const words = await wordsOfPaper('facts', printed)
    expect(words.revised).toMatch(/^文中有 1 处修订待处理/)
    const page = renderToStaticMarkup(createElement(SectionOnPaper, { content: printed.content, words }))
    expect(page).toMatch(new RegExp(`<del[^>]*>擅自</del><small>〔${leader} [^<]*〕</small>`))
    expect(page).toMatch(new RegExp(`<ins[^>]*>违规</ins><small>〔${leader} [^<]*〕</small>`))
    const { content } = await app().documents.read(FACTS)
    expect(content).toContain('金松投资集团擅自少减免租金。')
    const [waiting] = must(await services().remarks.changes(demoActor('discipline1'), FACTS, 0)).remarks
    must(await remarks('discipline1', FACTS, { type: 'refuse', numbers: [waiting?.number ?? 0] }))
    expect(marksIn(await fileOf('discipline1', FACTS))).toEqual([])
    const settled = must(await services().documents.paper(demoActor('discipline1'), FACTS, 'printed'))
    expect((await wordsOfPaper('facts', settled)).revised).toBe('')
  })

  it('[D-102] [D-43] what was suggested on a sealed opinion does not leave with it for others', async () => {
    await write(OPINION, p('本机关认为应当追责'))
    await suggest('discipline2', OPINION, ['应当追责', '可以容错'])
    expect(marksIn(await fileOf('discipline1', OPINION)).length).toBe(2)
    for (const who of ['organization1', 'secretary', 'leader'])
      expect([who, await fileOf(who, OPINION)]).toEqual([who, 'access/not-found'])
  })

  it("[D-102] a writer who puts a mark of revision in another's name into the text revises nothing in the file", async () => {
    const forged = { type: 'text', text: '伪造', marks: [{ type: 'bold' }] }
    await write(FACTS, p('前', forged))
    const { state } = await app().documents.read(FACTS)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, state)
    const run = (copy.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText
    run.format(1, 2, { insertion: { by: '刘书记', at: '2026-01-01T00:00:00Z' } })
    expect(revisedText(Y.encodeStateAsUpdate(copy), [])).not.toContain('刘书记')
    expect(revisedText(Y.encodeStateAsUpdate(copy), [])).toContain('bold')
  })

  it('[D-107] what no editor shows, written past it, is on no paper', async () => {
    await write(FACTS, '正文')
    const { state } = await app().documents.read(FACTS)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, state)
    for (const name of ['constructor', 'secretNote']) {
      const hidden = new Y.XmlElement(name)
      const block = new Y.XmlElement('paragraph')
      block.insert(0, [new Y.XmlText('藏在文中')])
      hidden.insert(0, [block])
      copy.getXmlFragment('default').push([hidden])
    }
    const { content } = JSON.parse(revisedText(Y.encodeStateAsUpdate(copy), [])) as { content: object[] }
    expect(content).toEqual([p('正文')])
  })

  it('[D-101] [E-03] says of blocks what its reader may see: a restricted piece is none of its words for who is outside the circle', async () => {
    const evidenceId = 'restricted-piece'
    must(
      await services().evidence.add(demoActor('secretary'), RENT, newCommand(), {
        ...{ id: evidenceId, title: '举报人笔录', fileName: '笔录.txt', stream: Readable.from(['内容']) },
        register: { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['discipline'] },
      }),
    )
    must(
      await services().cases.execute(demoActor('discipline1'), RENT, newCommand(), {
        ...{ type: 'record-finding', criterion: 'look-nature', side: 'tolerable', reason: '为公办事' },
        evidenceIds: [evidenceId],
      }),
    )
    await write(
      FACTS,
      p('见', { type: 'evidenceRef', attrs: { evidenceId, page: 3 } }, '，由', {
        ...{ type: 'personRef', attrs: { kind: 'subject', personId: 'deng' } },
      }),
      { type: 'finding', attrs: { criterion: 'look-nature' } },
      {
        type: 'lossTable',
        content: [
          {
            ...{ type: 'lossRow', attrs: { loss: 120_000, recovered: 20_000 } },
            content: [{ type: 'text', text: '少收租金' }],
          },
        ],
      },
    )
    const inside = await fileOf('discipline1', FACTS)
    expect(inside).toMatch(/证据\d+《举报人笔录》第3页/)
    for (const words of ['为公办事', '少收租金', '1,200.00', '1,000.00', '邓某'])
      expect(inside).toContain(words)
    const outside = await fileOf('organization1', FACTS)
    expect(outside).toContain('〔证据〕')
    expect(outside).toContain('为公办事')
    expect(outside).not.toContain('举报人笔录')
    for (const file of [inside, outside])
      expect(file).not.toMatch(/evidenceRef|personRef|lossTable|"finding"|restricted-piece/)
  })
})

describe('a piece of evidence that is a Word file', () => {
  it('[D-106] [E-17] gives its words to be shown and each opening stands in the record; its bytes leave with a reason alone', async () => {
    const add = async (id: string, fileName: string, content: Uint8Array) =>
      must(
        await services().evidence.add(demoActor('secretary'), RENT, newCommand(), {
          ...{ id, title: fileName, fileName, stream: Readable.from([content]) },
        }),
      )
    await add('word-piece', '说明.docx', await writeWord(paperOf(written('原件的话'))))
    await add('plain-piece', '说明.txt', Buffer.from('纯文本'))
    const open = (
      who: string,
      id: string,
      why: Parameters<ReturnType<typeof services>['evidence']['open']>[3],
    ) => services().evidence.open(demoActor(who), RENT, id, why)
    const piece = must(await open('organization1', 'word-piece', { as: 'words' }))
    const chunks: Buffer[] = []
    for await (const chunk of must(await piece.read())) chunks.push(chunk as Buffer)
    expect(must(await services().wordFiles.read(Buffer.concat(chunks))).html).toBe('<p>原件的话</p>')
    const audit = must(
      await services().people.audit(demoActor('auditor'), {
        ...{ part: 'content', personId: 'organization1', page: 1 },
      }),
    )
    expect(audit.rows[0]).toMatchObject({ action: 'evidence/opened', subject: `case/${RENT}` })
    expect(audit.rows[0]?.detail).toMatch(/^word-piece /)
    const refused = { refused: 'evidence/reason-needed' }
    expect(await open('organization1', 'word-piece', { as: 'shown', goesOn: false })).toEqual(refused)
    expect(await open('organization1', 'plain-piece', { as: 'words' })).toEqual(refused)
    expect(await open('applicant', 'word-piece', { as: 'words' })).toEqual({ refused: 'access/denied' })
  })
})
