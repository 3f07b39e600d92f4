import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { refuse } from '#domain/record/refusal.ts'
import type { Amendment } from '#domain/remarks/types.ts'
import type { DocumentMode } from '#protocol/messages.ts'
import { RawSocket } from './support/raw-socket.ts'
import { openSite, pause, until } from './support/site.ts'

const NAME = 'case/c1/facts'
const paragraph = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})
const actor = (personId: string) => ({ personId, name: personId, bodyId: null, bodyName: null, roles: [] })

/** wang writes the text, li reads it and proposes. */
async function two() {
  const site = await openSite()
  const may = (who: string, mode: DocumentMode) => site.services.access_.set(`${who} ${NAME}`, mode)
  may('wang', 'write')
  may('li', 'read')
  await site.realtime.documents.replaceText(NAME, paragraph('甲方垫付三万元。'), 'wang')
  const come = async (who: string) => {
    const socket = await new RawSocket(site.url, site.services.signIn(who)).connected()
    const opened = await socket.openDocument(NAME)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(opened.update))
    return { socket, doc, id: opened.id }
  }
  const text = async () => (await site.realtime.documents.read(NAME)).text
  return { site, may, text, wang: await come('wang'), li: await come('li') }
}

const letters = (doc: Y.Doc) => (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText

function amendment(doc: Y.Doc, from: number, to: number, text: string): Amendment {
  const run = letters(doc)
  const place = (at: number, side: number) =>
    Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(run, at, side))).toString(
      'base64',
    )
  return { start: place(from, 0), end: place(to, -1), before: String(run).slice(from, to), text }
}

describe('whoever proposes and does not write', () => {
  it('[D-56] changes nothing of the shared text: not with marks of an insertion, not by deleting, not as another', async () => {
    const { site, text, wang, li } = await two()
    const forged: Record<string, (run: Y.XmlText) => void> = {
      'an insertion that calls itself a suggestion': (run) =>
        run.insert(2, '（伪造）', { insertion: { id: '1', by: 'li' } }),
      'one in the name of who writes': (run) => run.insert(2, '（冒名）', { insertion: { by: 'wang' } }),
      'a mark of deletion': (run) => run.format(0, 2, { deletion: { by: 'li' } }),
      'a deletion': (run) => run.delete(0, 2),
    }
    for (const [what, change] of Object.entries(forged)) {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(li.doc))
      const before = Y.encodeStateVector(copy)
      change(letters(copy))
      const answer = await li.socket.ask('document/update', {
        id: li.id,
        update: Y.encodeStateAsUpdate(copy, before),
      })
      expect([what, answer]).toMatchObject([what, { ok: false, refusal: { refused: 'document/read-only' } }])
    }
    // Nor under the letters of who writes.
    const stolen = new Y.Doc()
    Y.applyUpdate(stolen, Y.encodeStateAsUpdate(wang.doc))
    stolen.clientID = [...Y.decodeStateVector(Y.encodeStateVector(wang.doc)).keys()][0] ?? 0
    letters(stolen).insert(0, '（窃用）')
    expect(
      await li.socket.ask('document/update', { id: li.id, update: Y.encodeStateAsUpdate(stolen) }),
    ).toMatchObject({ ok: false, refusal: { refused: 'document/read-only' } })
    expect(await text()).toBe('甲方垫付三万元。')
    await pause(50)
    expect(wang.socket.of('document/update')).toEqual([])
    expect(site.store).toBeDefined()
  })

  it('[D-52] [D-56] forges no author, no outcome and no place by commands', async () => {
    const { site, li, wang } = await two()
    let sent = 0
    const command = (socket: RawSocket, words: object) =>
      socket.ask('room/command', {
        ...{ stream: `remarks/${NAME}`, commandId: `forger-${String((sent += 1)).padStart(6, '0')}` },
        command: words,
      })
    const change = {
      anchor: { start: 'AAAA', end: 'BBBB', before: '', after: '', words: '别的话' },
      ...{ before: '三万元', text: '四万元' },
    }
    const forged = {
      authorName: 'wang',
      resolved: { by: 'wang', outcome: 'accepted' },
      number: 7,
      sealed: false,
    }
    expect(
      await command(li.socket, { type: 'suggest', changes: [{ ...change, ...forged }], note: '', ...forged }),
    ).toMatchObject({ ok: true })
    const [remark] = site.services.remarks.state(NAME).remarks
    expect(remark).toMatchObject({
      ...{ number: 1, resolved: null, anchor: { words: '三万元' } },
      messages: [{ authorId: 'li', authorName: 'li的名字' }],
    })
    for (const type of ['accept', 'refuse'])
      expect(await command(li.socket, { type, numbers: [1] })).toMatchObject({
        refusal: { refused: 'document/read-only' },
      })
    expect(await command(wang.socket, { type: 'withdraw', numbers: [1] })).toMatchObject({
      refusal: { refused: 'remark/not-yours' },
    })
    expect(await command(wang.socket, { type: 'refuse', numbers: [1] })).toMatchObject({ ok: true })
    expect(site.services.remarks.state(NAME).remarks[0]?.resolved).toMatchObject({
      by: 'wang',
      outcome: 'refused',
    })
  })
})

describe('what is accepted', () => {
  it('[D-53] reaches all who read, and is stored as a change of who accepted it', async () => {
    const { site, text, wang, li } = await two()
    const { documents } = site.realtime
    const change = amendment(li.doc, 4, 5, '四')
    expect(await documents.amend(NAME, actor('li'), [change])).toMatchObject({
      refused: 'document/read-only',
    })
    expect(await text()).toBe('甲方垫付三万元。')
    expect(await documents.amend(NAME, actor('wang'), [change])).toEqual([true])
    expect(await text()).toBe('甲方垫付四万元。')
    for (const { socket, doc } of [wang, li]) {
      await until('told', () => socket.of('document/update').length === 1)
      Y.applyUpdate(doc, new Uint8Array(socket.of('document/update')[0]?.['update'] as Uint8Array))
      expect(String(letters(doc))).toBe('甲方垫付四万元。')
    }
    expect(await documents.amend(NAME, actor('wang'), [change])).toEqual([false])
    expect(await text()).toBe('甲方垫付四万元。')
  })

  it('[D-51] [D-53] never enters a text that is being frozen: it waits, and is refused when writing is over', async () => {
    const { site, may, text, li } = await two()
    const { documents } = site.realtime
    const change = amendment(li.doc, 4, 5, '四')
    let accepting: ReturnType<typeof documents.amend> | undefined
    const frozen = await documents.freeze(NAME, async (seen) => {
      accepting = documents.amend(NAME, actor('wang'), [change])
      await pause(30)
      may('wang', 'read')
      return seen.text
    })
    expect(await accepting).toEqual(refuse('document/read-only'))
    expect(await text()).toBe(frozen)
    // And one that came to nothing lets it in.
    may('wang', 'write')
    await documents
      .freeze(NAME, async () => {
        accepting = documents.amend(NAME, actor('wang'), [change])
        await pause(30)
        throw new Error('refused')
      })
      .catch(() => undefined)
    expect(await accepting).toEqual([true])
    expect(await text()).toBe('甲方垫付四万元。')
  })
})
