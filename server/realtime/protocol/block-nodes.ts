import { mergeAttributes, Node, type Extensions } from '@tiptap/core'
import { BLOCKS, isBlockAttribute } from './block-attributes.ts'
import type { BlockName } from './block-names.ts'

/** What an attribute is where none is written; nothing is written where it is nothing. */
const DEFAULTS: Readonly<Record<string, unknown>> = { loss: 0, recovered: 0 }
const NUMBERS: ReadonlySet<string> = new Set(['page', 'loss', 'recovered'])

const domName = (attribute: string) => `data-${attribute.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)}`

/** As they travel by the clipboard. What was pasted is looked at like what arrives: the server would refuse it with all around it. */
function attributesOf(block: BlockName) {
  return Object.fromEntries(
    Object.keys(BLOCKS[block]).map((name) => {
      const fallback = DEFAULTS[name] ?? null
      return [
        name,
        {
          default: fallback,
          parseHTML: (element: HTMLElement) => {
            const text = element.getAttribute(domName(name))
            const value = NUMBERS.has(name) && text !== null && /^\d+$/.test(text) ? Number(text) : text
            return isBlockAttribute(block, name, value) ? value : fallback
          },
          renderHTML: (all: Readonly<Record<string, string | number | null>>) =>
            all[name] === null ? {} : { [domName(name)]: String(all[name]) },
        },
      ]
    }),
  )
}

function blockNode(name: BlockName, tag: 'span' | 'div', shape: Parameters<typeof Node.create>[0]): Node {
  return Node.create({
    name,
    selectable: true,
    draggable: false,
    addAttributes: () => attributesOf(name),
    parseHTML: () => [{ tag: `${tag}[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes, node }) => {
      const attributes = mergeAttributes(HTMLAttributes, { 'data-block': name })
      return node.isLeaf ? [tag, attributes] : [tag, attributes, 0]
    },
    ...shape,
  })
}

const inWords = (name: BlockName) => blockNode(name, 'span', { group: 'inline', inline: true, atom: true })
const amongBlocks = (name: BlockName) => blockNode(name, 'div', { group: 'block', atom: true })

/** The editor adds its node views with `.extend`. */
export const blockNodes: Extensions = [
  inWords('evidenceRef'),
  inWords('clauseRef'),
  inWords('personRef'),
  inWords('dueDay'),
  amongBlocks('finding'),
  amongBlocks('conditionRow'),
  // It may be without rows: two people can delete the last two at the same moment, and editors drop what the schema forbids.
  blockNode('lossTable', 'div', { group: 'block', content: 'lossRow*', isolating: true, defining: true }),
  blockNode('lossRow', 'div', { content: 'text*', isolating: true, defining: true }),
]
