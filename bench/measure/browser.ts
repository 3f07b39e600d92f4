import { chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/find-browser.ts'
import { median } from './statistics.ts'

export interface PageLoad {
  /** Milliseconds until the largest thing of the page is painted. */
  readonly lcp: number
  /** Of JavaScript on the wire. */
  readonly scriptBytes: number
}

const LOADS = 5

/** A page as a browser shows it at a first visit, the median of five; null where there is no browser. */
export async function loadPage(url: string, cookie: string): Promise<PageLoad | null> {
  let executablePath: string
  try {
    executablePath = findBrowser()
  } catch {
    return null
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  const loads: PageLoad[] = []
  for (let load = 0; load < LOADS; load++) {
    // A context of its own: nothing in its cache.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(500)
    // As text: what runs in the page is not compiled with this file.
    const shown: unknown = await page.evaluate(`new Promise((resolve) =>
        new PerformanceObserver((list) => resolve({
          lcp: list.getEntries().at(-1).startTime,
          scriptBytes: performance.getEntriesByType('resource')
            .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
            .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        })).observe({ type: 'largest-contentful-paint', buffered: true }))`)
    loads.push(shown as PageLoad)
    await context.close()
  }
  await browser.close()
  return {
    lcp: median(loads.map(({ lcp }) => lcp)),
    scriptBytes: median(loads.map(({ scriptBytes }) => scriptBytes)),
  }
}
