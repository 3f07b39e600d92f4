import { afterAll, beforeAll } from 'vitest'
import * as Y from 'yjs'
import { asProposed, changesBetween } from '#app/components/suggestions/changes.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { demoActor } from './actors.ts'
import { openDemoApp } from './app.ts'

export const RENT = 'case-rent-relief'
export const FACTS = `case/${RENT}/facts`
export const OPINION = `case/${RENT}/opinion-discipline`

export const refused = (answer: object) => (isRefusal(answer) ? answer.refused : 'done')

export function must<Value>(answer: Value): Exclude<Value, { refused: string }> {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as Exclude<Value, { refused: string }>
}

export const p = (...content: (string | object)[]) => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
})

let commands = 0
export const newCommand = () => `dossier-command-${String((commands += 1))}`

/** The demo's texts by its services, to be written, remarked on and suggested to. At the top of a test file: it brings its own hooks. */
export function dossierDemo() {
  let opened: Awaited<ReturnType<typeof openDemoApp>> | null = null
  beforeAll(async () => {
    opened = await openDemoApp()
  })
  afterAll(() => opened?.close())

  const app = () => {
    if (!opened) throw new Error('the demo has not been opened')
    return opened.app
  }
  const services = () => app().services

  /** A text's blocks; a string is a paragraph. */
  const write = (name: string, ...blocks: (string | object)[]) =>
    app().documents.replaceText(
      name,
      { type: 'doc', content: blocks.map((block) => (typeof block === 'string' ? p(block) : block)) },
      'secretary',
    )

  const remarks = (who: string, name: string, command: RemarkCommand, id = newCommand()) =>
    services().remarks.execute(demoActor(who), name, id, command)

  /** What somebody would have otherwise, as his page finds it. */
  async function changed(name: string, ...swaps: (readonly [string, string])[]) {
    const { state } = await app().documents.read(name)
    const [text, draft] = [new Y.Doc(), new Y.Doc()]
    for (const doc of [text, draft]) Y.applyUpdate(doc, state)
    for (const block of draft.getXmlFragment(TEXT_FIELD).toArray()) {
      const run = (block as Y.XmlElement).get(0) as Y.XmlText | undefined
      for (const [before, after] of swaps) {
        const at = run ? String(run).indexOf(before) : -1
        if (!run || at === -1) continue
        run.delete(at, before.length)
        run.insert(at, after)
      }
    }
    return changesBetween(text, draft).changes.map(asProposed)
  }

  const suggest = async (who: string, name: string, ...swaps: (readonly [string, string])[]) =>
    refused(await remarks(who, name, { type: 'suggest', changes: await changed(name, ...swaps), note: '' }))

  return { app, services, write, remarks, changed, suggest }
}
