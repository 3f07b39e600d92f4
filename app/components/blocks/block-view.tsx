import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { ConditionBlock } from './condition-block.tsx'
import { FindingBlock } from './finding-block.tsx'
import { LossTable } from './loss-table.tsx'
import { ClauseMark, DayMark, EvidenceMark, PersonMark } from './marks.tsx'

/** A block of the dossier where a text is only read. */
export function BlockView({ node }: { node: ProseNode }) {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'evidenceRef':
      return <EvidenceMark attrs={attrs} />
    case 'clauseRef':
      return <ClauseMark attrs={attrs} />
    case 'personRef':
      return <PersonMark attrs={attrs} />
    case 'dueDay':
      return <DayMark attrs={attrs} />
    case 'finding':
      return <FindingBlock criterion={attrs['criterion']} />
    case 'conditionRow':
      return <ConditionBlock conditionId={attrs['conditionId']} />
    case 'lossTable':
      return <LossTable node={node} />
    default:
      return null
  }
}
