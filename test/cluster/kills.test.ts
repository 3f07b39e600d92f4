import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { isRefusal } from '#domain/record/refusal.ts'
import type { Choice } from '#domain/ballots/types.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { wordsOf } from '../realtime/support/page.ts'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'
import { until } from '../realtime/support/site.ts'
import { CASE, DUE, MeetingPlay } from '../support/meeting-play.ts'
import { cast, command, gather, pause, type Someone } from './support/crowd.ts'
import { HARMS } from './support/harm.ts'
import { startProduct, type Product, type ProductNode } from './support/product.ts'

const MINUTES = Number(process.env['MINUTES'] ?? 1.5)
const PAGES = 60
const PEOPLE = [...DUE, 'secretary', 'secretary2', 'audit1']
const TEXTS = [`case/${CASE}/facts`, 'case/case-building-before-approval/facts']
const CHOICES: readonly Choice[] = ['EXEMPT', 'LIGHTER', 'MITIGATED', 'NOT_TOLERATED', 'SHELVED', 'ABSTAIN']
/** Nodes that may be in trouble at once: one always stands. */
const MOST_IN_TROUBLE = 2
/** How often it is Redis itself, with all that it holds. */
const REDIS_LOST = 0.1
/** Room for a machine that has much else to do. */
const HEALED_MS = 90_000

/** Somebody types somewhere, about fifteen times a second. */
async function typing(crowd: readonly Someone[], chance: () => number, isOver: () => boolean) {
  for (let count = 0; !isOver(); count++) {
    const place = Math.floor(chance() * crowd.length)
    crowd[place]?.type(chance() < 0.7 ? 0 : 1, `w${place}-${count}`)
    await pause(chance() * 130)
  }
}

/** Something happens to nodes, now and then to two at once. */
async function harming(product: Product, chance: () => number, isOver: () => boolean, told: string[]) {
  const troubled = new Set<ProductNode>()
  const running = new Set<Promise<void>>()
  const kinds = Object.keys(HARMS)
  while (!isOver()) {
    await pause(500 + chance() * 2_500)
    if (chance() < REDIS_LOST && troubled.size === 0) {
      told.push('Redis lost')
      await product.loseRedis(chance() * 4_000)
      continue
    }
    const free = product.nodes.filter((node) => !troubled.has(node))
    const node = free[Math.floor(chance() * free.length)]
    const kind = kinds[Math.floor(chance() * kinds.length)] ?? ''
    if (!node || troubled.size >= MOST_IN_TROUBLE) continue
    troubled.add(node)
    told.push(`node ${product.nodes.indexOf(node) + 1} ${kind}`)
    const harm = HARMS[kind]?.(node, chance).finally(() => {
      troubled.delete(node)
      if (harm) running.delete(harm)
    })
    if (harm) running.add(harm)
  }
  await Promise.all(running)
}

/** A ballot is put, each member votes from two pages at once in different ways, the box is looked into, the ballot voided. */
async function balloting(product: Product, crowd: readonly Someone[], isOver: () => boolean) {
  const pagesOf = (who: string) => crowd.filter(({ personId }) => personId === who)
  const chair = pagesOf('chair')[0]!
  const polls = new Set<string>()
  while (!isOver()) {
    const put = await command(chair, {
      type: 'put-question',
      subjectId: 'deng',
      question: '对邓某的容错申请，本次会商如何认定？',
      options: ['EXEMPT', 'LIGHTER', 'MITIGATED', 'NOT_TOLERATED', 'SHELVED'],
      method: 'named',
    })
    expect(put).toBeNull()
    // What is seen may be older than what was answered.
    const openPoll = () =>
      chair.meeting()?.state.items[0]?.polls.find(({ id, status }) => status === 'open' && !polls.has(id))
    await until('the chair sees the ballot', () => openPoll() !== undefined, HEALED_MS)
    const pollId = openPoll()?.id ?? ''
    polls.add(pollId)
    const taken = new Map<string, Choice>()
    await Promise.all(
      DUE.map(async (who, place) => {
        const votes = pagesOf(who)
          .slice(0, 2)
          .map(async (someone, page) => {
            const choice = CHOICES[(place + page) % CHOICES.length] ?? 'ABSTAIN'
            return { choice, answer: await cast(someone, pollId, choice) }
          })
        const answers = await Promise.all(votes)
        const receipts = answers.filter(({ answer }) => !isRefusal(answer))
        const refusals = answers.flatMap(({ answer }) => (isRefusal(answer) ? [answer.refused] : []))
        expect([who, receipts.length, refusals]).toEqual([who, 1, ['ballot/already-voted']])
        taken.set(who, receipts[0]!.choice)
      }),
    )
    const box = await product.database.client.pollBallot.findMany({ where: { pollId } })
    expect(Object.fromEntries(box.map(({ personId, choice }) => [personId, choice]))).toEqual(
      Object.fromEntries(taken),
    )
    expect(box.length).toBe(DUE.length)
    expect(await command(chair, { type: 'void-ballot', pollId, reason: '演练' })).toBeNull()
  }
  return polls.size
}

