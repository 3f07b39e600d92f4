/** What is folded is made at its opening, a frame or two later; longer than this nobody waits for it. */
const PATIENCE_MS = 2_000

/** Opens the fold that a form stands in, the folds around it and its own, and puts the cursor into its first field. */
export function openForm(id: string, within: string): void {
  const outer = document.getElementById(within)
  if (outer instanceof HTMLDetailsElement) outer.open = true
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
