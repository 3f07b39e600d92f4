import { Fragment, type ReactNode } from 'react'
import classes from './prose.module.css'
import { parseProse, safeHref, type ProseMark, type ProseNode } from './prose-json.ts'

export interface ProseViewProps {
  readonly content: string | ProseNode | null
  /** How a fact from the record is shown; without it a fact is left out. */
  readonly renderFact?: (attrs: Readonly<Record<string, unknown>>) => ReactNode
  /** Headings of the text begin below the page's own. */
  readonly headingShift?: number
}

const PLAIN: Readonly<Record<string, keyof JSX.IntrinsicElements>> = {
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
}

/** A text read only, without the editor: on the server, in versions, beside other opinions, in print. */
export function ProseView({ content, renderFact, headingShift = 1 }: ProseViewProps) {
  const node = typeof content === 'string' || content === null ? parseProse(content) : content
  return <div className={`paper ${classes.prose}`}>{children(node, { renderFact, headingShift })}</div>
}

interface How {
  readonly renderFact: ProseViewProps['renderFact'] | undefined
  readonly headingShift: number
}

function children(node: ProseNode, how: How): ReactNode {
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{block(child, how)}</Fragment>)
}

function span(node: ProseNode, name: 'colspan' | 'rowspan'): number | undefined {
  const value = node.attrs?.[name]
  return typeof value === 'number' && value > 1 ? value : undefined
}

function block(node: ProseNode, how: How): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node.text ?? '', node.marks ?? [])
    case 'hardBreak':
      return <br />
    case 'horizontalRule':
      return <hr />
    case 'paragraph':
      return <p>{node.content?.length ? children(node, how) : <br />}</p>
    case 'heading': {
      const level = Math.min(6, Number(node.attrs?.['level'] ?? 1) + how.headingShift)
      const Tag = `h${String(level)}` as 'h1'
      return <Tag data-level={Number(node.attrs?.['level'] ?? 1)}>{children(node, how)}</Tag>
    }
    case 'orderedList':
      return <ol start={Number(node.attrs?.['start'] ?? 1)}>{children(node, how)}</ol>
    case 'table':
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{children(node, how)}</tbody>
          </table>
        </div>
      )
    case 'tableHeader':
      return (
        <th colSpan={span(node, 'colspan')} rowSpan={span(node, 'rowspan')}>
          {children(node, how)}
        </th>
      )
    case 'tableCell':
      return (
        <td colSpan={span(node, 'colspan')} rowSpan={span(node, 'rowspan')}>
          {children(node, how)}
        </td>
      )
    case 'recordFact':
      return how.renderFact?.(node.attrs ?? {}) ?? null
    default: {
      const Tag = PLAIN[node.type]
      return Tag ? <Tag>{children(node, how)}</Tag> : children(node, how)
    }
  }
}

function marked(text: string, marks: readonly ProseMark[]): ReactNode {
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
      default:
        return inner
    }
  }, text)
}
