/** Rejects when the work is not done in time; the work itself cannot be stopped. */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${seconds} s`)), seconds * 1_000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    // Whatever becomes of it later concerns nobody any more.
    work.catch(() => undefined)
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
