import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { holdDuringComposition } from '#app/realtime/composition-guard.ts'
import type { LiveText } from './live-text.ts'

function sayWhetherReadOnly({ dom, editable }: EditorView): void {
  dom.setAttribute('aria-readonly', String(!editable))
}

/**
 * A key has moved the cursor, and the browser tells so only with its next task. What others change before that would put
 * the cursor back, and the next letter would stand in the wrong place: so the editor is told now.
 */
function tellOfCursor(view: EditorView): void {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/**
 * What belongs to the editor's element for as long as there is one: remote changes wait while an input method
 * composes in it and never meet an old selection, and a screen reader hears whether it may be written.
 */
export function editorElement(live: Pick<LiveText, 'hold' | 'release' | 'beforeOthers'>): Extension {
  return Extension.create({
    name: 'editorElement',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          sayWhetherReadOnly(view)
          const endHolding = holdDuringComposition(view.dom, live)
          const endTelling = live.beforeOthers(() => tellOfCursor(view))
          return {
            update: sayWhetherReadOnly,
            destroy() {
              endTelling()
              endHolding()
            },
          }
        },
      }),
    ],
  })
}
