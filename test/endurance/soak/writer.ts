import * as Y from 'yjs'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import type { DocumentSession } from '#app/realtime/document-session.ts'
import { type BrowserStorage, newPage, type Page } from '../../support/page.ts'
import type { BadLine } from './bad-line.ts'

const LEAST_PAUSE_MS = 30
const MOST_PAUSE_MS = 400

/** Somebody at the dossier: writes and takes back paragraphs, each with words that stand nowhere else. */
export class Writer {
  /** Document and words of each paragraph, and whether it was taken back. */
  readonly typed: { readonly name: string; readonly words: string; isTakenBack: boolean }[] = []
  private page: Page | null = null
  private sessions = new Map<string, DocumentSession>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private count = 0

  constructor(
    readonly tab: string,
    private readonly personId: string,
    private readonly cookie: string,
    readonly line: BadLine,
    private readonly names: readonly string[],
    private readonly chance: () => number,
    private readonly storage: BrowserStorage,
  ) {}

  open(): void {
    const page = newPage(this.line.url, this.cookie, this.personId, this.storage)
    this.page = page
    this.sessions = new Map(this.names.map((name) => [name, page.open(name)]))
  }

  write(): void {
    this.timer = setTimeout(
      () => {
        this.edit()
        this.write()
      },
      LEAST_PAUSE_MS + this.chance() * (MOST_PAUSE_MS - LEAST_PAUSE_MS),
    )
  }

  rest(): void {
    clearTimeout(this.timer)
  }

  /** The lid is closed in the middle of it, and opened again as a new page of the same browser. */
  reopen(): void {
    this.page?.close()
    this.open()
  }

  close(): void {
    this.rest()
    this.page?.close()
  }

  /** Whoever typed nothing has nothing unsaved, also where the text has not come yet: it must have come too. */
  get isSaved(): boolean {
    return [...this.sessions.values()].every((session) => {
      const { saved, mode } = session.snapshot()
      return saved === 'saved' && mode !== null
    })
  }

  paragraphs(name: string): readonly string[] {
    const session = this.sessions.get(name)
    return session ? paragraphsOf(session.snapshot().doc).map(wordsIn) : []
  }

  refusals(): readonly string[] {
    return [...this.sessions.values()].flatMap((session) => {
      const { refusal, unsentText } = session.snapshot()
      return [refusal?.refused ?? [], unsentText ?? []].flat()
    })
  }

  private edit(): void {
    const name = this.names[Math.floor(this.chance() * this.names.length)] ?? ''
    const session = this.sessions.get(name)
    // As a person's keyboard: a page that does not show the text yet takes no words.
    if (session?.snapshot().mode !== 'write') return
    const { doc } = session.snapshot()
    if (this.chance() < 0.2) this.takeBack(name, doc)
    else this.add(name, doc)
  }

  private add(name: string, doc: Y.Doc): void {
    const words = `${this.tab}·${(this.count += 1)}·容错纠错`
    const fragment = doc.getXmlFragment(TEXT_FIELD)
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    fragment.insert(Math.floor(this.chance() * (fragment.length + 1)), [element])
    this.typed.push({ name, words, isTakenBack: false })
  }

  private takeBack(name: string, doc: Y.Doc): void {
    const own = this.typed.filter((one) => one.name === name && !one.isTakenBack)
    const chosen = own[Math.floor(this.chance() * own.length)]
    const place = paragraphsOf(doc).findIndex((element) => wordsIn(element) === chosen?.words)
    if (!chosen || place < 0) return
    doc.getXmlFragment(TEXT_FIELD).delete(place)
    chosen.isTakenBack = true
  }
}

function paragraphsOf(doc: Y.Doc): readonly unknown[] {
  return doc.getXmlFragment(TEXT_FIELD).toArray()
}

function wordsIn(element: unknown): string {
  const text: unknown = element instanceof Y.XmlElement && element.length > 0 ? element.get(0) : null
  return text instanceof Y.XmlText ? text.toJSON() : ''
}
