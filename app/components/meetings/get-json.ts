/**
 * Reads a resource route of ours. Not a fetcher: a fetcher that fails takes the whole page to the error
 * boundary, and a room must not end because one reading failed. Rejects when there is no good answer.
 */
export async function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(path, {
    headers: { Accept: 'application/json' },
    ...(signal ? { signal } : {}),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as Answer
}
