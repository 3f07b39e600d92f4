import { useCallback, useState } from 'react'
import type { Refusal } from '#domain/record/refusal.ts'

/** Gives a command and keeps what was answered, beside the button that was pressed. `act` answers whether it was done. */
export function useActWith<Command>(send: (command: Command) => Promise<Refusal | null>) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const act = useCallback(
    async (command: Command): Promise<boolean> => {
      setBusy(true)
      setRefusal(null)
      const answer = await send(command)
      setBusy(false)
      setRefusal(answer)
      return answer === null
    },
    [send],
  )
  return { act, busy, refusal, forget: () => setRefusal(null) }
}
