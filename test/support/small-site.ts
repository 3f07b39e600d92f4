import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { onTestFinished } from 'vitest'
import { createHttp, type HttpParts } from '#server/http.ts'
import { builtFiles } from '#server/http/built-files.ts'
import { createLog } from '#server/logging.ts'
import { createMetrics, type Metrics } from '#server/metrics.ts'
import { packFiles } from '../../scripts/pack-files.ts'

export interface SmallSite {
  readonly url: string
  readonly server: Server
  readonly metrics: Metrics
}

export interface SmallSiteParts {
  readonly env?: Partial<HttpParts['env']>
  readonly app?: Partial<HttpParts['app']>
  loader?(args: LoaderFunctionArgs): Promise<Response>
  action?(args: ActionFunctionArgs): Promise<Response>
}

const HTML = { 'Content-Type': 'text/html' }
const NOBODY = {} as HttpParts['app']

/**
 * The real HTTP stack around a site of one route, `/thing` and where a file is taken, without a page: what the stack itself does is what
 * such a test is about. Port and folder are its own and gone when the test ends.
 */
export async function smallSite({ env, app, loader, action }: SmallSiteParts = {}): Promise<SmallSite> {
  const folder = await mkdtemp(join(tmpdir(), 'huishang-site-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets/page-a1b2c3.js'), 'export {}\n'.repeat(500))
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  packFiles(folder)

  const metrics = createMetrics()
  const server = createServer(
    createHttp({
      env: {
        production: true,
        origin: undefined,
        secure: false,
        trustProxy: false,
        metricsToken: undefined,
        demo: false,
        uploadLimitBytes: 2 * 1_048_576,
        ...env,
      },
      log: createLog({ production: true, logLevel: 'silent' }),
      metrics,
      app: {
        ...NOBODY,
        actorFrom: () => Promise.resolve(null),
        ready: () => Promise.resolve(true),
        isCutOff: () => false,
        ...app,
      },
      build: siteOf({
        loader: loader ?? (({ context }) => Promise.resolve(Response.json({ nonce: context.nonce }))),
        action: action ?? (async ({ request }) => new Response(String((await request.text()).length))),
      }),
      files: builtFiles(folder),
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true })
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, metrics }
}

function siteOf(route: Required<Pick<SmallSiteParts, 'loader' | 'action'>>): ServerBuild {
  return {
    entry: {
      module: {
        default: (_: Request, status: number) => new Response('page', { status, headers: HTML }),
        // As in the product, errors are told to the log and not to the console.
        handleError: (error, { context }) => context.reportError(error),
      },
    },
    routes: {
      thing: { id: 'thing', path: 'thing', module: route as never },
      file: { id: 'file', path: 'cases/c/evidence/add', module: route as never },
    },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    mode: 'production',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
  }
}
