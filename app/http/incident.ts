let lastIncident: string | null = null

/**
 * A failed data request carries its number in a header that no component gets to see. Remember the last
 * one, so that the error page can name the line in the server's log.
 */
export function rememberIncidents(window: Window & typeof globalThis): void {
  const plainFetch = window.fetch.bind(window)
  window.fetch = async (...request) => {
    const response = await plainFetch(...request)
    if (response.status >= 500) lastIncident = response.headers.get('X-Request-Id')
    return response
  }
}

export function incidentOfLastRequest(): string | null {
  return lastIncident
}
