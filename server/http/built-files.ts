import express, { Router } from 'express'

/**
 * Serves the built browser files. Names under `/assets` carry a hash of their content and never change their
 * meaning; what is missing there is missing (an old tab after an update), not a page.
 * @param folder the built `client` folder, which holds the files of `public/` too.
 */
export function builtFiles(folder: string): Router {
  const files = Router()
  files.use(
    '/assets',
    express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  )
  files.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('404\n')
  })
  files.use(express.static(folder, { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore' }))
  return files
}
