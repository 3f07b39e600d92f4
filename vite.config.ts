import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import sirv from 'sirv'
import { dependencies, devDependencies } from './package.json'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  // Types of loaders and actions follow the single fetch format, which keeps dates and maps.
  interface Future {
    v3_singleFetch: true
  }
}

const MERGE_REFS = fileURLToPath(new URL('app/components/ui/merge-refs.ts', import.meta.url))

/** See `merge-refs.ts`: tables and dialogs need one small hook of a library of 15 kB. */
const lightScrollArea: Plugin = {
  name: 'light-scroll-area',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === '@floating-ui/react' && importer?.includes('/components/ScrollArea/') ? MERGE_REFS : null,
}

const EVERY_PAGE = [
  /\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//,
  /\/node_modules\/(i18next|react-i18next|remix-i18next|html-parse-stringify|void-elements)\//,
  /\/node_modules\/(clsx|@mantine\/core\/esm\/(core|components\/(Button|ActionIcon|UnstyledButton|Text|Title|Group|Stack|Paper|Anchor|Loader|Transition)))\//,
]

/** What every page needs, in one file instead of forty: each has its headers, and packs worse alone. */
function everyPage(id: string): string | undefined {
  return EVERY_PAGE.some((pattern) => pattern.test(id)) ? 'every-page' : undefined
}

/** What pdf.js asks for while it reads a paper: character maps of Chinese fonts, fonts, decoders. Ours to serve, one address a release. */
const PDF = fileURLToPath(new URL('node_modules/pdfjs-dist/', import.meta.url))
const PDF_AT = `assets/pdfjs-${devDependencies['pdfjs-dist']}`

const pdfData: Plugin = {
  name: 'pdf-data',
  configureServer({ middlewares }) {
    middlewares.use(`/${PDF_AT}`, sirv(PDF, { dev: true }))
  },
  generateBundle() {
    if (this.environment.name !== 'client') return
    for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
      for (const name of readdirSync(`${PDF}${folder}`))
        this.emitFile({
          type: 'asset',
          fileName: `${PDF_AT}/${folder}/${name}`,
          source: readFileSync(`${PDF}${folder}/${name}`),
        })
  },
}

const outside = Object.keys(dependencies).filter((name) => !/^@(mantine|tabler)\//.test(name))

export default defineConfig(({ command, isSsrBuild = false }) => ({
  plugins: [lightScrollArea, pdfData, remix(remixConfig)],
  build: {
    target: 'es2022',
    // Source would otherwise stand on every visitor's machine.
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks: everyPage } } }),
  },
  ssr: {
    // Left outside is what package.json lists, and only that: packages of packages lie wherever npm puts them and
    // may move when development tools are pruned. Built in are a module per icon, six thousand of them, and
    // hundreds for Mantine, so that only those in use are loaded at the start (0.7 s less on one core).
    ...(command === 'build' ? { noExternal: true as const, external: outside } : {}),
  },
}))
