import {
  clauseWords,
  dayWords,
  evidenceWords,
  personWords,
  rowsOf,
  wordOf,
  type Say,
} from '#app/components/blocks/words.ts'
import type { ProseNode } from '#app/components/editor/prose-json.ts'
import type { Sight } from '#app/components/blocks/sight.tsx'
import { matrixRow } from '#domain/criteria/matrix.ts'
import { lossTotals, yuanOf } from '#domain/dossiers/cents.ts'

const words = (text: string, bold = false): ProseNode => ({
  type: 'text',
  text,
  ...(bold && { marks: [{ type: 'bold' }] }),
})
const line = (...content: readonly ProseNode[]): ProseNode => ({
  type: 'paragraph',
  content: content.filter(({ text }) => text !== ''),
})
const row = (texts: readonly string[], type: 'tableCell' | 'tableHeader' = 'tableCell'): ProseNode => ({
  type: 'tableRow',
  content: texts.map((text) => ({ type, content: [line(words(text, type === 'tableHeader'))] })),
})
const table = (head: readonly string[], rows: readonly (readonly string[])[]): ProseNode => ({
  type: 'table',
  content: [row(head, 'tableHeader'), ...rows.map((texts) => row(texts))],
})

/**
 * A text whose blocks are words and tables, as it leaves the product: what this reader may see of the case and nothing else, in
 * Chinese whoever takes it out. A piece, person or finding that he may not see is named by its kind alone (D-70).
 */
export function blocksInWords(node: ProseNode, sight: Sight, t: Say): ProseNode {
  return { ...node, content: (node.content ?? []).flatMap((child) => inWords(child, sight, t)) }
}

function inWords(node: ProseNode, sight: Sight, t: Say): readonly ProseNode[] {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'evidenceRef':
      return [words(evidenceWords(attrs, sight, t))]
    case 'clauseRef':
      return [words(clauseWords(attrs, t))]
    case 'personRef':
      return [words(personWords(attrs, sight, t))]
    case 'dueDay':
      return [words(dayWords(attrs, 'zh-CN', t))]
    case 'finding':
      return findings(wordOf(attrs['criterion']), sight, t)
    case 'conditionRow':
      return [condition(wordOf(attrs['conditionId']), sight, t)]
    case 'lossTable':
      return [losses(node, t)]
    default:
      return [node.content ? blocksInWords(node, sight, t) : node]
  }
}

const named = (ids: readonly string[], sight: Sight, t: Say) =>
  ids.map((evidenceId) => evidenceWords({ evidenceId }, sight, t)).join(t('dossiers:dossier.between'))

function findings(criterion: string, sight: Sight, t: Say): readonly ProseNode[] {
  const found = matrixRow(sight.view.state, criterion)
  if (!found || found.cells.length === 0) return [line(words(t('blocks:finding.unseen')))]
  const head = ['body', 'side', 'reason', 'evidence'].map((name) => t(`word:finding.${name}`))
  return [
    line(words(t(`dossiers:criterion.${found.criterion.id}`), true)),
    table(
      head,
      found.cells.map(({ bodyId, finding }) => [
        sight.view.bodies[bodyId] ?? '',
        finding ? t(`dossiers:findings.side.${finding.side}`) : t('blocks:matrix.missing'),
        finding?.reason ?? '',
        named(finding?.evidenceIds ?? [], sight, t),
      ]),
    ),
  ]
}

function condition(id: string, sight: Sight, t: Say): ProseNode {
  const { conditions, subjects } = sight.view.state
  const found = conditions.find((one) => one.id === id)
  if (!found) return line(words(t('blocks:condition.unseen')))
  const subject = subjects.find((one) => one.id === found.subjectId)?.name ?? ''
  const leans = named(found.evidenceIds, sight, t)
  return line(
    words(t('word:condition.of', { subject }), true),
    words(t('word:condition.is', { text: found.text, met: t(`dossiers:findings.met.${found.met}`) })),
    words(leans && t('word:condition.leans', { evidence: leans })),
  )
}

function losses(node: ProseNode, t: Say): ProseNode {
  const rows = rowsOf(node)
  const { loss, recovered, open } = lossTotals(rows)
  return table(
    [t('blocks:loss.what'), t('blocks:loss.loss'), t('blocks:loss.recovered')],
    [
      ...rows.map((one) => [one.what, yuanOf(one.loss), yuanOf(one.recovered)]),
      [t('blocks:loss.sum'), yuanOf(loss), yuanOf(recovered)],
      [t('blocks:loss.open'), yuanOf(open), ''],
    ],
  )
}
