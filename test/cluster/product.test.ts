import { expect, it } from 'vitest'
import { MemberSocket } from '../support/member-socket.ts'
import { CASE, MEETING, MeetingPlay } from '../support/meeting-play.ts'
import { signedInCookie } from '../support/member-socket.ts'
import { openPage, type as typeWords, words } from '../realtime/support/page.ts'
import { pause, until } from '../realtime/support/site.ts'
import { startProduct } from './support/product.ts'

const TEXT = `case/${CASE}/facts`
const ELSEWHERE_MS = 5_000

it('[T-93] a member recused through one node gets nothing of the case at another from then on', async () => {
  const { nodes } = await startProduct(2)
  const [here, there] = [nodes[0]!, nodes[1]!]
  const play = new MeetingPlay(here.url)
  await play.open()
  const item = await play.item()
  await play.act('chair', { type: 'open-item', itemId: item.id, presenterId: 'discipline2' })
  const member = await MemberSocket.connect(there.url, 'political2')
  await member.openDocument(TEXT)
  await member.meeting(MEETING)
  const writer = await MemberSocket.connect(there.url, 'discipline1')
  let isWriting = true
  const writing = (async () => {
    while (isWriting) await writer.writeParagraph(TEXT, '字')
  })()
  const frames = () => member.frames.filter(({ event }) => event.startsWith('document/update')).length
  await until('frames come', () => frames() > 5)
  await play.act('political2', { type: 'recuse-myself', itemId: item.id, reason: '与当事人有利害关系' })
  const answered = await member.ask('document/open', { name: TEXT, stateVector: new Uint8Array([0]) })
  expect(answered).toMatchObject({ ok: false })
  const before = frames()
  await pause(300)
  isWriting = false
  await writing
  expect(frames()).toBe(before)
  expect(member.frames.some(({ event }) => event === 'document/revoked')).toBe(true)
  for (const socket of [member, writer]) socket.disconnect()
  play.disconnect()
})

it('[T-97] failures to sign in are counted over all nodes', async () => {
  const { nodes } = await startProduct(2)
  const attempt = (place: number, password: string) =>
    fetch(`${nodes[place % 2]!.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: nodes[place % 2]!.url,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ userName: 'audit1', password }).toString(),
    })
  for (let place = 0; place < 5; place++)
    expect((await attempt(place, `wrong-${place}`)).status).not.toBe(302)
  for (const place of [0, 1]) expect((await attempt(place, 'huishang-demo')).status).not.toBe(302)
})

it('[T-95] the people of a killed node are elsewhere within five seconds and miss nothing', async () => {
  const { nodes, door } = await startProduct(3)
  const cookie = await signedInCookie(door.url, 'discipline1')
  const pages = Array.from({ length: 9 }, () => openPage(door.url, cookie, 'discipline1'))
  const sessions = pages.map((page) => page.open(TEXT))
  await until('all opened', () => sessions.every((session) => session.snapshot().mode === 'write'), 10_000)
  expect(
    (await Promise.all(nodes.map((node) => node.metric('huishang_sockets')))).every((n) => n === 3),
  ).toBe(true)
  await nodes[1]!.signal('SIGKILL')
  const killedAt = performance.now()
  sessions.forEach((session, place) => typeWords(session, `danach ${place}`))
  await until(
    'all are online and saved',
    () =>
      pages.every(({ client }) => client.connection.isOnline) &&
      sessions.every((session) => session.snapshot().saved === 'saved'),
    ELSEWHERE_MS,
  )
  process.stdout.write(`elsewhere after ${Math.round(performance.now() - killedAt)} ms\n`)
  await until('all see all', () => new Set(sessions.map(words)).size === 1)
  for (let place = 0; place < 9; place++) expect(words(sessions[0]!)).toContain(`danach ${place}`)
})

it('[T-94] a node that does not reach the database sends its people to those that do', async () => {
  const { nodes, door } = await startProduct(2)
  const cookie = await signedInCookie(door.url, 'discipline1')
  const pages = Array.from({ length: 4 }, () => openPage(door.url, cookie, 'discipline1'))
  const sessions = pages.map((page) => page.open(TEXT))
  await until('all opened', () => sessions.every((session) => session.snapshot().mode === 'write'), 10_000)
  nodes[1]!.postgres.set('silent')
  sessions.forEach((session, place) => typeWords(session, `danach ${place}`))
  const isSaved = () => sessions.every((session) => session.snapshot().saved === 'saved')
  await until('all are saved', isSaved, 15_000)
  expect(await nodes[1]!.isReady()).toBe(false)
})

it('[T-94] a node cut off from Redis says that it is not ready, and reading goes on', async () => {
  const { nodes } = await startProduct(2)
  const [, there] = [nodes[0]!, nodes[1]!]
  there.redis.set('silent')
  const cutAt = performance.now()
  while (await there.isReady()) await pause(50)
  expect(performance.now() - cutAt).toBeLessThan(3_500)
  const cookie = await signedInCookie(nodes[0]!.url, 'chair')
  const page = await fetch(`${there.url}/meetings`, { headers: { cookie } })
  expect(page.status).toBe(200)
  const answer = await fetch(`${there.url}/sign-out`, {
    method: 'POST',
    headers: { cookie, origin: there.url },
  })
  expect([answer.status, await answer.json()]).toEqual([503, { refused: 'record/unavailable' }])
  there.redis.set('open')
  while (!(await there.isReady())) await pause(50)
})
