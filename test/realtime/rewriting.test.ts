import { describe, expect, it } from 'vitest'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { openPage, type, words } from './support/page.ts'
import { openSite, pause, until } from './support/site.ts'

const NAME = 'case/c1/facts'
const json = (...paragraphs: string[]) => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const may = () => Promise.resolve(null)

describe('a text that is rewritten while people write in it', () => {
  it('[D-63] loses nothing that was acknowledged: it stands in the text, or in the text right before', async () => {
    const site = await openSite()
    const { documents } = site.realtime
    await documents.replaceText(NAME, json('第一稿', '两段'), 'wang')
    // A disk that takes its time: some are accepted and not yet committed at every moment.
    site.store.appendMs = 15
    const sessions = ['wang', 'li', 'zhao', 'sun'].map((who) =>
      openPage(site.url, site.services.signIn(who), who).open(NAME),
    )
    await until('opened', () => sessions.every((session) => session.snapshot().mode === 'write'))
    const kept: string[] = []
    const typed: string[] = []
    for (let round = 0; round < 12; round++) {
      const rewriting =
        round % 4 === 3 ? documents.rewrite(NAME, json('第一稿', '两段'), 'qian', may) : Promise.resolve(null)
      for (const [who, session] of sessions.entries()) {
        const said = `〔${String(round)}之${String(who)}〕`
        typed.push(said)
        type(session, said)
        await pause(1 + ((round * 7 + who * 3) % 6))
      }
      const answer = await rewriting
      if (answer && 'before' in answer) kept.push(answer.before.text)
    }
    await until('saved', () => sessions.every((session) => session.isSaved))
    const now = (await documents.read(NAME)).text
    expect(kept).toHaveLength(3)
    expect(typed.filter((said) => ![now, ...kept].some((text) => text.includes(said)))).toEqual([])
    expect(now.startsWith('第一稿\n两段')).toBe(true)
    await until('all see the same', () =>
      sessions.every((session) => words(session).replaceAll('|', '\n') === now),
    )
  })

  it('[D-63] is not rewritten while it is being frozen, nor on leave that was given before', async () => {
    const site = await openSite()
    const { documents } = site.realtime
    await documents.replaceText(NAME, json('将要提交'), 'wang')
    let closed = false
    const whileOpen = (): Promise<Refusal | null> =>
      Promise.resolve(closed ? refuse('document/read-only') : null)
    let rewriting: Promise<unknown> | undefined
    const frozen = await documents.freeze(NAME, async (text) => {
      rewriting = documents.rewrite(NAME, json('改掉'), 'li', whileOpen)
      await pause(40)
      closed = true
      return text
    })
    expect(await rewriting).toEqual({ refused: 'document/read-only' })
    expect((await documents.read(NAME)).content).toBe(frozen.content)

    closed = false
    const overtaken = await documents.rewrite(NAME, json('改掉'), 'li', async () => {
      const answer = await whileOpen()
      // The answer is on its way, and the text is submitted meanwhile.
      await documents.freeze(NAME, () => Promise.resolve((closed = true)))
      return answer
    })
    expect(overtaken).toEqual({ refused: 'document/read-only' })
    expect((await documents.read(NAME)).content).toBe(frozen.content)
  })

  it('[D-63] stands under the person who did it, and says so when it was not stored', async () => {
    const site = await openSite()
    const { documents } = site.realtime
    await documents.replaceText(NAME, json('一稿'), 'wang')
    const done = await documents.rewrite(NAME, json('二稿'), 'li', may)
    expect(done).toMatchObject({ before: { text: '一稿', upTo: 1 } })
    expect(site.store.writers.get(NAME)).toEqual(['wang', 'li'])
    site.store.isFailing = true
    expect(await documents.rewrite(NAME, json('三稿'), 'li', may)).toEqual({ refused: 'record/unavailable' })
    site.store.isFailing = false
    expect((await documents.read(NAME)).text).toBe('二稿')
  })
})
