import { afterEach, expect, test, vi } from 'vitest'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import { uploadQueueOf } from '#app/components/evidence/upload-queues.ts'

afterEach(() => vi.unstubAllGlobals())

/** A tab: what asks before it is closed, and a line that is down. */
function tab() {
  const asking = new Set<string>()
  vi.stubGlobal('window', {
    addEventListener: (name: string) => asking.add(name),
    removeEventListener: (name: string) => asking.delete(name),
  })
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')))
  return asking
}
const film = new File(['录像'], '录像.mp4')

test('[D-152] a case has one queue in a tab; while something is under way its closing is asked about', () => {
  const asking = tab()
  const queue = uploadQueueOf('p1', 'c1')
  expect(uploadQueueOf('p1', 'c1')).toBe(queue)
  expect(uploadQueueOf('p1', 'c2')).not.toBe(queue)
  queue.add([film], { title: '', register: UNREGISTERED })
  expect(asking).toEqual(new Set(['beforeunload']))
  queue.remove(queue.snapshot()[0]?.key ?? 0)
  expect(asking).toEqual(new Set())
})

test('[D-152] whoever signs in next in the tab finds nothing of it, and nothing more of it is sent', () => {
  tab()
  const queue = uploadQueueOf('p1', 'c1')
  queue.add([film, film], { title: '', register: UNREGISTERED })
  expect(uploadQueueOf('p2', 'c1').snapshot()).toEqual([])
  expect(queue.snapshot()).toEqual([])
  expect(uploadQueueOf('p1', 'c1').snapshot()).toEqual([])
})

test('[D-152] nothing is kept where everybody would share it', () => {
  expect(uploadQueueOf('p1', 'c1')).not.toBe(uploadQueueOf('p1', 'c1'))
})
