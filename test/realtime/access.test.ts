import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { refuse } from '#domain/record/refusal.ts'
import { wordsOf } from './support/page.ts'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

const NAME = 'case/c1/facts'

async function socketOf(site: Site, personId: string): Promise<RawSocket> {
  return new RawSocket(site.url, site.services.signIn(personId)).connected()
}

const json = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

describe('access that changes', () => {
  it('[T-30] from the commit on, nothing of the document goes to who lost it', async () => {
    const site = await openSite()
    // Asking takes its time for one of them: what the other writes meanwhile must wait, not slip through.
    site.services.accessMs = 600
    site.services.slowAccessOf = 'li'
    const [writer, member] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await writer.openDocument(NAME)
    const opened = await member.openDocument(NAME)
    const doc = new Y.Doc()
    await writer.ask('document/update', { id, update: paragraph('从前', doc) })
    await until('before, everything comes', () => member.of('document/update').length === 1)
    site.services.access_.set(`li ${NAME}`, refuse('access/recused'))
    site.services.append('meeting/m1')
    await writer.ask('document/update', { id, update: paragraph('机密', doc) })
    writer.tell('document/presence', { id, update: new Uint8Array([1, 5, 1, 2, 123, 125]) })
    expect(member.of('document/revoked')).toEqual([])
    await until('sent away', () => member.of('document/revoked').length === 1)
    await pause(300)
    expect(member.of('document/revoked')).toEqual([
      { id: opened.id, name: NAME, refusal: { refused: 'access/recused' } },
    ])
    expect(member.of('document/update')).toHaveLength(1)
    expect(member.of('document/presence')).toEqual([])
    expect(
      (await member.ask('document/update', { id: opened.id, update: paragraph('还想写') })).refusal?.refused,
    ).toBe('document/unknown')
    expect((await member.openDocument(NAME)).refusal?.refused).toBe('access/recused')
  })

  it('[T-30] who keeps access gets what waited, in order', async () => {
    const site = await openSite()
    const [writer, member] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await writer.openDocument(NAME)
    await member.openDocument(NAME)
    site.services.accessMs = 60
    site.services.slowAccessOf = 'li'
    const [source, copy] = [new Y.Doc(), new Y.Doc()]
    for (let index = 0; index < 5; index++) {
      site.services.append('case/c1')
      await writer.ask('document/update', { id, update: paragraph(String(index), source) })
    }
    await until('all came', () => member.of('document/update').length >= 5)
    for (const { update } of member.of('document/update'))
      Y.applyUpdate(copy, new Uint8Array(update as Uint8Array))
    expect(wordsOf(copy)).toBe('0|1|2|3|4')
    expect(member.of('document/revoked')).toEqual([])
  })

  it('[T-31] access lost between the question and the answer opens nothing', async () => {
    const site = await openSite()
    site.store.loadMs = 80
    const member = await socketOf(site, 'li')
    const opening = member.openDocument(NAME)
    await pause(30)
    site.services.access_.set(`li ${NAME}`, refuse('access/recused'))
    site.services.append('meeting/m1')
    expect((await opening).refusal?.refused).toBe('access/recused')
    expect(member.frames).toEqual([])
  })

  it('[T-32] a writer who may only read from now on is sent away and comes back as a reader', async () => {
    const site = await openSite()
    const writer = await socketOf(site, 'wang')
    const { id } = await writer.openDocument(NAME)
    site.services.access_.set(`wang ${NAME}`, 'read')
    site.services.append('case/c1')
    const answer = await writer.ask('document/update', { id, update: paragraph('迟到') })
    // Depends on whether the frame or the answer about access came first.
    expect(['document/access-changed', 'document/unknown']).toContain(answer.refusal?.refused)
    expect(writer.of('document/revoked')).toEqual([
      { id, name: NAME, refusal: { refused: 'document/access-changed' } },
    ])
    expect((await writer.openDocument(NAME)).mode).toBe('read')
    expect(site.store.rows.size).toBe(0)
  })

  it('[T-33] a role that ends is noticed in every open document and room of the person', async () => {
    const site = await openSite()
    const member = await socketOf(site, 'li')
    await member.openDocument(NAME)
    await member.ask('room/join', { stream: 'case/c1' })
    site.services.access_.set(`li ${NAME}`, refuse('access/not-found'))
    site.services.stream('case/c1').cutOff.add('li')
    await site.realtime.announce.personChanged('li').here
    await until(
      'both told',
      () => member.of('document/revoked').length + member.of('room/revoked').length === 2,
    )
  })

  it('[T-34] where access cannot be asked, nothing is shown', async () => {
    const site = await openSite()
    const member = await socketOf(site, 'li')
    await member.openDocument(NAME)
    site.services.documents.access = () => Promise.reject(new Error('no database'))
    site.services.append('case/c1')
    await until('sent away', () => member.of('document/revoked').length === 1)
    expect(member.of('document/revoked')[0]?.['refusal']).toEqual({ refused: 'record/unavailable' })
  })
})

