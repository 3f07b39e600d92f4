/** The blocks of this work. Apart from what they may carry, because every page with a text asks for the names alone. */
const BLOCK_NAMES = [
  'evidenceRef',
  'clauseRef',
  'personRef',
  'dueDay',
  'finding',
  'conditionRow',
  'lossTable',
  'lossRow',
] as const
export type BlockName = (typeof BLOCK_NAMES)[number]

export function isBlockName(name: string): name is BlockName {
  return BLOCK_NAMES.some((known) => known === name)
}
