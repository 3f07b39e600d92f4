import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isRefusal } from '#domain/record/refusal.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { RawSocket } from '../realtime/support/raw-socket.ts'
import { until } from '../realtime/support/site.ts'
import { demoActor } from '../support/actors.ts'
import { newCommand } from './scene.ts'
import { openStage, type Stage } from './stage.ts'

const TAKEN_OUT = '此人另有隐情甲乙丙'
const STANDS = '组织部门意见正文'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

it('[D-160] an opinion reaches others without what its body took out of it while it was sealed', async () => {
  const { scene, site } = stage
  const name = `case/${scene.case}/opinion-organization`
  const writer = await stage.come('organization1')
  const doc = new Y.Doc()
  const opened = await writer.socket?.openDocument(name, doc)
  Y.applyUpdate(doc, new Uint8Array(opened?.update ?? []))
  const letters = new Y.XmlText()
  const change = async (edit: () => void) => {
    const before = Y.encodeStateVector(doc)
    doc.transact(edit)
    const update = Y.encodeStateAsUpdate(doc, before)
    await writer.socket?.must('document/update', { id: opened?.id, update })
  }
  await change(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [letters])
    doc.getXmlFragment(TEXT_FIELD).push([paragraph])
    letters.insert(0, STANDS)
  })
  await change(() => letters.insert(STANDS.length, TAKEN_OUT))
  await change(() => letters.delete(STANDS.length, TAKEN_OUT.length))
  const submitted = await site.app.services.cases.execute(
    demoActor('organization1'),
    scene.case,
    newCommand(),
    { type: 'submit-opinion', stands: { deng: 'EXEMPT', li: 'EXEMPT' }, clauses: [] },
  )
  expect(isRefusal(submitted)).toBe(false)

  for (const who of ['political1', 'secretary', 'organization2']) {
    const visitor = await stage.come(who)
    // As our pages do: they take the rows of a text in frames.
    const reader = await new RawSocket(
      site.url,
      visitor.socket?.cookie ?? '',
      { protocol: PROTOCOL_VERSION, frames: 1 },
      { origin: site.url },
    ).connected()
    const copy = new Y.Doc()
    const answer = await reader.openDocument(name)
    expect([who, answer.mode]).toEqual([who, 'read'])
    const got = () => [
      answer.update,
      ...reader.of('document/updates').flatMap(({ updates }) => updates as Uint8Array[]),
      ...reader.of('document/update').map(({ update }) => update as Uint8Array),
    ]
    const words = () => {
      for (const update of got()) Y.applyUpdate(copy, new Uint8Array(update))
      return copy.getXmlFragment(TEXT_FIELD).toJSON()
    }
    await until('all of it has come', () => words().includes(STANDS))
    const bytes = Buffer.concat(got().map((update) => Buffer.from(update)))
    expect([who, bytes.includes(TAKEN_OUT)]).toEqual([who, false])
  }
})
