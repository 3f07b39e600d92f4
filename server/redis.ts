import { Redis } from 'ioredis'

const RECONNECT_MS = 200

/**
 * A connection to Redis. Nothing is queued or sent again behind our back: whoever asks learns at once that it was not
 * done, and knows better than a client library what that means. A connection that says nothing is taken for dead.
 * @param commandMs how long an answer may take
 */
export function openRedis(url: string, commandMs = 1_500): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_500,
    commandTimeout: commandMs,
    socketTimeout: commandMs + 1_000,
    retryStrategy: () => RECONNECT_MS,
  })
  // Every failed attempt to connect is one; what it means is said by those who wanted something.
  redis.on('error', () => undefined)
  return redis
}
