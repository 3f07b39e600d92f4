import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** What dividing paragraphs and points of lists makes; nothing else can be proposed but words. */
const OF_WORDS: readonly string[] = ['text', 'paragraph', 'heading', 'listItem', 'hardBreak']

function isOfWords(step: Step): boolean {
  if (!(step instanceof ReplaceStep)) return false
  let isPlain = true
  step.slice.content.descendants((node) => {
    isPlain &&= OF_WORDS.includes(node.type.name)
  })
  return isPlain
}

/** Words come and go and paragraphs are divided; looks, headings, lists and tables stay what they are. */
export const onlyWords = Extension.create({
  name: 'onlyWords',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) =>
        transaction.getMeta(ySyncPluginKey) !== undefined || transaction.steps.every(isOfWords),
      props: {
        transformPasted: ({ content }, { state: { schema } }) => {
          const lines = content.textBetween(0, content.size, '\n', '\n').split('\n')
          const blocks = lines.map((line) =>
            schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
          )
          return new Slice(Fragment.from(blocks), 1, 1)
        },
      },
    }),
  ],
})
