import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { Actor } from '#domain/people/actor.ts'
import { demoActor } from '../support/actors.ts'
import type { Visitor } from './attempts.ts'
import { must, newCommand } from './scene.ts'
import { openStage, type Stage } from './stage.ts'
import { dataOf, framesOf, wordsFoundIn } from './sweep.ts'

/** Whose name is masked to the party is looked for in every byte that the party and the hall get (H-186). */

let stage: Stage
let hearingId = ''
const sides: Visitor[] = []
/** Two people with ids that stand for nothing else. */
const hidden: Record<'witness' | 'seat', Actor> = {
  witness: { ...demoActor('witness'), name: '公冶长风' },
  seat: { ...demoActor('public-seat'), name: '澹台明月' },
}

const act = async (who: string | Actor, command: HearingCommand) =>
  must(
    await stage.site.app.services.hearings.execute(
      typeof who === 'string' ? demoActor(who) : who,
      hearingId,
      newCommand(),
      command,
    ),
  )
const stateOf = async (who: string) =>
  must(await stage.site.app.services.hearings.view(demoActor(who), hearingId, 'person')).shared.state
const secrets = () => Object.values(hidden).flatMap(({ personId, name }) => [personId, name])

async function speak(who: Actor, text: string): Promise<void> {
  await act(who, { type: 'ask-to-speak', alsoFor: [] })
  const waiting = (await stateOf('hearing-chair')).floor.waiting[0]
  await act('hearing-chair', { type: 'give-floor', requestId: waiting?.id ?? '', seconds: null })
  await act('recorder', { type: 'write-passage', personId: who.personId, text })
}

beforeAll(async () => {
  stage = await openStage()
  const { services } = stage.site.app
  hearingId = stage.scene.hearing
  for (const [capacity, key] of [
    ['witness', 'witness'],
    ['public-seat', 'seat'],
  ] as const) {
    const added = await services.people.addPerson(demoActor('sysadmin'), {
      ...{
        userName: `hidden-${key}`,
        name: hidden[key].name,
        bodyId: 'public',
        office: '',
        language: 'zh-CN',
      },
      password: 'Password-123',
    })
    hidden[key] = { ...hidden[key], personId: must(added).personId, roles: [] }
    await act('secretary', {
      ...{ type: 'name-participant', personId: hidden[key].personId, capacity, represents: null },
      breadth: capacity === 'public-seat' ? '周边居民' : '',
    })
  }
  for (const who of ['party', 'observer1', 'third-party']) {
    const visitor = await stage.come(who)
    expect(await visitor.ask('room/join', { stream: `hearing/${hearingId}`, audience: 'person' })).toBe(
      'done',
    )
    expect(await visitor.ask('comments/join', { hearingId, after: 0 })).toBe('done')
    sides.push(visitor)
  }
  const here = [
    ...['hearing-chair', 'hearing-member1', 'hearing-member2', 'hearing-member3', 'recorder', 'investigator'],
    ...['party', 'third-party', 'observer1', hidden.witness, hidden.seat],
  ]
  for (const who of here) await act(who, { type: 'come-in' })
  await act('hearing-chair', { type: 'open' })
  for (const personId of [
    'investigator',
    'party',
    'third-party',
    hidden.witness.personId,
    hidden.seat.personId,
  ])
    await act('recorder', { type: 'check-identity', personId })
  for (let step = 0; step < 4; step += 1) await act('hearing-chair', { type: 'next-phase' })
  await act('hearing-chair', { type: 'call-witness', personId: hidden.witness.personId })
  await speak(hidden.witness, '我看见了。')
  await act('hearing-chair', { type: 'next-phase' })
  await act('hearing-chair', { type: 'warn', personId: hidden.seat.personId, reason: '喧哗' })
  const { comments } = services
  const words = {
    type: 'comment',
    text: '请公开测绘结果',
    issueId: null,
    evidenceId: null,
    paragraph: null,
  } as const
  must(await comments.execute(hidden.seat, hearingId, newCommand(), words))
  const [first] = must(await comments.view(demoActor('recorder'), hearingId)).comments
  must(
    await comments.execute(demoActor('recorder'), hearingId, newCommand(), {
      type: 'admit',
      commentId: first?.id ?? '',
    }),
  )
}, 120_000)

afterAll(() => stage.close())

describe('a name that is masked', () => {
  it('[H-186] is told by name and id to those who know it', async () => {
    const recorder = await stage.come('recorder')
    await recorder.ask('room/join', { stream: `hearing/${hearingId}`, audience: 'person' })
    await recorder.ask('comments/join', { hearingId, after: 0 })
    const page = await (await recorder.request(dataOf(`/hearings/${hearingId}`))).text()
    expect(wordsFoundIn(page, secrets())).toEqual(secrets())
  })

  it('[H-186] stands in no frame of the sides and the hall, and neither does the id', async () => {
    for (const visitor of sides) {
      await expect.poll(() => framesOf(visitor), { timeout: 5_000 }).toMatch(/请公开测绘结果/)
      const frames = framesOf(visitor)
      expect([visitor.socket?.userName, wordsFoundIn(frames, secrets())]).toEqual([
        visitor.socket?.userName,
        [],
      ])
      // Something was told of them, under what stands for them.
      expect(frames).toMatch(/masked-\d+/)
    }
  })

  it('[H-186] stands in no page of theirs, nor in its data', async () => {
    for (const visitor of sides) {
      const joined = await visitor.socket?.ask('room/join', {
        stream: `hearing/${hearingId}`,
        audience: 'person',
      })
      const comments = await visitor.socket?.ask('comments/join', { hearingId, after: 0 })
      const found = [JSON.stringify([joined, comments])]
      for (const page of ['', '/notice', '/screen', '/exhibits', '/transcript', '/report']) {
        const path = `/hearings/${hearingId}${page}`
        found.push(
          await (await visitor.request(path)).text(),
          await (await visitor.request(dataOf(path))).text(),
        )
      }
      const { userName } = visitor.socket ?? {}
      expect([userName, wordsFoundIn(found.join(), secrets())]).toEqual([userName, []])
      expect(found.join()).toMatch(/masked-\d+/)
    }
  })

  it('[H-186] stands in no entry of the record as they are told it', async () => {
    const told = async (who: string) =>
      JSON.stringify(must(await stage.site.app.services.timeline.of(demoActor(who), `hearing/${hearingId}`)))
    expect(wordsFoundIn(await told('recorder'), secrets())).toEqual(secrets())
    for (const who of ['party', 'third-party', 'observer1'])
      expect([who, wordsFoundIn(await told(who), secrets())]).toEqual([who, []])
    expect(await told('party')).toMatch(/"actorName":"公某某某"/)
  })

  it('[H-186] is asked by what stands for it; a guess at the id finds nobody', async () => {
    const [party] = sides
    if (!party) throw new Error('nobody came')
    const { participants } = await stateOf('party')
    const witness = participants.find(({ name }) => name === '公某某某')
    expect(witness?.personId).toMatch(/^masked-\d+$/)
    const ask = (to: string) =>
      party.command(`hearing/${hearingId}`, { type: 'put-question', to, text: '几点？' })
    const guessed = await ask(hidden.witness.personId)
    expect(guessed).toBe(await ask('nobody-by-that-name'))
    expect(guessed).not.toBe('done')
    expect(await ask(witness?.personId ?? '')).toBe('done')
    const { questions } = await stateOf('recorder')
    expect(questions).toMatchObject([{ from: 'party', to: hidden.witness.personId }])
  })
})
