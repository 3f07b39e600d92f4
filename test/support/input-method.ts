import type { CDPSession } from 'playwright-core'

/** The letters while an input method composes them, as the browser tells a page of them. */
export async function composing(
  input: CDPSession,
  steps: readonly string[],
  between?: () => Promise<void>,
): Promise<void> {
  for (const [at, text] of steps.entries()) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    if (at === 1) await between?.()
  }
}

/** And what is chosen at the end. */
export async function compose(
  input: CDPSession,
  steps: readonly string[],
  chosen: string,
  between?: () => Promise<void>,
): Promise<void> {
  await composing(input, steps, between)
  await input.send('Input.insertText', { text: chosen })
}
