import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
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

export default defineConfig(({ command }) => ({
  plugins: [lightScrollArea, remix(remixConfig)],
  build: {
    target: 'es2022',
    // Source would otherwise stand on every visitor's machine.
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: { output: { experimentalMinChunkSize: 4_000 } },
  },
  ssr: {
    // A module per icon, six thousand of them, and hundreds for Mantine: built in, only those in use are loaded
    // when the process starts (0.7 s less on one core).
    noExternal: command === 'build' ? ['@tabler/icons-react', /^@mantine\//] : [],
  },
}))
