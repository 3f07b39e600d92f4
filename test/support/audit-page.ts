import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** Every serious or critical finding of axe, a line each; empty where there is none. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Through the debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(
          ({ target, failureSummary = '' }) =>
            `${id} ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
        ),
    )
}

/** What sticks out at the side of a page that must not scroll there; empty where nothing does. */
export async function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const { clientWidth } = root
    if (root.scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 4)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className.toString().slice(0, 60)} ${element.textContent?.slice(0, 30) ?? ''}`,
      )
      .concat(`the page is ${root.scrollWidth} px wide`)
  })
}

export interface ScriptWeight {
  /** As transferred: after the content encoding. */
  readonly bytes: number
  /** Scripts that came without one. */
  readonly plain: readonly string[]
}

/** Bytes of JavaScript that the first visit of `path` transfers, nothing cached. */
export async function scriptWeight(page: Page, path: string): Promise<ScriptWeight> {
  // What the page before still fetches is not this one's.
  await page.goto('about:blank')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.clearBrowserCache')
  let bytes = 0
  const plain: string[] = []
  devtools.on('Network.responseReceived', ({ type, response }) => {
    if (type !== 'Script') return
    const headers = new Headers(response.headers)
    const length = Number(headers.get('content-length') ?? NaN)
    bytes += length
    // Below a kilobyte packing gains nothing.
    if (!headers.has('content-encoding') && !(length <= 1_024)) plain.push(response.url)
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await devtools.detach()
  return { bytes, plain }
}
