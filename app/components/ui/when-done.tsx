import { Text } from '@mantine/core'
import type { Fetcher } from '@remix-run/react'
import { useEffect, useRef, type RefObject } from 'react'

type Answered = Fetcher<{ readonly ok: boolean }>

/** Empties the form once an answer `{ ok: true }` has come. A refusal leaves it as it is. */
export function useEmptyWhenDone({ data, state }: Answered): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  const seen = useRef<unknown>(null)
  useEffect(() => {
    if (state !== 'idle' || !data?.ok || seen.current === data) return
    seen.current = data
    form.current?.reset()
  }, [data, state])
  return form
}

/** Says that it was done, beside the form that asked for it. The region stands from the start, so that it is heard. */
export function WhenDone({ fetcher, children }: { fetcher: Answered; children: string }) {
  return (
    <Text role="status" size="sm" c="var(--pine)">
      {fetcher.state === 'idle' && fetcher.data?.ok ? children : ''}
    </Text>
  )
}
