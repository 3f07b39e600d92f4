import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPasted, type Left } from './pasted-html.ts'

/** What the last paste left behind, or why it was not taken; null where there is nothing to tell. */
export type PasteTold = { readonly tooLong: number } | Left

/** A change travels in one frame of at most 512 KiB, and a Chinese character takes three bytes. */
export const MOST_PASTED = 100_000
/** Of HTML; a Word page of text takes some fifty kilobytes of it. */
const MOST_HTML = 20_000_000
const NOTHING_LEFT: Left = { images: 0, comments: 0, revisions: 0 }

const pasteKey = new PluginKey<PasteTold | null>('officePaste')

export const pasteToldBy = (state: EditorState): PasteTold | null => pasteKey.getState(state) ?? null

export function tellPaste(view: EditorView, told: PasteTold | null): void {
  view.dispatch(view.state.tr.setMeta(pasteKey, { told }))
}

/** What comes from Word and WPS enters the text without its looks; too much at once is refused and changes nothing. */
export const officePaste = Extension.create({
  name: 'officePaste',
  addStorage: (): { left: Left; length: number } => ({ left: NOTHING_LEFT, length: 0 }),
  transformPastedHTML(html: string) {
    this.storage.length = html.length
    // Nothing of it is parsed; what is pasted then is refused below.
    if (html.length > MOST_HTML) return ''
    const { html: clean, left } = cleanPasted(html)
    this.storage.left = left
    return clean
  },
  addProseMirrorPlugins() {
    const { storage } = this
    const take = (view: EditorView, slice: Slice, given: DataTransfer | null): boolean => {
      const { length } = storage
      // A picture alone, as programs for screenshots give it.
      const files = slice.size === 0 ? [...(given?.files ?? [])] : []
      const images = files.filter(({ type }) => type.startsWith('image/')).length
      const left = images > 0 ? { ...NOTHING_LEFT, images } : storage.left
      storage.left = NOTHING_LEFT
      storage.length = 0
      const size = length > MOST_HTML ? length : slice.content.size
      if (size > MOST_PASTED) tellPaste(view, { tooLong: size })
      else if (left.images + left.comments + left.revisions > 0) tellPaste(view, left)
      else if (pasteToldBy(view.state)) tellPaste(view, null)
      return size > MOST_PASTED || images > 0
    }
    return [
      new Plugin<PasteTold | null>({
        key: pasteKey,
        state: {
          init: () => null,
          apply(tr, before) {
            const meta = tr.getMeta(pasteKey) as { readonly told: PasteTold | null } | undefined
            return meta ? meta.told : before
          },
        },
        props: {
          handlePaste: (view, { clipboardData }, slice) => take(view, slice, clipboardData),
          handleDrop: (view, { dataTransfer }, slice, moved) => !moved && take(view, slice, dataTransfer),
        },
      }),
    ]
  },
})
