import { describe, expect, it } from 'vitest'
import { RawSocket } from './support/raw-socket.ts'
import { StageServices } from './support/stage-services.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

const open = async () => {
  const services = new StageServices()
  return { services, site: await openSite({ services }) }
}

async function page(site: Site, personId: string, audience = 'person'): Promise<RawSocket> {
  const socket = await new RawSocket(site.url, site.services.signIn(personId)).connected()
  await socket.ask('room/join', { stream: 'hearing/h1', audience })
  return socket
}

const pointers = (socket: RawSocket) => socket.of('stage/pointer')
const at = (x: number, y = 500, over: object = {}) => ({ hearingId: 'h1', page: 1, at: { x, y }, ...over })

describe('the pointer on stage', () => {
  it('[H-145] goes from the presenter to those who are shown the piece, and not to himself', async () => {
    const { services, site } = await open()
    services.outside.add('zhao')
    const [wang, li, zhao] = await Promise.all(['wang', 'li', 'zhao'].map((who) => page(site, who)))
    if (!wang || !li || !zhao) throw new Error('three pages')
    const screen = await page(site, 'li', 'screen')
    wang.tell('stage/point', at(300))
    await until('seen', () => pointers(li).length === 1 && pointers(screen).length === 1)
    expect(pointers(li)[0]).toEqual(at(300))
    await pause(100)
    expect(zhao.frames.map(({ event }) => event)).not.toContain('stage/pointer')
    expect(JSON.stringify(zhao.frames)).not.toContain('e1')
    expect(pointers(wang)).toEqual([])
  })

  it('[H-145] from nobody else: not who is shown it, not who had the stage, not who never joined', async () => {
    const { services, site } = await open()
    const [wang, li] = [await page(site, 'wang'), await page(site, 'li')]
    li.tell('stage/point', at(100))
    const stranger = await new RawSocket(site.url, services.signIn('wang')).connected()
    stranger.tell('stage/point', at(200))
    await pause(80)
    expect([...pointers(wang), ...pointers(li)]).toEqual([])
    services.change(() => (services.staged = { evidenceId: 'e1', by: 'li', at: 'later', page: 1 }))
    await until('li has it', () => li.of('room/shared').length === 1 && wang.of('room/shared').length === 1)
    wang.tell('stage/point', at(300))
    li.tell('stage/point', at(400))
    await until('seen', () => pointers(wang).length === 1)
    await pause(80)
    expect(pointers(wang)).toEqual([at(400)])
    expect(pointers(li)).toEqual([])
  })

  it('[H-145] to nobody from whom the piece was taken, also while his view is being made anew', async () => {
    const { services, site } = await open()
    const [wang, li] = [await page(site, 'wang'), await page(site, 'li')]
    wang.tell('stage/point', at(1))
    await until('seen', () => pointers(li).length === 1)
    services.viewMs = 150
    services.change(() => services.outside.add('li'))
    for (let x = 2; x < 40; x++) {
      wang.tell('stage/point', at(x))
      await pause(10)
    }
    await until('told', () => li.of('room/shared').length === 1)
    services.viewMs = 0
    await pause(60)
    wang.tell('stage/point', at(50))
    await pause(120)
    expect(pointers(li)).toEqual([at(1)])
  })

  it('[H-146] many moves become few frames, and the last one counts', async () => {
    const { site } = await open()
    const [wang, li] = [await page(site, 'wang'), await page(site, 'li')]
    for (let x = 1; x <= 150; x++) wang.tell('stage/point', at(x))
    await until('the last one', () => pointers(li).some(({ at: spot }) => (spot as { x: number }).x === 150))
    expect(pointers(li).length).toBeLessThan(12)
  })

  it('[H-146] is gone when its presenter is, and leaves nothing behind', async () => {
    const { services, site } = await open()
    const [wang, li] = [await page(site, 'wang'), await page(site, 'li')]
    wang.tell('stage/point', at(300, 200, { page: 7 }))
    await until('seen', () => pointers(li).length === 1)
    wang.socket.disconnect()
    await until('gone', () => pointers(li).length === 2)
    expect(pointers(li)[1]).toEqual({ hearingId: 'h1', page: 7, at: null })
    expect(services.executions).toBe(0)
    expect(await page(site, 'zhao').then(pointers)).toEqual([])
  })

  it('[H-146] what is no point goes nowhere, and a flood of it ends the socket', async () => {
    const { site } = await open()
    const [wang, li] = [await page(site, 'wang'), await page(site, 'li')]
    const WRONG = [
      null,
      {},
      'x',
      at(1001),
      at(-1),
      at(1.5),
      at(1, 1, { page: 0 }),
      at(1, 1, { hearingId: '../h1' }),
      at(1, 1, { hearingId: 'another' }),
      { hearingId: 'h1', page: 1, at: { x: '1', y: {} } },
    ]
    for (const one of WRONG) wang.tell('stage/point', one)
    await pause(80)
    expect(pointers(li)).toEqual([])
    for (let time = 0; time < 1_200; time++) wang.tell('stage/point', at(9_999))
    await until('closed', () => wang.of('session/closed').length === 1)
    expect(wang.of('session/closed')[0]).toEqual({ reason: 'flooding' })
  })
})
