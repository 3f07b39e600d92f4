import { createContext, useContext } from 'react'

/** The nonce of this response's Content-Security-Policy: scripts and styles without it don't run. */
export const NonceContext = createContext('')

export function useNonce(): string {
  return useContext(NonceContext)
}
