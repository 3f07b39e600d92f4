import { notifications } from '@mantine/notifications'
import type { Fetcher } from '@remix-run/react'
import { useEffect, useRef, type RefObject } from 'react'

/** Empties the form and says so, once an answer `{ ok: true }` has come. A refusal leaves it as it is. */
export function useWhenDone(
  fetcher: Fetcher<{ readonly ok: boolean }>,
  sentence: string,
): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  const told = useRef<unknown>(null)
  const { data, state } = fetcher
  useEffect(() => {
    if (state !== 'idle' || !data?.ok || told.current === data) return
    told.current = data
    form.current?.reset()
    notifications.show({ message: sentence, color: 'pine' })
  }, [data, state, sentence])
  return form
}
