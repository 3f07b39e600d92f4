import type { RequestHandler } from 'express'

/** `/healthz`: the process lives and its event loop turns. Asks nothing else, so a slow database never restarts us. */
export const healthz: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').type('text/plain').send('ok\n')
}

/**
 * `/readyz`: whether visitors should be sent here. `ready` is asked each time and has two seconds: a
 * database that hangs is a database that is away.
 */
export function readyz(ready: () => Promise<boolean>): RequestHandler {
  return (_request, response) => {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref())
    void Promise.race([ready().catch(() => false), late]).then((isReady) => {
      response
        .status(isReady ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .type('text/plain')
        .send(isReady ? 'ready\n' : 'not ready\n')
    })
  }
}