it(
  '[T-98] three nodes, sixty pages, kills and cuts: nothing acknowledged is lost or doubled, all copies are equal, one vote per member, the record is whole',
  async () => {
    const seed = seedOfRun()
    process.stdout.write(`seed ${seed}, ${MINUTES} minutes\n`)
    const product = await startProduct(3)
    const play = new MeetingPlay(product.nodes[0]!.url)
    await play.open()
    await play.state()
    play.disconnect()
    const crowd = await gather(product.door.url, PEOPLE, PAGES, TEXTS)
    const sessions = crowd.flatMap((someone) => someone.sessions)
    await until('all opened', () => sessions.every((one) => one.snapshot().mode !== null), HEALED_MS)
    expect(
      crowd.filter(({ sessions: [first] }) => first?.snapshot().mode === 'write').length,
    ).toBeGreaterThan(5)

    const end = Date.now() + MINUTES * 60_000
    const isOver = () => Date.now() > end
    const told: string[] = []
    const [ballots] = await Promise.all([
      balloting(product, crowd, isOver),
      typing(crowd, seeded(seed), isOver),
      harming(product, seeded(seed + 1), isOver, told),
    ])
    const context = `seed ${seed}: ${told.join(', ')}`

    for (const node of product.nodes) await ready(node)
    await until(
      'everything is saved',
      () => sessions.every((one) => one.snapshot().saved === 'saved'),
      HEALED_MS,
    )
    const store = createDocumentsStore(product.database)
    for (const [text, name] of TEXTS.entries()) {
      const copies = crowd.map((someone) => someone.sessions[text]!.snapshot().doc)
      await until('all copies are equal', () => new Set(copies.map(wordsOf)).size === 1, HEALED_MS)
      const stored = new Y.Doc()
      for (const update of (await store.load(name)).updates) Y.applyUpdate(stored, update)
      expect(wordsOf(stored), context).toBe(wordsOf(copies[0]!))
      const found = wordsOf(stored).split('|')
      const expected = crowd.flatMap((someone) => someone.typed[text] ?? [])
      const count = new Map<string, number>()
      for (const word of found) count.set(word, (count.get(word) ?? 0) + 1)
      expect(
        expected.filter((word) => count.get(word) !== 1),
        context,
      ).toEqual([])
    }
    const seqs = () => crowd.map((someone) => someone.meeting()?.state.seq)
    await until('all rooms show the same', () => new Set(seqs()).size === 1, HEALED_MS)
    expect(product.verify(), context).toMatchObject({ isWhole: true })
    const broken = product.nodes.flatMap(({ lines }) =>
      lines.filter((one) => /uncaught exception|unhandled rejection/.test(one)),
    )
    expect(broken, context).toEqual([])
    expect(ballots, context).toBeGreaterThan(0)
    const words = crowd.flatMap(({ typed }) => typed.flat()).length
    process.stdout.write(`${told.length} harms, ${ballots} ballots, ${words} words\n${told.join('\n')}\n`)
  },
  MINUTES * 60_000 + 360_000,
)

async function ready(node: ProductNode): Promise<void> {
  const deadline = Date.now() + HEALED_MS
  while (!(await node.isReady())) {
    if (Date.now() > deadline) throw new Error(`a node is not ready:\n${node.lines.slice(-5).join('\n')}`)
    await pause(200)
  }
}
