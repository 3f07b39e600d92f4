import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '../support/actors.ts'
import { Visitor } from './attempts.ts'
import { ROLES } from './matrix.ts'
import { hands, must, newCommand, SECRET, setScene, type Scene } from './scene.ts'
import { openAccessSite, type AccessSite } from './site.ts'
import { everythingFor, framesOf, withoutTurnout, wordsFoundIn } from './sweep.ts'

/** What nobody may find, looked for in every byte that a person can get by any way there is. */

let site: AccessSite
let scene: Scene
let hand: ReturnType<typeof hands>
const visitors = new Map<string, Visitor>()

async function visitor(who: string): Promise<Visitor> {
  const known = visitors.get(who) ?? (await Visitor.come(site, who))
  visitors.set(who, known)
  return known
}

/** The same as `everythingFor` at the beginning, asked once for each. */
const atTheBeginning = new Map<string | null, Promise<string>>()
function everythingAtTheBeginning(who: string | null): Promise<string> {
  const swept =
    atTheBeginning.get(who) ??
    (who === null ? Promise.resolve(new Visitor(site, null)) : visitor(who)).then((one) =>
      everythingFor(one, scene),
    )
  atTheBeginning.set(who, swept)
  return swept
}

const until = async (what: string, holds: () => boolean) =>
  expect.poll(holds, { timeout: 5_000, message: what }).toBe(true)

beforeAll(async () => {
  site = await openAccessSite()
  scene = await setScene(site.app)
  hand = hands(site.app)
})

afterAll(async () => {
  for (const { socket } of visitors.values()) socket?.disconnect()
  await site.close()
})

describe('an opinion that is not submitted', () => {
  it('[D-07] is found by its own department', async () => {
    expect(await everythingAtTheBeginning('organization1')).toContain(SECRET.draftOpinion)
  })

  it.each(Object.values(ROLES))('[D-07] is not found by %s', async (who) => {
    expect(wordsFoundIn(await everythingAtTheBeginning(who), [SECRET.draftOpinion])).toEqual([])
  })

  it('[D-15] says nothing of itself to whoever tries to submit it, empty or not', async () => {
    for (const who of [
      'applicant',
      'discipline1',
      'discipline3',
      'audit1',
      'secretary',
      'leader',
      'political1',
    ]) {
      const tried = async (part: string) =>
        (await visitor(who)).command(`case/${scene.case}`, { type: 'submit-document', part })
      // Written, not written, and no such department: one answer.
      for (const part of ['opinion-organization', 'opinion-audit', 'opinion-nobody'])
        expect([who, part, await tried(part)]).toEqual([who, part, 'document/unknown'])
    }
    const command = { type: 'submit-opinion', stands: { deng: 'EXEMPT', li: 'EXEMPT' }, clauses: [] }
    for (const who of ['audit1', 'secretary', 'leader'])
      expect(await (await visitor(who)).command(`case/${scene.case}`, command)).toBe('case/body-not-invited')
    expect(await (await visitor('applicant')).command(`case/${scene.case}`, command)).toBe('access/denied')
  })

  it('[D-15] is not held up for its writers by those who may not submit it', async () => {
    const writer = await visitor('organization1')
    const name = `case/${scene.case}/opinion-organization`
    const told = await writer.socket?.openDocument(name)
    for (const who of ['audit1', 'discipline1'])
      await (
        await visitor(who)
      ).command(`case/${scene.case}`, { type: 'submit-document', part: 'opinion-organization' })
    expect(writer.socket?.frames.filter(({ event }) => event === 'document/revoked')).toEqual([])
    writer.socket?.tell('document/close', { id: told?.id })
  })
})

describe('those who have no part in a case', () => {
  // Without the land-policy case: its open hearing tells everybody of it (H-61).
  const CONTENT = [
    '少减免租金',
    '未批先建',
    '政策把握不准',
    '房租减免明细',
    SECRET.draftOpinion,
    SECRET.otherCase,
    '容错〔',
    '言辞过激',
  ]

  it('[P-06] are the administrators, who find no content of any case', async () => {
    expect(wordsFoundIn(await everythingAtTheBeginning('secretary'), CONTENT)).toEqual(
      CONTENT.filter((word) => word !== SECRET.draftOpinion),
    )
    for (const who of ['sysadmin', 'secadmin', 'auditor', 'observer3', null])
      expect([who, wordsFoundIn(await everythingAtTheBeginning(who), CONTENT)]).toEqual([who, []])
  })

  it('[P-07] are those who work in a department and do not speak for it', async () => {
    // The number of the case stands in the papers of the hearing they take part in.
    for (const who of ['investigator', 'recorder'])
      expect([who, wordsFoundIn(await everythingAtTheBeginning(who), CONTENT)]).toEqual([who, ['容错〔']])
    const page = await site.app.services.cases.list(demoActor('investigator'), {
      search: '',
      stage: null,
      sort: 'number',
      descending: false,
      page: 1,
    })
    expect(page).toMatchObject({ rows: [], total: 0 })
  })
})

