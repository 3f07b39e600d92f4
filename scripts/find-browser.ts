import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { aptInstall, onPath, succeeds } from './commands.ts'

const NAMES = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium-browser',
  'microsoft-edge',
]
const PATHS = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** No browser, and none could be installed. The message is the one line to show. */
export class NoBrowser extends Error {}

/** Ubuntu has a `chromium-browser` that only tells to install something else: ask each for its version. */
function works(path: string): boolean {
  if (!existsSync(path)) return false
  const asked = spawnSync(path, ['--version'], { timeout: 20_000, encoding: 'utf8' })
  return asked.status === 0 && /Chrom|Edge/.test(asked.stdout)
}

function installed(): string | null {
  const candidates = [...NAMES.map((name) => onPath(name)), ...PATHS, chromium.executablePath()]
  return candidates.find((path): path is string => path !== null && works(path)) ?? null
}

function playwrightInstall(): boolean {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const dependencies = process.getuid?.() === 0 && onPath('apt-get') !== null ? ['--with-deps'] : []
  console.log('no Chromium found, trying to download one')
  return succeeds(process.execPath, [cli, 'install', ...dependencies, 'chromium'], {
    // A closed network drops packets silently; without these the download hangs for minutes.
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeout: 300_000,
    stdio: 'ignore',
  })
}

/**
 * The path of a Chromium or Chrome for the tests: `HUISHANG_BROWSER` or `CHROME_PATH`, the usual places, else
 * Playwright's download, else apt-get when root.
 * @throws {NoBrowser}
 */
export function findBrowser(): string {
  for (const variable of ['HUISHANG_BROWSER', 'CHROME_PATH']) {
    const path = process.env[variable]
    if (!path) continue
    if (works(path)) return path
    throw new NoBrowser(`${variable} names ${path}, which is no Chromium or Chrome that starts.`)
  }
  const found =
    installed() ??
    (playwrightInstall() ? installed() : null) ??
    (aptInstall('chromium', 'fonts-noto-cjk') ? installed() : null)
  if (found !== null) return found
  throw new NoBrowser(
    'No Chromium or Chrome was found: install one (Debian: apt-get install chromium fonts-noto-cjk) or set HUISHANG_BROWSER to its path.',
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(findBrowser())
