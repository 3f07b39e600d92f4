import { Router } from 'express'
import sirv from 'sirv'

const YEAR_S = 365 * 24 * 60 * 60
const HOUR_S = 60 * 60

/**
 * Serves the built browser files, packed when they were built. Names under `/assets` carry a hash of their content
 * and never change their meaning; what is missing there is missing (an old tab after an update), not a page.
 * Stands before the headers of pages: a visit brings sixty files, and a kilobyte with each says nothing to a script.
 * @param folder the built `client` folder, which holds the files of `public/` too.
 */
export function builtFiles(folder: string): Router {
  const files = Router()
  files.use(
    sirv(folder, {
      brotli: true,
      gzip: true,
      setHeaders(response, path) {
        const fixed = path.startsWith('/assets/')
        response.setHeader('Cache-Control', `public, max-age=${fixed ? `${YEAR_S}, immutable` : HOUR_S}`)
        response.setHeader('X-Content-Type-Options', 'nosniff')
        response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
      },
    }),
  )
  files.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('404\n')
  })
  return files
}
