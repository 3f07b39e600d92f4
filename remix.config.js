/**
 * The options of Remix's Vite plugin; `vite.config.ts` hands them over, as the plugin does not look here.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build/pages',
  ignoredRouteFiles: ['**/*.css', '**/*.test.{ts,tsx}'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
    // Folders name the routes (app/routes/<page>/route.tsx); a table of routes would say it twice.
    v3_routeConfig: false,
  },
}
