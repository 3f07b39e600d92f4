import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyRecord } from '#server/record/verify.ts'
import { openRecordPages } from '#server/store/record-pages.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { anna, ledgerRecord } from '../support/ledger.ts'

/** Takes the database's own guards away, as somebody with the file in his hands would. */
const UNGUARDED = {
  sqlite: ['RecordEntry_no_update', 'RecordEntry_no_delete', 'RecordEntry_no_replace'].map(
    (name) => `DROP TRIGGER "${name}"`,
  ),
  postgresql: ['ALTER TABLE "RecordEntry" DISABLE TRIGGER ALL'],
}

describe.each(KINDS)('checks of the record on %s', (kind) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await openTestDatabase(kind)
    const record = ledgerRecord(database)
    for (const id of ['alpha', 'beta', 'gamma'])
      for (const part of [1, 2, 3])
        await record.execute({
          stream: `case/${id}`,
          actor: anna,
          commandId: `${id}-command-${String(part)}`,
          command: { amounts: [part, 9], note: `关于${id}的说明` },
        })
  })
  afterEach(() => database.close())

  async function verdict() {
    const pages = await openRecordPages(database.address)
    const found = await verifyRecord(pages)
    await pages.close()
    return found
  }

  const damage = (...statements: string[]) => database.sql(...UNGUARDED[kind], ...statements)

  it('[R-01] finds a whole record whole', async () => {
    expect(await verdict()).toEqual({ ok: true, entries: 18, streams: 3 })
  })

  it.each([
    ['payload', `replace("payload", '9', '8')`],
    ['type', `'ledger/taken'`],
    ['actorId', `'bo'`],
    ['at', `'2026-01-01T00:00:00.001Z'`],
    ['commandId', `'beta-command-9'`],
    ['commandPart', `7`],
    ['hash', `'${'a'.repeat(64)}'`],
  ])('[R-10] names the entry whose %s was changed', async (column, value) => {
    await damage(`UPDATE "RecordEntry" SET "${column}" = ${value} WHERE "stream" = 'case/beta' AND "seq" = 4`)
    expect(await verdict()).toEqual({ ok: false, broken: { stream: 'case/beta', seq: 4, fault: 'hash' } })
  })

  it('[R-10] names the first of several', async () => {
    await damage(`UPDATE "RecordEntry" SET "previousHash" = '${'b'.repeat(64)}' WHERE "seq" > 1`)
    expect(await verdict()).toEqual({
      ok: false,
      broken: { stream: 'case/alpha', seq: 2, fault: 'previous-hash' },
    })
  })

  it.each([
    [
      'an entry from the middle',
      `DELETE FROM "RecordEntry" WHERE "stream" = 'case/beta' AND "seq" = 2`,
      2,
      'seq-gap',
    ],
    ['the first entry', `DELETE FROM "RecordEntry" WHERE "stream" = 'case/beta' AND "seq" = 1`, 1, 'seq-gap'],
    [
      'the end of a stream',
      `DELETE FROM "RecordEntry" WHERE "stream" = 'case/beta' AND "seq" > 4`,
      5,
      'tail-missing',
    ],
    ['a whole stream', `DELETE FROM "RecordEntry" WHERE "stream" = 'case/beta'`, 1, 'tail-missing'],
    ['a head', `DELETE FROM "StreamHead" WHERE "stream" = 'case/beta'`, 6, 'head-missing'],
  ])('[R-11] names the place of %s', async (_what, statement, seq, fault) => {
    await damage(statement)
    expect(await verdict()).toEqual({ ok: false, broken: { stream: 'case/beta', seq, fault } })
  })

  it('[R-11] is not deceived by a tail cut with its head set back, once a stream goes on', async () => {
    const [row] = await database.sql(
      `SELECT "hash" FROM "RecordEntry" WHERE "stream" = 'case/gamma' AND "seq" = 3`,
    )
    await damage(`UPDATE "StreamHead" SET "hash" = '${String(row?.[0])}' WHERE "stream" = 'case/gamma'`)
    expect(await verdict()).toEqual({
      ok: false,
      broken: { stream: 'case/gamma', seq: 6, fault: 'head-hash' },
    })
  })

  it('[R-11] lets nobody go on with a damaged stream', async () => {
    await damage(`DELETE FROM "RecordEntry" WHERE "stream" = 'case/beta' AND "seq" = 2`)
    const record = ledgerRecord(database)
    await expect(record.load('case/beta')).rejects.toThrow(/record is damaged at case\/beta 3/)
  })

  it('[R-13] tells nothing where the read tables agree', async () => {
    expect(await ledgerRecord(database).rebuild()).toEqual([])
  })

  it('[R-13] tells every difference and mends it', async () => {
    await database.sql(
      `UPDATE "CaseRow" SET "title" = 'another', "searchText" = '' WHERE "id" = 'alpha'`,
      `DELETE FROM "CaseRow" WHERE "id" = 'beta'`,
      `DELETE FROM "Task" WHERE "stream" = 'case/gamma'`,
      `INSERT INTO "Task" ("id", "stream", "kind", "subject", "title", "openedAt") VALUES ('more', 'case/gamma', 'k', 's', 't', '')`,
      `INSERT INTO "RecusalRow" ("id", "meetingId", "itemId", "caseId", "personId") VALUES ('ghost', 'm', 'i', 'c', 'p')`,
    )
    const record = ledgerRecord(database)
    const found = await record.rebuild()
    const title = Array.from({ length: 6 }, () => '关于alpha的说明').join(' ')
    expect(found).toHaveLength(6)
    expect(found).toEqual(
      expect.arrayContaining([
        { table: 'CaseRow', id: 'alpha', column: 'title', stored: 'another', expected: title },
        { table: 'CaseRow', id: 'alpha', column: 'searchText', stored: '', expected: '33' },
        { table: 'CaseRow', id: 'beta', column: null, stored: null, expected: 'a row' },
        { table: 'Task', id: 'gamma-task', column: null, stored: null, expected: 'a row' },
        { table: 'Task', id: 'more', column: null, stored: 'a row', expected: null },
        { table: 'RecusalRow', id: 'ghost', column: null, stored: 'a row', expected: null },
      ]),
    )
    expect(await record.rebuild()).toEqual([])
    expect(await database.client.caseRow.findUnique({ where: { id: 'alpha' } })).toMatchObject({ title })
  })
})
