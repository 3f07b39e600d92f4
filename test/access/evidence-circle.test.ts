import { afterAll, beforeAll, expect, it } from 'vitest'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import { demoActor } from '../support/actors.ts'
import { must, newCommand } from './scene.ts'
import { openStage, type Stage } from './stage.ts'
import { everythingFor, framesOf } from './sweep.ts'

/** Side doors to a piece that only a named circle knows of. */

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const TITLE = '举报人陈述笔录'
const FACT = '会议记录事后补签'
const CONTENT = '只给承办人看的内容'
const NOTE = '第三行签名系代签'
const TAKEN_BACK = '第四行疑似涂改'

it('[E-03] [E-21] nothing of a restricted piece, nor of what is marked on it, reaches anybody outside its circle: pages, rooms, search, entries, files', async () => {
  const { scene, site } = stage
  const { services } = site.app
  // Of the bodies that take part, of none, the party; who chairs is of the circle's own body.
  const names = ['organization1', 'audit1', 'applicant']
  const others = await Promise.all(names.map((who) => stage.come(who)))
  const inCircle = await stage.come('discipline1')
  const secretary = await stage.come('secretary')
  // Rooms are joined before it is there, so that what is sent unasked is seen too.
  for (const { socket } of [...others, inCircle])
    await socket?.ask('room/join', { stream: `case/${scene.case}`, audience: 'person' })
  const form = new FormData()
  for (const [name, value] of Object.entries({
    ...{ commandId: newCommand(), title: TITLE, fact: FACT, classification: 'restricted' },
    readerBodyIds: 'discipline',
  }))
    form.set(name, value)
  form.set('file', new Blob([`%PDF-1.7\n${CONTENT}`]), '笔录-甲.pdf')
  const answer = await secretary.request(`/cases/${scene.case}/evidence/add`, { method: 'POST', body: form })
  expect(answer.status).toBe(200)
  const { evidenceId } = (await answer.json()) as { evidenceId: string }
  must(
    await services.cases.execute(demoActor('secretary'), scene.case, newCommand(), {
      ...{ type: 'describe-evidence', evidenceId, title: TITLE, reason: '补充说明甲' },
      register: { ...UNREGISTERED, fact: FACT, classification: 'restricted', readerBodyIds: ['discipline'] },
    }),
  )
  must(
    await services.cases.execute(demoActor('secretary'), scene.case, newCommand(), {
      ...{ type: 'set-condition', conditionId: null, subjectId: 'deng', text: '程序合规', met: 'unclear' },
      evidenceIds: [evidenceId],
    }),
  )
  const zone = { x: 100, y: 100, width: 200, height: 50 }
  const marking = (note: string) =>
    ({ type: 'mark-evidence', evidenceId, place: { kind: 'zone', page: 1, zone }, note }) as const
  for (const note of [NOTE, TAKEN_BACK])
    must(await services.cases.execute(demoActor('secretary'), scene.case, newCommand(), marking(note)))
  const { state } = must(await services.cases.view(demoActor('secretary'), scene.case))
  const [, markId = ''] = state.evidence.find(({ id }) => id === evidenceId)?.marks.map(({ id }) => id) ?? []
  const takeBack = { type: 'withdraw-evidence-mark', evidenceId, markId } as const
  must(await services.cases.execute(demoActor('secretary'), scene.case, newCommand(), takeBack))
  await site.app.searchSettled()
  const path = `/cases/${scene.case}/evidence/${evidenceId}`
  const asked = async (visitor: (typeof others)[number]) => {
    const found = [await everythingFor(visitor, scene), framesOf(visitor)]
    for (const words of ['举报人', '事后补签', '笔录', '代签', '涂改'])
      found.push(await (await visitor.request(`/search/hits?q=${encodeURIComponent(words)}`)).text())
    for (const one of [
      path,
      `${path}/view`,
      `${path}/view.data`,
      `${path}/words`,
      `${path}/view?mark=${markId}`,
    ])
      found.push(await (await visitor.request(one)).text())
    const save = await visitor.request(path, {
      method: 'POST',
      body: new URLSearchParams({ reason: '看看' }),
    })
    found.push(await save.text())
    // What he looked for himself is said again by a page.
    return found.join('\n').replaceAll(/"(举报人|事后补签|笔录|代签|涂改)"/g, '')
  }
  const WORDS = [TITLE, FACT, CONTENT, '笔录-甲', '补充说明甲', NOTE, TAKEN_BACK]
  for (const [index, visitor] of others.entries()) {
    const text = await asked(visitor)
    expect([names[index], WORDS.filter((word) => text.includes(word))]).toEqual([names[index], []])
    expect(await visitor.get(path)).not.toBe('done')
    // By a bare socket neither marked nor found out.
    for (const command of [marking('试探'), takeBack]) {
      const stream = `case/${scene.case}`
      const answer = await visitor.socket?.ask<{ refusal?: { refused: string } }>('room/command', {
        ...{ stream, commandId: newCommand(), command },
      })
      expect([names[index], answer?.refusal?.refused]).toEqual([
        names[index],
        names[index] === 'organization1' ? 'evidence/unknown' : 'access/denied',
      ])
    }
  }
  // The same sweep finds it where it is known: it is not blind.
  const text = await asked(inCircle)
  expect(WORDS.filter((word) => text.includes(word))).toEqual(WORDS)
}, 120_000)
