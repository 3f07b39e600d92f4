/**
 * What is prepared at the same time is committed at once: whoever is ready last commits for all. So who works alone waits
 * for nobody, and a hundred thousand changes in a row need not be as many commits.
 */
export function together<Change>(commit: (changes: readonly Change[]) => void) {
  let preparing = 0
  let ready: { readonly change: Change; readonly done: (failure: Error | null) => void }[] = []

  function commitReady(): void {
    const all = ready
    ready = []
    let failure: Error | null = null
    try {
      if (all.length > 0) commit(all.map(({ change }) => change))
    } catch (error) {
      failure = error instanceof Error ? error : new Error('not committed', { cause: error })
    }
    for (const { done } of all) done(failure)
  }

  /** Resolves after the commit; rejects with what `prepare` or the commit throws. */
  return async function change(prepare: () => Promise<Change>): Promise<void> {
    preparing += 1
    let committed: Promise<void> | undefined
    try {
      const prepared = await prepare()
      committed = new Promise((resolve, reject) =>
        ready.push({
          change: prepared,
          done: (failure) => (failure ? reject(failure) : resolve()),
        }),
      )
    } finally {
      preparing -= 1
      if (preparing === 0) commitReady()
    }
    await committed
  }
}
