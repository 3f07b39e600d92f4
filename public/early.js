// What is pressed or typed before the page's own script has taken over would be lost without a word: it is kept
// here, and done again when the script says that it is ready (app/components/shell/ready.ts).
;(() => {
  const typed = new Map()
  let pressed = null
  let takenOver = false

  const valueOf = (field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked
    // The script empties the field when it takes it over, so the files themselves are kept.
    return field.type === 'file' ? [...field.files] : field.value
  }

  const keep = ({ target }) => {
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      typed.set(target, valueOf(target))
  }

  // Forms that are posted work without any script, until it takes them over and does not know yet what stands in them;
  // every other button needs its own.
  const hold = (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button || (!takenOver && button.type === 'submit' && button.form?.method === 'post')) return
    event.preventDefault()
    // The last one only: whoever sees nothing happen presses again.
    pressed = button
  }

  /** The one key that works on every page stands at the button that does the same. */
  const holdKey = (event) => {
    const button = document.querySelector('button[aria-keyshortcuts^="Control+K"]')
    if (!button || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    pressed = button
  }

  /** By the element's own class: the script watches the property of the element and would see no change. */
  const put = (field, value) =>
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value)

  const filesOf = (files) => {
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    return transfer.files
  }

  const again = (field, value) => {
    if (typeof value === 'boolean') {
      field.checked = !value
      field.click()
    } else if (Array.isArray(value)) {
      field.files = filesOf(value)
      field.dispatchEvent(new Event('change', { bubbles: true }))
    } else {
      field.value = ''
      put(field, value)
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      )
    }
  }

  // While the script takes the page over, each of these would make it finish at once; where its data are still being read it
  // gives up for good instead, and the page stays dead (React's error 345).
  const DISTURBING =
    'auxclick change click compositionend compositionstart contextmenu copy cut dblclick dragend dragstart drop ' +
    'input keydown keypress keyup mousedown mouseup paste pointercancel pointerdown pointerup reset submit ' +
    'textInput touchcancel touchend touchstart'
  const keepAway = (event) => takenOver && event.stopImmediatePropagation()

  let composing = false
  const compose = ({ type }) => (composing = type === 'compositionstart')

  const listeners = [
    ['input', keep],
    ['click', hold],
    ['keydown', holdKey],
    ['compositionstart', compose],
    ['compositionend', compose],
    ...DISTURBING.split(' ').map((name) => [name, keepAway]),
  ]
  for (const [name, listener] of listeners) document.addEventListener(name, listener, true)

  const doAgain = () => {
    for (const [name, listener] of listeners) document.removeEventListener(name, listener, true)
    for (const [field, value] of typed) if (field.isConnected) again(field, value)
    // A fold that was opened has told nobody of it.
    for (const fold of document.querySelectorAll('details[open]')) fold.dispatchEvent(new Event('toggle'))
    // After the page has taken in what was typed.
    setTimeout(() => pressed?.isConnected && pressed.click(), 0)
  }

  addEventListener('huishang:taken-over', () => (takenOver = true), { once: true })
  addEventListener(
    'huishang:ready',
    () => {
      // Whoever is in the middle of a word keeps it.
      if (composing)
        addEventListener('compositionend', () => setTimeout(doAgain, 0), { once: true, capture: true })
      else doAgain()
    },
    { once: true },
  )
})()
