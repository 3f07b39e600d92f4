import type { Actor } from '#domain/people/actor.ts'
import type { Happening } from '#domain/record/entry.ts'
import { refuse } from '#domain/record/refusal.ts'
import type { StreamDefinition } from '#server/record/definitions.ts'
import { NO_ROWS } from '#server/record/projections.ts'
import { createRecord, type RecordParts } from '#server/record/record.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import type { Database, Tx } from '#server/store/client.ts'
import { createRecordStore } from '#server/store/record.ts'

/**
 * A kind of stream small enough to see through, under the record's own names so that it has read rows: it adds
 * numbers up and refuses to pass its limit.
 */
export interface Ledger {
  readonly id: string
  readonly seq: number
  readonly total: number
  readonly notes: readonly string[]
}

export interface Added extends Happening {
  readonly type: 'ledger/added'
  readonly payload: { readonly amount: number; readonly note?: string }
}

export interface Add {
  readonly amounts: readonly number[]
  readonly note?: string
}

const LIMIT = 1_000

export const ledger: StreamDefinition<Ledger, Add, Added> = {
  initial: (id) => ({ id, seq: 0, total: 0, notes: [] }),
  decide: (state, { amounts, note }) =>
    amounts.reduce((sum, amount) => sum + amount, state.total) > LIMIT
      ? refuse('case/closed')
      : amounts.map((amount) => ({
          type: 'ledger/added',
          payload: { amount, ...(note === undefined ? {} : { note }) },
        })),
  evolve: (state, { seq, payload }) => ({
    ...state,
    seq,
    total: state.total + payload.amount,
    notes: payload.note === undefined ? state.notes : [...state.notes, payload.note],
  }),
  project: (stream, { id, seq, total, notes }) => ({
    ...NO_ROWS,
    CaseRow: [
      {
        ...{
          id,
          number: `第${String(seq)}号`,
          year: 2026,
          ordinal: [...id].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7) % 1e9,
        },
        ...{
          kind: 'tolerance',
          title: notes.join(' '),
          stage: 'submitted',
          subjects: '',
          bodyIds: '[]',
          personIds: '[]',
        },
        ...{ searchText: String(total), registeredAt: '', updatedAt: '' },
      },
    ],
    Task:
      total > 10
        ? [
            {
              ...{
                id: `${id}-task`,
                stream,
                kind: 'accept-case',
                personId: 'anna',
                bodyId: null,
                role: null,
              },
              ...{ subject: `/cases/${id}`, title: String(total), dueAt: null, openedAt: '' },
            },
          ]
        : [],
  }),
}

export function person(personId: string): Actor {
  return { personId, name: personId, bodyId: 'body', bodyName: 'body', roles: [] }
}
export const anna = person('anna')
export const bo = person('bo')

/** A record of ledgers: streams `case/<id>`. The clock ticks a second each time it is looked at. */
export function ledgerRecord(database: Database, parts: Partial<RecordParts<Tx>> = {}) {
  let second = 0
  let ids = 0
  return createRecord({
    definitions: { case: ledger },
    store: createRecordStore(database),
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, (second += 1))),
    newId: () => `id-${String((ids += 1))}`,
    chance: Math.random,
    calendar: async () => SHIPPED_YEARS,
    ...parts,
  })
}
