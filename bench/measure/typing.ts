import type { Page } from 'playwright-core'

// Runs in the page, as text: what runs there is not compiled with this file. From the key, as the browser stamps it, to
// the moment after the frame in which its letter is painted.
const WATCH = `
  window.inputToPaint = []
  addEventListener('keydown', (event) => {
    if (event.key.length !== 1) return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.inputToPaint.push(performance.now() - event.timeStamp)
      port2.postMessage(0)
    })
  }, true)
  window.lastPaint = 0
  new PerformanceObserver((list) => { window.lastPaint = list.getEntries().at(-1).startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })`

/** Before the page is opened. */
export const watchTyping = (page: Page): Promise<void> => page.addInitScript(WATCH).then(() => undefined)

/** Milliseconds from the address to the largest thing that was painted, so far. */
export const largestPaint = (page: Page): Promise<number> => page.evaluate('window.lastPaint')

/** Key after key at the cursor. @returns milliseconds from each to its paint */
export async function typeFor(page: Page, seconds: number, everyMs: number): Promise<readonly number[]> {
  await page.evaluate('window.inputToPaint.length = 0')
  const end = performance.now() + seconds * 1_000
  for (let key = 0; performance.now() < end; key++) {
    const began = performance.now()
    await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[key % 26] ?? 'a')
    await page.waitForTimeout(Math.max(0, everyMs - (performance.now() - began)))
  }
  await page.waitForTimeout(500)
  return page.evaluate('window.inputToPaint')
}
