/** What is folded is made at its opening, a frame or two later; longer than this nobody waits for it. */
const PATIENCE_MS = 2_000

/** Opens the folds around a form and its own, shows it, and puts the cursor into its first field. */
export function openForm(id: string): void {
  const until = performance.now() + PATIENCE_MS
  const go = () => {
    const form = document.getElementById(id)
    for (let fold = form?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true
    const own = form?.querySelector<HTMLDetailsElement>(':scope > details')
    if (own) own.open = true
    const field = form?.querySelector<HTMLElement>('input, textarea, select')
    if (!field) {
      if (performance.now() < until) requestAnimationFrame(go)
      return
    }
    form?.scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
  }
  go()
}
