import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodePresence, encodePresence } from '#protocol/presence.ts'
import { demoActor } from '../support/actors.ts'
import type { Visitor } from './attempts.ts'
import { UNANSWERED } from './matrix.ts'
import { must, newCommand } from './scene.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

describe('people', () => {
  it('[T-40] [T-41] cannot take another’s name or cursor in a text', async () => {
    const name = `case/${stage.scene.case}/draft-decision`
    const [writer, forger] = [await stage.come('discipline1'), await stage.come('organization1')]
    const opened = await writer.socket?.openDocument(name)
    const forging = await forger.socket?.openDocument(name)
    const place = { tname: 'default' }
    const cursor = (clientId: number, user: object) =>
      encodePresence([{ clientId, clock: 1, state: { user, cursor: { anchor: place, head: place } } }])
    writer.socket?.tell('document/presence', { id: opened?.id, update: cursor(4711, {}) })
    const entries = (reader: Visitor) =>
      (reader.socket?.frames ?? [])
        .filter(({ event }) => event === 'document/presence')
        .flatMap(({ message }) => decodePresence(new Uint8Array(message['update'] as Uint8Array)))
    // The id is the writer's from here on; two sockets do not wait for each other.
    await expect.poll(() => entries(forger).length, { timeout: 5_000 }).toBeGreaterThan(0)
    const chair = { id: 'chair', name: '陈立', body: '演示市纪委监委', color: '#000000' }
    forger.socket?.tell('document/presence', { id: forging?.id, update: cursor(4711, chair) })
    forger.socket?.tell('document/presence', { id: forging?.id, update: cursor(4712, chair) })
    await expect.poll(() => entries(writer).length, { timeout: 5_000 }).toBeGreaterThan(0)
    for (const { clientId, state } of entries(writer))
      expect([clientId, state?.['user']]).toEqual([
        4712,
        expect.objectContaining({ id: 'organization1', name: '孙丽' }),
      ])
  })

  it('[T-57] who opened nothing do nothing with messages that nobody answers', async () => {
    const before = await stage.stored()
    const [stranger, writer] = [await stage.come('witness'), await stage.come('discipline2')]
    const opened = await writer.socket?.openDocument(`case/${stage.scene.case}/draft-decision`)
    const from = writer.socket?.frames.length ?? 0
    for (const event of UNANSWERED)
      for (const message of [
        { id: opened?.id, update: new Uint8Array([1, 5, 1, 2, 123, 125]) },
        { stream: `meeting/${stage.scene.meeting}` },
        null,
        'x',
        { id: -1 },
      ])
        stranger.socket?.tell(event, message)
    expect(await stranger.ask('room/join', { stream: `meeting/${stage.scene.meeting}` })).toBe(
      'access/not-found',
    )
    expect(writer.socket?.frames.slice(from).filter(({ event }) => event === 'document/revoked')).toEqual([])
    expect(await stage.stored()).toBe(before)
  })

  it('[T-05] [R-46] whose account is disabled lose page and socket at once, and cannot come back', async () => {
    const [administrator, gone] = [await stage.come('sysadmin'), await stage.come('organization3')]
    expect(await gone.ask('room/join', { stream: `meeting/${stage.scene.meeting}` })).toBe('done')
    expect(
      await administrator.post('/administration/people.data', {
        intent: 'disable',
        personId: 'organization3',
      }),
    ).toBe('done')
    await expect
      .poll(() => gone.socket?.frames.some(({ event }) => event === 'session/closed'), { timeout: 5_000 })
      .toBe(true)
    expect(await gone.get('/workbench')).toBe('sign in')
    expect(await gone.post('/language', { language: 'en', to: '/' })).toBe('led on')
    await expect(stage.come('organization3')).rejects.toThrow('401')
    expect(
      await administrator.post('/administration/people.data', {
        intent: 'enable',
        personId: 'organization3',
      }),
    ).toBe('done')
    // The session of before stays ended.
    expect(await gone.get('/workbench')).toBe('sign in')
  })

  it('[T-33] whose role is taken away lose with it what it opened, in the middle of a page', async () => {
    const [administrator, former] = [await stage.come('secadmin'), await stage.come('discipline3')]
    await expect.poll(() => former.ask('room/join', { stream: `case/${stage.scene.case}` })).toBe('done')
    const opinion = `case/${stage.scene.case}/opinion-discipline`
    const opened = await former.socket?.openDocument(opinion)
    const accounts = must(await stage.site.app.services.people.everybody(demoActor('secadmin')))
    const term = accounts.find(({ id }) => id === 'discipline3')?.roles[0]?.id ?? ''
    expect(await administrator.post('/administration/roles.data', { intent: 'end', roleTermId: term })).toBe(
      'done',
    )
    await expect
      .poll(() => former.socket?.frames.some(({ event }) => event === 'document/revoked'), { timeout: 5_000 })
      .toBe(true)
    const doc = new Y.Doc()
    doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
    expect(await former.ask('document/update', { id: opened?.id, update: Y.encodeStateAsUpdate(doc) })).toBe(
      'document/unknown',
    )
    expect(await former.ask('document/open', { name: opinion, stateVector: new Uint8Array([0]) })).toBe(
      'access/not-found',
    )
    // He still handles the case, and no longer speaks for his body.
    expect(
      await former.command(`case/${stage.scene.case}`, {
        type: 'record-finding',
        criterion: 'look-nature',
        side: 'unclear',
        reason: '仍想认定',
        evidenceIds: [],
      }),
    ).toBe('access/denied')
  })

  it('[R-20] vote once, from however many pages at once', async () => {
    const pages = await Promise.all([
      stage.come('political1'),
      stage.come('political1'),
      stage.come('political1'),
    ])
    const told = await Promise.all(
      pages.map((page, index) =>
        page.ask('ballot/cast', {
          meetingId: stage.scene.voting,
          pollId: stage.scene.poll,
          choice: index === 0 ? 'EXEMPT' : 'NOT_TOLERATED',
          commandId: newCommand(),
        }),
      ),
    )
    expect(told.sort()).toEqual(['ballot/already-voted', 'ballot/already-voted', 'done'])
    expect(
      await stage.site.database.client.pollBallot.count({
        where: { pollId: stage.scene.poll, personId: 'political1' },
      }),
    ).toBe(1)
  })
})