describe('while a ballot is open', () => {
  const WATCHING = [
    'secretary',
    'chair',
    'organization3',
    'political3',
    'audit1',
    'leader',
    'discipline3',
    'applicant',
    'auditor',
  ]

  /** Rooms and entries as each of them gets them; the voters are others, so nothing may differ but the turnout. */
  async function seenByAll(meetingId: string): Promise<readonly string[]> {
    const seen: string[] = []
    for (const who of WATCHING) {
      const watcher = await visitor(who)
      for (const audience of ['screen', 'person'])
        seen.push(
          JSON.stringify(
            await watcher.socket?.ask('room/join', { stream: `meeting/${meetingId}`, audience }),
          ),
        )
      for (const path of [
        `/meetings/${meetingId}/entries`,
        `/meetings/${meetingId}/record.txt`,
        '/workbench.data',
      ])
        seen.push(`${who} ${path} ${await (await watcher.request(path)).text()}`)
    }
    return seen.map(withoutTurnout)
  }

  async function cast(who: string, meetingId: string, pollId: string, choice: string): Promise<void> {
    const told = await (
      await visitor(who)
    ).socket?.ask('ballot/cast', { meetingId, pollId, choice, commandId: newCommand() })
    expect(told).toMatchObject({ ok: true })
  }

  it('[B-18] nothing that anybody gets depends on what was voted or by whom (named)', async () => {
    const before = await seenByAll(scene.voting)
    await cast('discipline1', scene.voting, scene.poll, 'NOT_TOLERATED')
    await cast('discipline2', scene.voting, scene.poll, 'NOT_TOLERATED')
    await cast('organization1', scene.voting, scene.poll, 'EXEMPT')
    const watcher = await visitor('political3')
    await until(
      'turnout',
      () => watcher.socket?.frames.some(({ event }) => event === 'room/turnout') ?? false,
    )
    expect(await seenByAll(scene.voting)).toEqual(before)
  })

  it('[B-18] frames tell no more than how many voted, and not below three', async () => {
    const turnouts =
      (await visitor('political3')).socket?.frames.filter(({ event }) => event === 'room/turnout') ?? []
    for (const { message } of turnouts) {
      expect(Object.keys(message).sort()).toEqual(['entitled', 'pollId', 'stream', 'voted'])
      expect([null, 3]).toContain(message['voted'])
    }
    for (const who of WATCHING) {
      const views = framesOf(await visitor(who))
      expect(views).not.toMatch(/"choices":\{"|"votedIds":\["|"counts":\{"|"result":\{/)
    }
  })

  it('[B-18] [B-17] a secret count is nobody’s before the close, and then of those who confirm and announce', async () => {
    const { voting, poll } = scene
    await hand.meeting('chair', voting, { type: 'void-ballot', pollId: poll, reason: '重新表决' })
    await hand.meeting('chair', voting, {
      type: 'put-question',
      subjectId: 'wei',
      question: '是否为魏某澄清？',
      options: ['EXEMPT', 'NOT_TOLERATED'],
      method: 'secret',
    })
    const secret = (await hand.seenMeeting('chair', voting)).items[0]?.polls.at(-1)?.id ?? ''
    const before = await seenByAll(voting)
    const votes = {
      discipline1: 'EXEMPT',
      discipline2: 'EXEMPT',
      organization1: 'EXEMPT',
      organization2: 'NOT_TOLERATED',
      political1: 'NOT_TOLERATED',
    }
    for (const [who, choice] of Object.entries(votes)) await cast(who, voting, secret, choice)
    expect(await seenByAll(voting)).toEqual(before)
    for (const who of ['discipline1', 'chair', 'leader']) {
      const polls = must(await site.app.services.meetings.view(demoActor(who), voting, 'person'))
      expect(polls.own.find(({ pollId }) => pollId === secret)?.choice ?? null).toBeNull()
    }
    await hand.meeting('chair', voting, { type: 'close-ballot', pollId: secret })
    const FIGURES = /"counts":\{"EXEMPT":3|"EXEMPT",3|EXEMPT[^a-z]{1,12}3,/
    for (const who of ['discipline1', 'audit1', 'leader', 'political2']) {
      const everything = await everythingFor(await visitor(who), scene)
      expect([who, FIGURES.test(everything), everything.includes('"result":{')]).toEqual([who, false, false])
    }
    expect(await everythingFor(await visitor('organization3'), scene)).toMatch(FIGURES)
  })
})

describe('the recused', () => {
  const ITEM2 = [
    '未批先建',
    '某区城管局',
    '城管局',
    SECRET.otherCase,
    '第二项表态之语',
    '第二项表决之问',
    '容错〔2026〕2号',
  ]

  it('[X-10] [D-13] [T-51] find nothing of their item while it goes on, and get no frame of it', async () => {
    const { meeting, item1, item2, application } = scene
    const recused = await visitor('political3')
    await recused.ask('room/join', { stream: `meeting/${meeting}` })
    await hand.meeting('chair', meeting, {
      type: 'rule-on-recusal',
      recusalId: application,
      granted: false,
      reason: '无须回避',
    })
    await hand.meeting('chair', meeting, { type: 'defer-item', itemId: item1, reason: '另议' })
    await hand.toStatements(meeting, item2)
    await hand.meeting('political2', meeting, { type: 'raise-hand', kind: 'question' })
    for (const who of [
      'discipline1',
      'discipline2',
      'organization1',
      'organization2',
      'organization3',
      'political1',
      'political2',
      'chair',
    ])
      await hand.meeting(who, meeting, { type: 'state', stand: 'FOR', reason: '第二项表态之语' })
    await hand.meeting('chair', meeting, {
      type: 'put-question',
      subjectId: 'bureau',
      question: '第二项表决之问',
      options: ['EXEMPT', 'NOT_TOLERATED'],
      method: 'named',
    })
    const others = await everythingFor(await visitor('political2'), scene)
    expect(wordsFoundIn(others, ITEM2)).toEqual(ITEM2)
    expect(wordsFoundIn(await everythingFor(recused, scene), ITEM2)).toEqual([])
    expect(wordsFoundIn(framesOf(recused), ITEM2)).toEqual([])
    const poll = (await hand.seenMeeting('chair', meeting)).items[1]?.polls[0]?.id ?? ''
    expect(
      await recused.ask('ballot/cast', {
        meetingId: meeting,
        pollId: poll,
        choice: 'EXEMPT',
        commandId: newCommand(),
      }),
    ).toBe('ballot/not-entitled')
    await hand.meeting('chair', meeting, { type: 'void-ballot', pollId: poll, reason: '程序有误' })
  })

  it('[X-13] [T-30] [T-52] lose open pages and documents at once, and have them back after the item', async () => {
    const { meeting, item2, otherCase } = scene
    const [leaving, writer] = [await visitor('organization2'), await visitor('secretary')]
    await leaving.ask('room/join', { stream: `case/${otherCase}` })
    await leaving.ask('room/join', { stream: `meeting/${meeting}` })
    const name = `case/${otherCase}/facts`
    await leaving.socket?.openDocument(name)
    const from = leaving.socket?.frames.length ?? 0
    await hand.meeting('organization2', meeting, { type: 'recuse-myself', itemId: item2, reason: '亲属' })
    await hand.write(name, '回避之后写下的话', 'secretary')
    await hand.meeting('secretary', meeting, { type: 'raise-hand', kind: 'report' })
    await writer.ask('room/join', { stream: `meeting/${meeting}` })
    const since = () => (leaving.socket?.frames ?? []).slice(from)
    await until('both cut', () =>
      ['document/revoked', 'room/revoked'].every((event) => since().some((frame) => frame.event === event)),
    )
    const text = since()
      .map(({ message }) =>
        JSON.stringify(message, (_k, part: unknown) =>
          part instanceof Uint8Array ? Buffer.from(part).toString() : part,
        ),
      )
      .join()
    expect(wordsFoundIn(text, ['回避之后写下的话', '未批先建', '第二项表态之语'])).toEqual([])
    expect(await leaving.ask('document/open', { name, stateVector: new Uint8Array([0]) })).toBe(
      'access/recused',
    )
    await hand.meeting('chair', meeting, { type: 'defer-item', itemId: item2, reason: '下次再议' })
    expect(await leaving.ask('document/open', { name, stateVector: new Uint8Array([0]) })).toBe('write')
    await until('the item is back', () => JSON.stringify(since().at(-1)?.message).includes('未批先建'))
  })

  it('[D-13] find nothing of the case in an earlier meeting and its minutes either', async () => {
    const words = ['言辞过激', '材料不足']
    const { pastMeeting, pastCase, minutes } = scene
    const recused = await visitor('political3')
    expect(wordsFoundIn(await everythingFor(recused, scene), words)).toEqual(words)
    await recused.ask('room/join', { stream: `minutes/${minutes}` })
    await recused.ask('room/join', { stream: `meeting/${pastMeeting}` })
    const from = recused.socket?.frames.length ?? 0
    const later = await hand.convene('后来之会', [pastCase])
    const item = (await hand.seenMeeting('chair', later)).items[0]?.id ?? ''
    await hand.meeting('political3', later, { type: 'recuse-myself', itemId: item, reason: '亲属' })
    const since = () => (recused.socket?.frames ?? []).slice(from)
    await until('minutes closed', () =>
      since().some(
        ({ event, message }) => event === 'room/revoked' && message['stream'] === `minutes/${minutes}`,
      ),
    )
    await until('the earlier meeting’s item closed', () =>
      since().some(
        ({ event, message }) =>
          event === 'room/view' &&
          message['stream'] === `meeting/${pastMeeting}` &&
          !JSON.stringify(message).includes('言辞过激'),
      ),
    )
    expect(wordsFoundIn(await everythingFor(recused, scene), words)).toEqual([])
    expect(await recused.get(`/minutes/${minutes}.data`)).toBe('access/recused')
    await hand.meeting('secretary', later, { type: 'cancel', reason: '改期' })
    expect(await recused.get(`/minutes/${minutes}.data`)).toBe('done')
  })
})
