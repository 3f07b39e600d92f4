import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { gracefulStop } from '#server/graceful-stop.ts'
import { createLog } from '#server/logging.ts'

const log = createLog({ production: true, logLevel: 'silent' })

async function listening(stop: () => Promise<void>, answer = () => Promise.resolve('')) {
  const server = createServer((_request, response) => void answer().then((text) => response.end(text)))
  const quit = gracefulStop({ server, log, stop })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, quit, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('an answer under way is finished before the database goes away', async () => {
  const order: string[] = []
  const { server, quit, url } = await listening(
    async () => void order.push('stopped'),
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      order.push('answered')
      return 'done'
    },
  )
  const arrived = once(server, 'request')
  const answer = fetch(url).then((response) => response.text())
  await arrived
  expect(await quit()).toBe(0)
  expect(await answer).toBe('done')
  expect(order).toEqual(['answered', 'stopped'])
  await expect(fetch(url)).rejects.toThrow()
})

test('a connection that stays open does not hold the process', async () => {
  const { quit, url } = await listening(() => Promise.resolve())
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write('GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\n')
  // Cut off, it may see a reset; that it ends is what counts.
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  expect(await quit()).toBe(0)
  await closed
})

test('asked twice, it stops once', async () => {
  let stops = 0
  const { quit } = await listening(async () => void (stops += 1))
  expect(await Promise.all([quit(), quit()])).toEqual([0, 0])
  expect(stops).toBe(1)
})

test('what fails to stop is told by the exit code', async () => {
  const { quit } = await listening(() => Promise.reject(new Error('disk full')))
  expect(await quit()).toBe(1)
})
