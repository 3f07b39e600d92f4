import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { holdDuringComposition, type Holdable } from '#app/realtime/composition-guard.ts'

function sayWhetherReadOnly({ dom, editable }: EditorView): void {
  dom.setAttribute('aria-readonly', String(!editable))
}

/**
 * What belongs to the editor's element for as long as there is one: remote changes wait while an input method
 * composes in it, and a screen reader hears whether it may be written.
 */
export function editorElement(live: Holdable): Extension {
  return Extension.create({
    name: 'editorElement',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          sayWhetherReadOnly(view)
          return { update: sayWhetherReadOnly, destroy: holdDuringComposition(view.dom, live) }
        },
      }),
    ],
  })
}
