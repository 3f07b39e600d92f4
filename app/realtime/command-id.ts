/**
 * A fresh id for a command: 128 random bits. `crypto.randomUUID` is missing on plain http, which is how a
 * closed network may serve us.
 */
export function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
