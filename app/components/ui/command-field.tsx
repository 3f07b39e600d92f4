import { useState } from 'react'
import { newCommandId } from '#app/realtime/command-id.ts'

/** One id per showing of a form: sent twice with it, the command happens once. `key` it with whatever changes when the form was accepted. */
export function CommandField() {
  const [id] = useState(newCommandId)
  // Server and browser each make one; either is fresh, so the difference is harmless.
  return <input type="hidden" name="commandId" defaultValue={id} suppressHydrationWarning />
}