describe('freezing', () => {
  it('[T-35] nothing is acknowledged after what was frozen', async () => {
    const site = await openSite()
    const writer = await socketOf(site, 'wang')
    const { id } = await writer.openDocument(NAME)
    const doc = new Y.Doc()
    site.store.appendMs = 40
    const before = writer.ask('document/update', { id, update: paragraph('之前', doc) })
    await until('being committed', () => site.store.appends === 1)
    let during: ReturnType<RawSocket['ask']> | undefined
    const frozen = await site.realtime.documents.freeze(NAME, async (text) => {
      during = writer.ask('document/update', { id, update: paragraph('之后', doc) })
      await pause(60)
      site.services.access_.set(`wang ${NAME}`, 'read')
      return text
    })
    expect((await before).ok).toBe(true)
    expect((await during)?.refusal?.refused).toBe('document/access-changed')
    expect(frozen.text).toBe('之前')
    expect((await site.realtime.documents.read(NAME)).content).toBe(frozen.content)
  })

  it('[T-35] a freezing that came to nothing lets the waiting words in', async () => {
    const site = await openSite()
    const writer = await socketOf(site, 'wang')
    const { id } = await writer.openDocument(NAME)
    let during: ReturnType<RawSocket['ask']> | undefined
    const failing = site.realtime.documents.freeze(NAME, async () => {
      during = writer.ask('document/update', { id, update: paragraph('等着') })
      await pause(30)
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect((await during)?.ok).toBe(true)
    expect(writer.of('document/revoked')).toEqual([])
  })

  it('[T-36] the same text has the same content and hash, whoever wrote it and in however many steps', async () => {
    const site = await openSite()
    await site.realtime.documents.replaceText('case/c1/facts', json('一二三'), 'wang')
    await site.realtime.documents.replaceText('case/c2/facts', json('一'), 'li')
    await site.realtime.documents.replaceText('case/c2/facts', json('一二三'), 'wang')
    const [one, two] = await Promise.all(
      ['case/c1/facts', 'case/c2/facts'].map((name) => site.realtime.documents.read(name)),
    )
    expect(one?.content).toBe(two?.content)
    expect(one?.content).toBe(
      '{"content":[{"content":[{"text":"一二三","type":"text"}],"type":"paragraph"}],"type":"doc"}',
    )
    expect(
      createHash('sha256')
        .update(one?.content ?? '')
        .digest('hex'),
    ).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[T-36] an empty text is a paragraph without words, and says that it is empty', async () => {
    const site = await openSite()
    const empty = await site.realtime.documents.read(NAME)
    expect(empty).toMatchObject({ isEmpty: true, text: '', form: {} })
    expect(JSON.parse(empty.content)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
    await site.realtime.documents.replaceText(
      NAME,
      { type: 'doc', content: [{ type: 'recordFact', attrs: { kind: 'vote', ref: 'p1' } }] },
      'wang',
    )
    expect((await site.realtime.documents.read(NAME)).isEmpty).toBe(false)
  })

  it('[T-37] what the schema does not know is left out of the text, as editors leave it out', async () => {
    const site = await openSite()
    const writer = await socketOf(site, 'wang')
    const { id } = await writer.openDocument(NAME)
    const doc = new Y.Doc()
    await writer.ask('document/update', { id, update: paragraph('正文', doc) })
    const before = Y.encodeStateVector(doc)
    doc.getXmlFragment('default').push([new Y.XmlElement('script')])
    expect((await writer.ask('document/update', { id, update: Y.encodeStateAsUpdate(doc, before) })).ok).toBe(
      true,
    )
    const { content } = await site.realtime.documents.read(NAME)
    expect(content).not.toContain('script')
    expect(content).toContain('正文')
  })

  it('[T-38] the server’s own edit reaches all readers and is stored under the person it was made for', async () => {
    const site = await openSite()
    const reader = await socketOf(site, 'li')
    const opened = await reader.openDocument('minutes/m1/text')
    await site.realtime.documents.replaceText('minutes/m1/text', json('会议纪要'), 'secretary')
    await until('shown', () => reader.of('document/update').length === 1)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, new Uint8Array(opened.update))
    Y.applyUpdate(copy, new Uint8Array(reader.of('document/update')[0]?.['update'] as Uint8Array))
    expect(wordsOf(copy)).toBe('会议纪要')
    expect(site.store.writers.get('minutes/m1/text')).toEqual(['secretary'])
    await expect(
      site.realtime.documents.replaceText(
        'minutes/m1/text',
        { type: 'doc', content: [{ type: 'script' }] },
        'x',
      ),
    ).rejects.toThrow()
    site.store.isFailing = true
    await expect(site.realtime.documents.replaceText('minutes/m1/text', json('另一份'), 'x')).rejects.toThrow(
      'record/unavailable',
    )
  })

  it('[T-38] the form beside the text is read with it', async () => {
    const site = await openSite()
    const writer = await socketOf(site, 'wang')
    const { id } = await writer.openDocument('case/c1/opinion-discipline')
    const doc = new Y.Doc()
    doc.getMap('form').set('stands', { s1: 'EXEMPT' })
    doc.getMap('form').set('clauses', ['第三条'])
    await writer.ask('document/update', { id, update: Y.encodeStateAsUpdate(doc) })
    const { form } = await site.realtime.documents.read('case/c1/opinion-discipline')
    expect(form).toEqual({ stands: { s1: 'EXEMPT' }, clauses: ['第三条'] })
  })
})
