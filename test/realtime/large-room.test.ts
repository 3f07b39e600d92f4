import { expect, it } from 'vitest'
import { Rooms } from '#server/realtime/rooms/rooms.ts'
import { noMetrics } from '#server/realtime/surroundings.ts'
import type { Peer } from '#protocol/peer.ts'
import { pause, until } from './support/site.ts'

const STREAM = 'meeting/m1'
const log = { error: () => undefined, warn: () => undefined, info: () => undefined }

/** A room of so many, each of whom writes down the words that he was shown. */
async function roomOf(count: number) {
  let [words, seq] = ['', 1]
  const shown = new Map<string, string[]>()
  const rooms = new Rooms({
    viewOf: () => Promise.resolve({ seq, view: { words } }),
    log,
    metrics: noMetrics,
    isCutOff: () => false,
  })
  for (let index = 0; index < count; index++) {
    const personId = `person-${String(index)}`
    const told: string[] = []
    shown.set(personId, told)
    const peer: Peer = {
      id: personId,
      personId,
      isOpen: true,
      takesFrames: false,
      isBehind: false,
      actor: () => Promise.resolve({ personId, name: '', bodyId: null, bodyName: null, roles: [] }),
      sendFrame: () => false,
      tell: () => undefined,
      send: (event, message) => {
        if (event === 'room/view') told.push((message as { view: { words: string } }).view.words)
      },
    }
    await rooms.join(peer, STREAM, 'person', () => undefined)
  }
  const say = (said: string, addsOnly: boolean) => {
    ;[words, seq] = [said, seq + 1]
    return rooms.refresh((stream) => stream === STREAM, addsOnly)
  }
  const all = () => [...new Set([...shown.values()].map((told) => told.join()))]
  return { say, all }
}

it('[T-122] a large room hears of several entries together, and at once of what closes something', async () => {
  const { say, all } = await roomOf(400)
  await say('一', true)
  expect(all()).toEqual(['一'])
  const later = [say('二', true)]
  await pause(10)
  later.push(say('三', true))
  await pause(10)
  expect(all()).toEqual(['一'])
  await Promise.all(later)
  expect(all()).toEqual(['一,三'])
  const last = say('四', true)
  await say('五', false)
  expect(all()).toEqual(['一,三,五'])
  await last
  expect(all()).toEqual(['一,三,五'])
})

it('[T-50] a small one hears of each as it comes', async () => {
  const { say, all } = await roomOf(9)
  for (const words of ['一', '二', '三']) await say(words, true)
  expect(all()).toEqual(['一,二,三'])
  void say('四', true)
  await until('told', () => all()[0] === '一,二,三,四')
})
