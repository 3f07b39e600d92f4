import { expect, it } from 'vitest'
import { pause, until } from '../realtime/support/site.ts'
import { StageServices } from '../realtime/support/stage-services.ts'
import { at, openNodes } from './support/nodes.ts'

it('[H-147] the pointer is seen at another node by whom the piece is shown to, and gone with its presenter', async () => {
  const services = new StageServices()
  services.outside.add('zhao')
  const { nodes } = await openNodes(2, services)
  const [here, there] = nodes
  if (!here || !there) throw new Error('two nodes')
  const [wang, li, zhao] = [
    await at(here, services, 'wang'),
    await at(there, services, 'li'),
    await at(there, services, 'zhao'),
  ]
  for (const socket of [wang, li, zhao]) await socket.ask('room/join', { stream: 'hearing/h1' })
  const point = { hearingId: 'h1', page: 2, at: { x: 10, y: 20 } }
  wang.tell('stage/point', point)
  await until('seen', () => li.of('stage/pointer').length === 1)
  expect(li.of('stage/pointer')).toEqual([point])
  li.tell('stage/point', point)
  wang.socket.disconnect()
  await until('gone', () => li.of('stage/pointer').length === 2)
  expect(li.of('stage/pointer')[1]).toEqual({ ...point, at: null })
  await pause(100)
  expect(zhao.of('stage/pointer')).toEqual([])
})
