import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import type { ComponentType } from 'react'
import { useCase } from '#app/components/cases/case-room.tsx'
import { ConditionDialog } from '#app/components/opinions/conditions.tsx'
import { FindingDialog } from '#app/components/opinions/finding-dialog.tsx'
import { participatingBody, worksOn } from '#domain/cases/standing.ts'
import classes from './blocks.module.css'
import { ConditionBlock } from './condition-block.tsx'
import { FindingBlock } from './finding-block.tsx'
import { LiveLossRow, LiveLossTable } from './live-loss-table.tsx'
import { ClauseMark, DayMark, EvidenceMark, PersonMark } from './marks.tsx'
import { wordOf } from './words.ts'

type NodeView = ComponentType<ReactNodeViewProps>

const chosen = (selected: boolean) => (selected ? { className: classes.chosen } : {})

function amongWords(Mark: ComponentType<{ attrs: Readonly<Record<string, unknown>> }>): NodeView {
  return function LiveMark({ node, selected }) {
    return (
      <NodeViewWrapper as="span" {...chosen(selected)}>
        <Mark attrs={node.attrs} />
      </NodeViewWrapper>
    )
  }
}

/** The own department's cell is filled in here, by the command that the case's page gives. */
function LiveFinding({ node, selected, editor }: ReactNodeViewProps) {
  const { state, me } = useCase()
  const own = editor.isEditable && worksOn(me, state) ? participatingBody(me, state) : null
  const criterion = wordOf(node.attrs['criterion'])
  return (
    <NodeViewWrapper contentEditable={false} {...chosen(selected)}>
      <FindingBlock
        criterion={criterion}
        act={(bodyId, finding) =>
          bodyId === own ? <FindingDialog criterion={criterion} {...(finding ? { finding } : {})} /> : null
        }
      />
    </NodeViewWrapper>
  )
}

function LiveCondition({ node, selected, editor }: ReactNodeViewProps) {
  const { state, me } = useCase()
  const writes = editor.isEditable && worksOn(me, state)
  return (
    <NodeViewWrapper contentEditable={false} {...chosen(selected)}>
      <ConditionBlock
        conditionId={wordOf(node.attrs['conditionId'])}
        act={(row) => (writes ? <ConditionDialog row={row} /> : null)}
      />
    </NodeViewWrapper>
  )
}

/** How the blocks are drawn inside the editor of a case's text, by name. */
export const liveBlocks: Readonly<Record<string, NodeView>> = {
  evidenceRef: amongWords(EvidenceMark),
  clauseRef: amongWords(ClauseMark),
  personRef: amongWords(PersonMark),
  dueDay: amongWords(DayMark),
  finding: LiveFinding,
  conditionRow: LiveCondition,
  lossTable: LiveLossTable,
  lossRow: LiveLossRow,
}
