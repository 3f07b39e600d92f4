/** Empties a field of what was sent, and leaves alone what its writer has begun since: the answer may take a while. */
export function withoutSent(sent: string): (now: string) => string {
  return (now) => (now === sent ? '' : now)
}
