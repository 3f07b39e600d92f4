import { mergeAttributes, Node, type Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { blockNodes } from './block-nodes.ts'

export { FORM_FIELD, TEXT_FIELD } from './text-field.ts'

/**
 * A fact that stands in the record (attendance, vote, outcome): `kind` says which, `ref` where it is
 * found. The block holds no words, so nobody can type into a fact; whoever shows the text renders it
 * from the record. The editor adds its node view with `.extend`.
 */
export const recordFact = Node.create({
  name: 'recordFact',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes() {
    return {
      kind: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-record-fact') ?? '',
        renderHTML: ({ kind }) => ({ 'data-record-fact': String(kind) }),
      },
      ref: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-ref') ?? '',
        renderHTML: ({ ref }) => ({ 'data-ref': String(ref) }),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'div[data-record-fact]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes)]
  },
})

/**
 * What every text of ours may hold, without undo (a shared text undoes through the shared document) and
 * without program code. Put the editor's own version of `recordFact` beside it.
 */
export const textExtensions: Extensions = [
  StarterKit.configure({
    undoRedo: false,
    code: false,
    codeBlock: false,
    heading: { levels: [1, 2, 3, 4] },
    link: { openOnClick: false, autolink: false, protocols: ['http', 'https', 'mailto'] },
  }),
  TableKit.configure({ table: { resizable: false } }),
]

/** The whole schema, the same on both ends: `getSchema(documentExtensions)` needs no DOM. */
export const documentExtensions: Extensions = [...textExtensions, recordFact, ...blockNodes]
