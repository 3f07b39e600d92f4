import { useState } from 'react'

/**
 * A form over what stands: a field that was not touched shows what stands now, whatever others made of it since the page was
 * opened, and one that was touched is nobody's but the writer's. `forget` once it was sent.
 */
export function useChanges<Values extends object>(standing: Values) {
  const [changes, setChanges] = useState<Partial<Values>>({})
  return {
    values: { ...standing, ...changes },
    change: (part: Partial<Values>) => setChanges((before) => ({ ...before, ...part })),
    forget: () => setChanges({}),
  }
}
