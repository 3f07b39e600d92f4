/**
 * Who may import whom : rings, innermost first.
 *
 *   domain <- services <- store, record
 *   domain <- realtime/protocol <- documents, rooms <- transport
 *   everything <- compose <- index
 *   app -> values only from domain and protocol, types from server; server never imports app
 */

/** A type leaves no trace in the bundle; only values make a second copy of something stateful. */
const VALUES = { dependencyTypesNot: ['type-only'] }
const PURE = '^server/(domain|realtime/protocol)/'
const GENERATED = '^server/store/generated/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Values that need each other cannot be read or tested apart.',
      from: { pathNot: GENERATED },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'all-found',
      severity: 'error',
      from: { pathNot: GENERATED },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?'] },
    },
    {
      name: 'only-listed-packages',
      severity: 'error',
      comment: 'A package that is not in package.json is there by accident and may be gone tomorrow.',
      from: { path: '^(app|server|prisma)/', pathNot: GENERATED },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-tools-in-the-product',
      severity: 'error',
      comment:
        'What only the browser loads (*.client.ts) stands in the build and not in the process; what reads PDFs is bundled whole.',
      from: {
        path: '^(app|server)/',
        pathNot: [
          '^server/http/dev-files\\.ts$',
          '\\.client\\.ts$',
          '^server/store/file-words/pdf-pages\\.ts$',
        ],
      },
      to: { dependencyTypes: ['npm-dev'], ...VALUES },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'Rules run in the browser and in tests without anything around them: the domain and zod, no more.',
      from: { path: '^server/domain/' },
      to: { pathNot: ['^server/domain/', '^node_modules/zod/'] },
    },
    {
      name: 'protocol-is-pure',
      severity: 'error',
      comment:
        'Shared by both ends of the wire. Besides zod only the schema of texts, which both ends must agree on.',
      from: { path: '^server/realtime/protocol/' },
      to: { pathNot: [PURE, '^node_modules/(zod|@tiptap|yjs|lib0|y-protocols|socket\\.io-parser)/'] },
    },
    {
      name: 'services-know-the-domain-alone',
      severity: 'error',
      comment: 'What a service needs of the outside it declares as a port.',
      from: { path: '^server/services/' },
      to: {
        path: '^(server|prisma|app)/',
        pathNot: ['^server/services/', PURE, '^server/auth/sign-in\\.ts$', '^server/(metrics|logging)\\.ts$'],
        ...VALUES,
      },
    },
    {
      name: 'record-and-store-implement-ports',
      severity: 'error',
      from: { path: '^server/(record|store)/' },
      to: { path: '^(server/(realtime/(documents|rooms|transport)|http|auth|commands)/|app/)', ...VALUES },
    },
    {
      name: 'prisma-in-the-store-alone',
      severity: 'error',
      from: { path: '^(app|server)/', pathNot: ['^server/store/'] },
      to: { path: ['^node_modules/(@prisma|prisma)/', GENERATED], ...VALUES },
    },
    {
      name: 'socket-io-in-the-transport-alone',
      severity: 'error',
      comment: 'The layers below see a peer with three methods.',
      from: { path: '^(app|server)/', pathNot: ['^server/realtime/transport/'] },
      to: { path: '^node_modules/(socket\\.io|engine\\.io)/' },
    },
    {
      name: 'redis-is-opened-in-one-place',
      severity: 'error',
      comment: 'Its connections fail fast; one of another kind would hide that a message was not sent.',
      from: { path: '^(app|server)/', pathNot: ['^server/redis\\.ts$'] },
      to: { path: '^node_modules/ioredis/', ...VALUES },
    },
    {
      name: 'nodes-below-documents-and-rooms',
      severity: 'error',
      comment: 'What carries news between nodes knows nothing of what they are about.',
      from: { path: '^server/realtime/cluster/' },
      to: { path: '^server/realtime/(documents|rooms|transport)/' },
    },
    {
      name: 'socket-client-in-the-browser-end-alone',
      severity: 'error',
      from: { path: '^(app|server)/', pathNot: ['^app/realtime/'] },
      to: { path: '^node_modules/socket\\.io-client/' },
    },
    {
      name: 'documents-and-rooms-below-transport',
      severity: 'error',
      from: { path: '^server/realtime/(documents|rooms)/' },
      to: { path: '^(server/(realtime/transport|store|record|http|commands)/|app/)', ...VALUES },
    },
    {
      name: 'app-takes-values-from-domain-and-protocol-alone',
      severity: 'error',
      comment: 'A stateful module of the server would exist twice: once in the process, once in the pages.',
      from: { path: '^app/' },
      to: { path: '^(server|prisma)/', pathNot: PURE, ...VALUES },
    },
    {
      name: 'server-never-imports-app',
      severity: 'error',
      from: { path: '^(server|prisma)/' },
      to: { path: '^app/' },
    },
    {
      name: 'one-place-joins-everything',
      severity: 'error',
      comment:
        'Whoever imports the composition root gets everything a second time. Tests and commands compose on purpose.',
      from: { path: '^(app|server)/', pathNot: ['^server/(index\\.ts|commands/)'] },
      to: { path: '^server/(compose|index)\\.ts$', ...VALUES },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(app|server|prisma|scripts)/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-benchmarks',
      severity: 'error',
      comment: 'The product is measured as it is; only the smoke test starts what measures it.',
      from: { path: '^(app|server|prisma|scripts)/' },
      to: { path: '^bench/' },
    },
    {
      name: 'no-left-over-files',
      severity: 'error',
      comment: 'A folder without a mission collects everything.',
      from: {},
      to: { path: '^(app|server)/.*(utils?|helpers?|managers?|misc)(/|\\.tsx?$)', pathNot: GENERATED },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', GENERATED] },
    exclude: { path: ['^build/', '^coverage/', '^bench/peers/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
