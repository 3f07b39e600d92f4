import type { DecorationAttrs } from '@tiptap/pm/view'
import classes from './editor.module.css'

/** As the server stamps it into every presence frame; whatever a client says about itself is overwritten. */
function stamped(user: Readonly<Record<string, unknown>>): { name: string; color: string } {
  const color =
    typeof user['color'] === 'string' && /^#[0-9a-f]{6}$/i.test(user['color']) ? user['color'] : '#4a5568'
  return { name: typeof user['name'] === 'string' ? user['name'] : '', color }
}

/** Styles through the object model only: the page's Content-Security-Policy refuses style attributes. */
export function renderCaret(user: Readonly<Record<string, unknown>>): HTMLElement {
  const { name, color } = stamped(user)
  const caret = document.createElement('span')
  caret.className = classes.caret ?? ''
  caret.style.borderColor = color
  const label = document.createElement('span')
  label.className = classes.caretLabel ?? ''
  label.style.backgroundColor = color
  label.textContent = name
  caret.append(label)
  return caret
}

export function renderSelection(user: Readonly<Record<string, unknown>>): DecorationAttrs {
  const { color } = stamped(user)
  return { style: `background-color: ${color}33`, class: classes.remoteSelection ?? '' }
}
