import { isCriterion } from '#domain/criteria/sets.ts'
import { isCents } from '#domain/dossiers/cents.ts'
import type { BlockName } from './block-names.ts'

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST_PAGES = 100_000

const isId = (value: unknown) => typeof value === 'string' && ID.test(value) && !(value in Object.prototype)
const isDay = (value: unknown) =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
const isPage = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_PAGES

type Check = (value: unknown) => boolean

/**
 * The blocks of this work and all that each may carry: ids, one word of a closed list, a day, whole numbers. Names, titles and findings
 * are never in a text: they are read from the case by whoever looks, as far as he may see them (ADR 22).
 */
export const BLOCKS = {
  evidenceRef: { evidenceId: isId, page: isPage, markId: isId },
  clauseRef: { clauseId: isId, version: isId },
  personRef: { kind: (value) => value === 'subject' || value === 'person', personId: isId },
  dueDay: { day: isDay },
  finding: { criterion: (value) => typeof value === 'string' && isCriterion(value) },
  conditionRow: { conditionId: isId },
  lossTable: {},
  lossRow: { loss: isCents, recovered: isCents },
} as const satisfies Readonly<Record<BlockName, Readonly<Record<string, Check>>>>

/** Whether a block may carry the attribute with this value; an attribute that it does not know it may not carry. */
export function isBlockAttribute(block: BlockName, name: string, value: unknown): boolean {
  const checks: Readonly<Record<string, Check>> = BLOCKS[block]
  return Object.hasOwn(checks, name) && checks[name]?.(value) === true
}
