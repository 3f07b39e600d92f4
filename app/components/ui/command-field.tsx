import { useState } from 'react'

/** A command's id: sent twice with the same id, it happens once. */
export function newCommandId(): string {
  // `randomUUID` is missing where the page comes over plain HTTP from another host (a closed network).
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** One id per showing of a form; `key` it with whatever changes when the form was accepted. */
export function CommandField() {
  const [id] = useState(newCommandId)
  // Server and browser each make one; either is fresh, so the difference is harmless.
  return <input type="hidden" name="commandId" defaultValue={id} suppressHydrationWarning />
}
