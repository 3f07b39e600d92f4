import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IndexedEntry } from '#domain/search/entry.ts'
import { tokensOfWords, wordsOf } from '#domain/search/query.ts'
import { fileMark, type SearchIndex } from '#server/services/search-ports.ts'
import { createSearchSources, openSearchIndex, searchFileOf } from '#server/store/search.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

function entry(id: string, text: string, more: Partial<IndexedEntry> = {}): IndexedEntry {
  return {
    id,
    text,
    ...{ kind: 'document', title: '', state: 'accepted', year: 2026, bodyIds: ['discipline'] },
    ...{ at: '2026-03-01T00:00:00.000Z', readers: ['role:secretary'], without: [] },
    ...more,
  }
}

describe.each(KINDS)('the index of the search on %s', (kind) => {
  let database: TestDatabase
  let index: SearchIndex
  const open = () => openSearchIndex(database.address, database)

  beforeAll(async () => {
    database = await openTestDatabase(kind)
    index = await open()
  })
  afterAll(async () => {
    await index.close()
    await database.close()
  })

  const put = (stream: string, ...entries: readonly IndexedEntry[]) =>
    index.update(stream, (stored) => {
      const ids = new Set(entries.map(({ id }) => id))
      return Promise.resolve({
        put: entries.map((one) => ({ entry: one, mark: '1' })),
        gone: stored.map((one) => one.entry.id).filter((id) => !ids.has(id)),
        marks: new Map([[stream, 'head']]),
      })
    })

  async function found(query: string, more: Partial<Parameters<SearchIndex['propose']>[0]> = {}) {
    const ask = { readers: ['role:secretary'], without: ['person:me'], after: null, limit: 10 }
    const tokens = tokensOfWords(wordsOf(query), 'anywhere')
    const proposals = await index.propose({ ...ask, ...more, tokens: [...tokens, ...(more.tokens ?? [])] })
    return proposals.map(({ entry: { id } }) => id)
  }

  it('[Z-01] proposes by one character, by two, by many', async () => {
    await put('case/a', entry('case/a/facts', '减免国有房屋租金'))
    await put('case/b', entry('case/b/facts', '鱼塘清退', { at: '2026-04-01T00:00:00.000Z' }))
    expect(await found('租')).toEqual(['case/a/facts'])
    expect(await found('租金')).toEqual(['case/a/facts'])
    expect(await found('国有房屋')).toEqual(['case/a/facts'])
    expect(await found('金租')).toEqual([])
    expect(await found('a OR b')).toEqual([])
  })

  it('[Z-02] the newest first, page after page, whatever shares a millisecond', async () => {
    const at = '2026-05-01T00:00:00.000Z'
    const many = Array.from({ length: 7 }, (_, number) =>
      entry(`case/c/evidence/${number}`, '丙类材料', { at }),
    )
    await put('case/c', ...many, entry('case/c/facts', '丙类材料', { at: '2027-01-01T00:00:00.000Z' }))
    const seen: string[] = []
    for (let after: number | null = null; ;) {
      const [next] = await index.propose({
        ...{ tokens: ['丙类'], readers: ['role:secretary'], without: ['person:me'] },
        ...{ after, limit: 1 },
      })
      if (!next) break
      seen.push(next.entry.id)
      after = next.place
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
    expect(seen[0]).toBe('case/c/facts')
  })

  it('[Z-03] proposes to readers alone, and to nobody who is shut out', async () => {
    await put(
      'case/d',
      entry('case/d/facts', '密级丁', {
        readers: ['body:audit', 'person:li'],
        without: ['case:d', 'person:wang'],
      }),
    )
    expect(await found('密级丁')).toEqual([])
    expect(await found('密级丁', { readers: ['body:audit'] })).toEqual(['case/d/facts'])
    expect(await found('密级丁', { readers: ['person:wang', 'person:li'] })).toEqual(['case/d/facts'])
    expect(await found('密级丁', { readers: ['body:audit'], without: ['person:wang'] })).toEqual([])
    expect(await found('密级丁', { readers: ['person:li'], without: ['person:li', 'case:d'] })).toEqual([])
    expect(await found('密级丁', { readers: ['body:audi'] })).toEqual([])
  })

  it('[Z-02] by kind, state, year and body', async () => {
    await put(
      'case/e',
      entry('case/e', '戊号', { kind: 'case', state: 'decided', year: 2024, bodyIds: ['x', 'y'] }),
    )
    for (const facet of ['k=case', 's=decided', 'y=2024', 'b=y'])
      expect(await found('戊号', { tokens: [facet] })).toEqual(['case/e'])
    for (const facet of ['k=minutes', 's=accepted', 'y=2025', 'b=z'])
      expect(await found('戊号', { tokens: [facet] })).toEqual([])
  })

  it('[Z-05] forgets what is gone and what stood there before', async () => {
    await put('case/f', entry('case/f/facts', '己旧'), entry('case/f/draft', '己附'))
    await put('case/f', entry('case/f/facts', '己新'))
    expect(await found('己旧')).toEqual([])
    expect(await found('己附')).toEqual([])
    expect(await found('己新')).toEqual(['case/f/facts'])
    expect(await index.streams('case/e', 1)).toEqual([{ name: 'case/f' }])
    await put('case/f')
    expect(await found('己')).toEqual([])
    expect(await index.streams('case/e', 1)).toEqual([])
  })

  it('[Z-05] knows after a restart how far it has read, and nothing where it was lost', async () => {
    await index.close()
    index = await open()
    expect([...(await index.marksOf(['case/a', 'case/none']))]).toEqual([['case/a', 'head']])
    expect(await found('租金')).toEqual(['case/a/facts'])
    await index.close()
    if (kind === 'sqlite')
      for (const end of ['', '-wal', '-shm'])
        rmSync(searchFileOf(database.address.kind === 'sqlite' ? database.address.file : '') + end, {
          force: true,
        })
    else await database.sql('UPDATE "search"."layout" SET "number" = 0')
    index = await open()
    expect(await found('租金')).toEqual([])
    expect((await index.marksOf(['case/a'])).size).toBe(0)
  })

  it('[Z-22] finds an entry by the words of its file, which are kept once', async () => {
    const [sha256, empty, broken] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
    expect(await index.filesRead([sha256, empty])).toEqual(new Map())
    await index.keepFile(sha256, '租赁合同\f第二页')
    await index.keepFile(empty, '')
    await index.keepFile(broken, null)
    const read = new Map([
      [sha256, true],
      [empty, false],
      [broken, false],
    ])
    expect(await index.filesRead([...read.keys(), 'd'.repeat(64)])).toEqual(read)
    const pieces = ['case/h/evidence/1/text', 'case/h/evidence/2/text']
    await index.update('case/h', () =>
      Promise.resolve({
        put: pieces.map((id) => ({ entry: entry(id, ''), mark: fileMark(sha256) })),
        gone: [],
        marks: new Map(),
      }),
    )
    const proposals = await index.propose({
      ...{ tokens: ['租赁', '二页'], readers: ['role:secretary'], without: ['person:me'] },
      ...{ after: null, limit: 10 },
    })
    expect(proposals.map((one) => one.entry.id).sort()).toEqual(pieces)
    expect(proposals.map((one) => one.entry.text)).toEqual(pieces.map(() => '租赁合同\f第二页'))
    // What stands in the index of the entry is without them.
    await index.update('case/h', (stored) => {
      expect(stored.map((one) => one.entry.text)).toEqual(['', ''])
      return Promise.resolve({ put: [], gone: pieces, marks: new Map() })
    })
    expect(await found('租赁')).toEqual([])
    await index.forgetUnreadable()
    expect([...(await index.filesRead([...read.keys()])).keys()]).toEqual([sha256, empty])
  })

  it('[Z-05] several writers of one stream do not lose what the last one read', async () => {
    let now = 0
    await Promise.all(
      Array.from({ length: 5 }, () =>
        index.update('case/g', () => {
          now += 1
          const text = `庚${'一二三四五'.charAt(now - 1)}`
          return Promise.resolve({
            put: [{ entry: entry('case/g/facts', text), mark: String(now) }],
            gone: [],
            marks: new Map([['case/g', String(now)]]),
          })
        }),
      ),
    )
    expect(await found('庚五')).toEqual(['case/g/facts'])
    expect([...(await index.marksOf(['case/g']))]).toEqual([['case/g', '5']])
  })

  it('[Z-05] pages through what the record and the texts have', async () => {
    const sources = createSearchSources(database)
    await database.client.streamHead.createMany({
      data: ['case/a', 'case/b'].map((stream) => ({ stream, seq: 1, hash: `hash of ${stream}` })),
    })
    const write = { data: new Uint8Array([0]), checksum: '-', personId: 'p', at: 't' }
    await database.client.documentUpdate.createMany({
      data: [1, 2, 3].map((seq) => ({ name: 'case/a/facts', seq, ...write })),
    })
    await database.client.documentSnapshot.create({
      data: { name: 'case/b/facts', upTo: 9, data: new Uint8Array([0]), checksum: '-' },
    })
    expect(await sources.streams('case/a', 5)).toEqual([{ name: 'case/b', mark: 'hash of case/b' }])
    expect(await sources.headsOf(['case/a', 'case/none'])).toEqual(new Map([['case/a', 'hash of case/a']]))
    expect(await sources.headsOf([])).toEqual(new Map())
    const pages = await Promise.all(sources.documents.map((page) => page('', 5)))
    expect(pages).toEqual([
      [{ name: 'case/a/facts', lastChange: 3 }],
      [{ name: 'case/b/facts', lastChange: 9 }],
    ])
    expect(await sources.lastChanges(['case/a/facts', 'case/b/facts', 'case/c/facts'])).toEqual(
      new Map([
        ['case/a/facts', 3],
        ['case/b/facts', 9],
      ]),
    )
  })
})
