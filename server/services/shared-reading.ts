/**
 * The same reading for all who ask before it has begun: an entry of a meeting makes a view for each of a hundred pages,
 * and each would ask the database the same. Nobody gets what was read before he asked, so what a commit changed is in
 * every view made after it.
 */
export function sharedReading<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const waiting = new Map<Key, Promise<Value>>()
  const running = new Map<Key, Promise<unknown>>()

  async function begin(key: Key): Promise<Value> {
    await running.get(key)
    // The embedded database answers in the turn it is asked in: without this pause everybody would be served alone.
    await new Promise((resolve) => setImmediate(resolve))
    // From here on it has begun: whoever asks now waits for the next.
    waiting.delete(key)
    const reading = read(key)
    const done = reading.catch(() => undefined)
    running.set(key, done)
    try {
      return await reading
    } finally {
      if (running.get(key) === done) running.delete(key)
    }
  }

  return (key) => {
    const asked = waiting.get(key) ?? begin(key)
    waiting.set(key, asked)
    return asked
  }
}
