import { Extension } from '@tiptap/core'

/**
 * Keys inside a table of losses. A divided row would carry its amounts twice, and a row joined with the one
 * above would lose its own: Enter begins an empty row, Backspace at the beginning takes away an empty one or does nothing.
 * Tab leads to the row's amounts: by itself the browser would go on with the first link of the whole text.
 */
export const lossKeys = Extension.create({
  name: 'lossKeys',
  priority: 900,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => {
      const { $from } = editor.state.selection
      if ($from.parent.type.name !== 'lossRow') return false
      const after = $from.after()
      return editor
        .chain()
        .insertContentAt(after, { type: 'lossRow' })
        .focus(after + 1)
        .run()
    },
    Tab: ({ editor: { state, view } }) => {
      const { $from } = state.selection
      if ($from.parent.type.name !== 'lossRow') return false
      const row = view.nodeDOM($from.before())
      const amount = row instanceof HTMLElement ? row.querySelector('input') : null
      amount?.focus()
      return amount !== null
    },
    Backspace: ({ editor }) => {
      const { $from, empty } = editor.state.selection
      if ($from.parent.type.name !== 'lossRow' || !empty || $from.parentOffset > 0) return false
      const { attrs, content } = $from.parent
      if (
        content.size === 0 &&
        attrs['loss'] === 0 &&
        attrs['recovered'] === 0 &&
        $from.node(-1).childCount > 1
      )
        editor.commands.deleteRange({ from: $from.before(), to: $from.after() })
      return true
    },
    Delete: ({ editor }) => {
      const { $from, empty } = editor.state.selection
      return empty && $from.parent.type.name === 'lossRow' && $from.parentOffset === $from.parent.content.size
    },
  }),
})
