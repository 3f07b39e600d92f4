import { createElement, Fragment, type ReactNode } from 'react'

/** What is shown of a stranger's words; a link is words. */
const SHOWN: Readonly<Record<string, string>> = Object.fromEntries(
  'p,h1,h2,h3,h4,ul,ol,li,blockquote,table,thead,tbody,tr,td,th,strong,b,em,i,u,s,del'
    .split(',')
    .map((name) => [name, name]),
)
/** The page has headings of its own above. */
const HEADINGS: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6' }

/** HTML from outside as elements of the page: those of a short list, without an attribute but how far a cell reaches. */
export function CleanWords({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return <>{inside(body)}</>
}

function inside(node: Node): ReactNode {
  return [...node.childNodes].map((child, index) => <Fragment key={index}>{shown(child)}</Fragment>)
}

function shown(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const name = node.localName
  if (name === 'br') return <br />
  const tag = SHOWN[name]
  if (!tag) return inside(node)
  const across = Number(node.getAttribute('colspan') ?? 1)
  const down = Number(node.getAttribute('rowspan') ?? 1)
  return createElement(
    HEADINGS[tag] ?? tag,
    {
      ...(HEADINGS[tag] && { 'data-level': tag.slice(1) }),
      ...(across > 1 && { colSpan: across }),
      ...(down > 1 && { rowSpan: down }),
    },
    inside(node),
  )
}
