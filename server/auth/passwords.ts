import { hash, verify } from '@node-rs/argon2'

/** Argon2id by the library's defaults: 19 MiB, two passes, one lane (OWASP's first recommendation). */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a stored hash the same work is done for nothing, so that both answers take the same time. */
  matches(storedHash: string | null, password: string): Promise<boolean>
}

/** @param chanceText a fresh unguessable text: what the dummy hash is made of, and nobody's password. */
export function createPasswords(chanceText: string): Passwords {
  const dummy = hash(chanceText)
  return {
    hash: (password) => hash(password),
    async matches(storedHash, password) {
      const right = await verify(storedHash ?? (await dummy), password)
      return storedHash !== null && right
    },
  }
}
