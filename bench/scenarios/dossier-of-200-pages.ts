import * as Y from 'yjs'
import { MOST_AROUND } from '#domain/remarks/limits.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { documentName } from '../seed/county.ts'
import { textOf } from '../seed/words.ts'
import type { OurRunning } from '../servers/ours.ts'
import { OurLink } from '../wire/ours.ts'
import { inGroups, until } from './pace.ts'

const CHARACTERS = 300_000
const TABLES = 40
const REMARKS = 2_000
/** What one person may remark on a document in a minute. */
const REMARKS_EACH = 20
const PARAGRAPH = 130
const HEADING_EVERY = 12
const BLOCKS_A_PIECE = 100

const words = (text: string) => [new Y.XmlText(text)]

function element(name: string, inside: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, [...inside])
  return made
}

function heading(number: number): Y.XmlElement {
  const made = element('heading', words(`${number}、${textOf(number * 31, 12)}`))
  // The library's types know only words as values.
  made.setAttribute('level', 2 as unknown as string)
  return made
}

const table = (seed: number) =>
  element(
    'table',
    Array.from({ length: 6 }, (_, row) =>
      element(
        'tableRow',
        Array.from({ length: 4 }, (_, column) =>
          element(row === 0 ? 'tableHeader' : 'tableCell', [
            element('paragraph', words(textOf(seed * 97 + row * 4 + column, 10))),
          ]),
        ),
      ),
    ),
  )

export interface LongDossier {
  readonly name: string
  readonly doc: Y.Doc
  /** The paragraphs of the text, in order. */
  readonly paragraphs: readonly Y.XmlText[]
}

/** A text of 200 pages with tables, as its writer has it and as the server has it. */
async function write(running: OurRunning, name: string): Promise<LongDossier> {
  const link = await OurLink.connect(running, 0, { receive: () => {}, complain: fail })
  const { channel } = await link.open(name)
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => link.write(channel, update))
  const text = doc.getXmlFragment(TEXT_FIELD)
  const paragraphs: Y.XmlText[] = []
  const count = Math.floor((CHARACTERS - TABLES * 240) / PARAGRAPH)
  const tableEvery = Math.floor(count / TABLES)
  for (let made = 0; made < count; made += BLOCKS_A_PIECE)
    doc.transact(() => {
      for (let number = made; number < Math.min(count, made + BLOCKS_A_PIECE); number++) {
        const run = new Y.XmlText(textOf(number, PARAGRAPH))
        if (number % HEADING_EVERY === 0) text.push([heading(number / HEADING_EVERY + 1)])
        text.push([element('paragraph', [run])])
        if (number % tableEvery === 0) text.push([table(number)])
        paragraphs.push(run)
      }
    })
  if (!(await until(() => link.unacknowledged === 0, 60_000))) fail('the text was not taken')
  link.close()
  return { name, doc, paragraphs }
}

function fail(what: string): never {
  throw new Error(what)
}

const base64 = (position: Y.RelativePosition) =>
  Buffer.from(Y.encodeRelativePosition(position)).toString('base64')

/** By a hundred people, each as many as a minute allows. */
async function remarkOn({ name, paragraphs }: LongDossier, running: OurRunning): Promise<void> {
  const people = [...Array(REMARKS / REMARKS_EACH).keys()]
  await inGroups(people, 10, async (person) => {
    const link = await OurLink.connect(running, person, { receive: () => {}, complain: fail })
    for (let own = 0; own < REMARKS_EACH; own++) {
      const number = person * REMARKS_EACH + own
      const run = paragraphs[Math.floor((number * paragraphs.length) / REMARKS)]
      const text: string = run?.toJSON() ?? ''
      const from = 10 + (number % 5) * 20
      const at = (index: number, side: 0 | -1) =>
        base64(Y.createRelativePositionFromTypeIndex(run ?? fail('no words'), index, side))
      const anchor = {
        ...{ start: at(from, 0), end: at(from + 8, -1), words: text.slice(from, from + 8) },
        before: text.slice(Math.max(0, from - MOST_AROUND), from),
        after: text.slice(from + 8, from + 8 + MOST_AROUND),
      }
      const answer = await link.request<{ readonly ok: boolean; readonly refusal?: unknown }>(
        'room/command',
        {
          stream: `remarks/${name}`,
          commandId: `bench-remark-${number}`,
          command: { type: 'remark', anchor, text: textOf(number * 7, 30), mentions: [] },
        },
      )
      if (!answer.ok) fail(`a remark was refused: ${JSON.stringify(answer.refusal)}`)
    }
    link.close()
  })
}

/** 300,000 characters, 40 tables, 2,000 remarks, by the doors that everybody uses. */
export async function dossierOf200Pages(running: OurRunning): Promise<LongDossier> {
  const dossier = await write(running, documentName(0))
  await remarkOn(dossier, running)
  return dossier
}
