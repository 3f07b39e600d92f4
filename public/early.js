// What is pressed or typed before the page's own script has taken over would be lost without a word: it is kept
// here, and done again when the script says that it is ready (app/components/shell/ready.ts).
;(() => {
  const typed = new Map()
  let pressed = null

  const keep = ({ target }) => {
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      typed.set(target, target.type === 'checkbox' || target.type === 'radio' ? target.checked : target.value)
  }

  // Forms that are posted work without any script; every other button needs its own.
  const hold = (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button || (button.type === 'submit' && button.form?.method === 'post')) return
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

  const again = (field, value) => {
    if (typeof value === 'boolean') {
      field.checked = !value
      field.click()
    } else {
      field.value = ''
      put(field, value)
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      )
    }
  }

  document.addEventListener('input', keep, true)
  document.addEventListener('click', hold, true)
  document.addEventListener('keydown', holdKey, true)
  addEventListener(
    'huishang:ready',
    () => {
      document.removeEventListener('input', keep, true)
      document.removeEventListener('click', hold, true)
      document.removeEventListener('keydown', holdKey, true)
      for (const [field, value] of typed) if (field.isConnected) again(field, value)
      if (pressed?.isConnected) pressed.click()
    },
    { once: true },
  )
})()
