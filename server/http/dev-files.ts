import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

/** Vite in middleware mode on our own HTTP server, hot updates included. Development only. */
export async function devFiles(
  server: Server,
): Promise<{ files: RequestHandler; build: () => Promise<ServerBuild> }> {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } })
  return {
    files: vite.middlewares,
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
  }
}
