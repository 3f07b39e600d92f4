import { Fragment, type ReactNode } from 'react'
import { later } from '#app/components/ui/later.tsx'
import { isBlockName } from '#protocol/block-names.ts'
import classes from './prose.module.css'
import { parseProse, safeHref, type ProseMark, type ProseNode } from './prose-json.ts'

/** Most texts hold none: they come with the first that does, and only once the page stands. */
const BlockView = later(async () => (await import('#app/components/blocks/block-view.tsx')).BlockView)

export interface ProseViewProps {
  readonly content: string | ProseNode | null
  /** How a fact from the record is shown; without it a fact is left out. */
  readonly renderFact?: (attrs: Readonly<Record<string, unknown>>) => ReactNode
  /** How words are shown that wait under a mark to come or to go; without it as all others: anybody may write such a mark. */
  readonly renderRevision?: RenderRevision
  /** Headings of the text begin below the page's own. */
  readonly headingShift?: number
}

export type RenderRevision = (mark: ProseMark, inner: ReactNode) => ReactNode

const PLAIN: Readonly<Record<string, 'ul' | 'li' | 'blockquote' | 'tr'>> = {
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
}

/** A text read only, without the editor: on the server, in versions, beside other opinions, in print. */
export function ProseView({ content, renderFact, renderRevision, headingShift = 1 }: ProseViewProps) {
  const node = typeof content === 'string' || content === null ? parseProse(content) : content
  return (
    <div className={`paper ${classes.prose}`}>
      {children(node, { renderFact, renderRevision, headingShift })}
    </div>
  )
}

/** One block of a text, as `ProseView` shows it. */
export function ProseBlock({ node }: { node: ProseNode }) {
  return <>{block(node, { renderFact: undefined, renderRevision: undefined, headingShift: 1 })}</>
}

interface How {
  readonly renderFact: ProseViewProps['renderFact'] | undefined
  readonly renderRevision: RenderRevision | undefined
  readonly headingShift: number
}

function children(node: ProseNode, how: How): ReactNode {
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{block(child, how)}</Fragment>)
}

function span(node: Pick<ProseNode, 'attrs'>, name: 'colspan' | 'rowspan'): number | undefined {
  const value = node.attrs?.[name]
  return typeof value === 'number' && value > 1 ? value : undefined
}

function block(node: ProseNode, how: How): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node.text ?? '', node.marks ?? [], how.renderRevision)
    case 'hardBreak':
      return <br />
    case 'horizontalRule':
      return <hr />
    case 'recordFact':
      return how.renderFact?.(node.attrs ?? {}) ?? null
    default:
      if (isBlockName(node.type)) return <BlockView node={node} />
      return frame(node, children(node, how), { headingShift: how.headingShift })
  }
}

interface Frame {
  readonly headingShift?: number
  /** For a comparison: the whole block came or went. */
  readonly change?: 'added' | 'removed' | undefined
}

/** A block around what is in it. */
export function frame(
  node: Pick<ProseNode, 'type' | 'attrs'>,
  inside: ReactNode,
  { headingShift = 1, change }: Frame = {},
): ReactNode {
  const mark = change && { 'data-change': change }
  switch (node.type) {
    case 'paragraph':
      return <p {...mark}>{isNothing(inside) ? <br /> : inside}</p>
    case 'heading': {
      const level = Math.min(6, Number(node.attrs?.['level'] ?? 1) + headingShift)
      const Tag = `h${String(level)}` as 'h1'
      return (
        <Tag data-level={Number(node.attrs?.['level'] ?? 1)} {...mark}>
          {inside}
        </Tag>
      )
    }
    case 'orderedList':
      return <ol start={Number(node.attrs?.['start'] ?? 1)}>{inside}</ol>
    case 'table':
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{inside}</tbody>
          </table>
        </div>
      )
    case 'tableHeader':
      return (
        <th colSpan={span(node, 'colspan')} rowSpan={span(node, 'rowspan')} {...mark}>
          {inside}
        </th>
      )
    case 'tableCell':
      return (
        <td colSpan={span(node, 'colspan')} rowSpan={span(node, 'rowspan')} {...mark}>
          {inside}
        </td>
      )
    default: {
      const Tag = PLAIN[node.type]
      return Tag ? <Tag {...mark}>{inside}</Tag> : inside
    }
  }
}

const isNothing = (inside: ReactNode) => Array.isArray(inside) && inside.length === 0

/** Words as their marks show them. */
export function marked(
  text: string,
  marks: readonly ProseMark[],
  renderRevision?: RenderRevision,
): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>
      case 'italic':
        return <em>{inner}</em>
      case 'strike':
        return <s>{inner}</s>
      case 'underline':
        return <u>{inner}</u>
      case 'link': {
        const href = safeHref(mark.attrs?.['href'])
        return href ? (
          <a href={href} rel="noopener noreferrer nofollow">
            {inner}
          </a>
        ) : (
          inner
        )
      }
      case 'insertion':
      case 'deletion':
        return renderRevision?.(mark, inner) ?? inner
      default:
        return inner
    }
  }, text)
}
