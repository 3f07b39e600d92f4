import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { caseCommand } from '#domain/cases/commands.ts'
import { commentCommand } from '#domain/comments/commands.ts'
import { hearingCommand } from '#domain/hearings/commands.ts'
import { meetingCommand } from '#domain/meetings/commands.ts'
import { minutesCommand } from '#domain/minutes/commands.ts'
import type { ClientToServer } from '#protocol/messages.ts'
import { remarkCommand } from '#domain/remarks/commands.ts'
import { statusOf } from '#domain/record/status.ts'
import { REFUSAL_CODES, type RefusalCode } from '#domain/record/refusal.ts'
import { AT_THE_BALLOT, CASE_ASKS, FORMS, MEETING_ASKS, MINUTES_ASKS, REMARK_ASKS } from './asks.ts'
import { Visitor, type Outcome } from './attempts.ts'
import { COMMENT_ASKS, HEARING_ASKS, IN_LOBBY } from './hearing-asks.ts'
import { COMMENT_COMMANDS, HEARING_COMMANDS } from './hearing-matrix.ts'
import {
  CASE_COMMANDS,
  MEETING_COMMANDS,
  MESSAGES,
  MINUTES_COMMANDS,
  PAGES,
  ROLES,
  type UNANSWERED,
} from './matrix.ts'
import { rowsOf, type MatrixRow, type Role } from './read-matrix.ts'
import { REMARK_COMMANDS } from './remark-matrix.ts'
import { newCommand, setScene, type Scene } from './scene.ts'
import { aimedAt, dataOf } from './sweep.ts'
import { openAccessSite, type AccessSite } from './site.ts'

const ROUTES = resolve(import.meta.dirname, '../../app/routes')

let site: AccessSite
let scene: Scene
let visitors: readonly (readonly [Role, Visitor])[]

beforeAll(async () => {
  site = await openAccessSite()
  scene = await setScene(site.app)
  visitors = await Promise.all(
    Object.entries(ROLES).map(async ([role, who]) => [role as Role, await Visitor.come(site, who)] as const),
  )
  await site.lockDoor()
})

afterAll(async () => {
  for (const [, { socket }] of visitors) socket?.disconnect()
  await site.close()
})

const aimed = (target: string) => aimedAt(scene)(target)

async function tried(attempt: (visitor: Visitor) => Promise<Outcome>): Promise<Record<Role, Outcome>> {
  const cells: [string, Outcome][] = []
  for (const [role, visitor] of visitors) cells.push([role, await attempt(visitor)])
  return Object.fromEntries(cells) as Record<Role, Outcome>
}

const titled = (table: string) =>
  rowsOf(table).map((row) => [`${row.heading} ${row.name}`.trim(), row] as const)

const isCode = (outcome: Outcome): outcome is RefusalCode => REFUSAL_CODES.some((code) => code === outcome)

describe('pages', () => {
  it('[P-15] stand in the matrix, every loader and every action', () => {
    const inMatrix = new Set(
      rowsOf(PAGES).map(({ heading, name }) => `${heading} ${name.split(' ')[0] ?? ''}`),
    )
    const inProduct = Object.values(site.build.routes).flatMap((route) => {
      const id = route?.id.replace('routes/', '') ?? ''
      return [...(route?.module.loader ? [`${id} GET`] : []), ...(route?.module.action ? [`${id} POST`] : [])]
    })
    expect([...inMatrix].sort()).toEqual(inProduct.sort())
    const built = Object.keys(site.build.routes).map((id) => id.replace('routes/', ''))
    expect(['root', ...readdirSync(ROUTES)].sort()).toEqual(built.sort())
  })

  it.each(titled(PAGES).filter(([, { name }]) => name.startsWith('GET ')))('[P-15] %s', async (_, row) => {
    const path = aimed(row.name.slice('GET '.length))
    const isPage =
      site.build.routes[row.heading === 'root' ? 'root' : `routes/${row.heading}`]?.module.default !==
      undefined
    expect(await tried((visitor) => visitor.get(isPage ? dataOf(path) : path))).toEqual(row.cells)
    if (!isPage) return
    // The page as a browser first asks for it: the same answer by its status.
    for (const [role, visitor] of visitors) {
      const outcome = row.cells[role]
      const seen = await visitor.get(path)
      expect([role, seen]).toEqual([
        role,
        isCode(outcome) ? expect.stringContaining(String(statusOf(outcome))) : outcome,
      ])
    }
    // And the route's own loader alone, without the ones around it, as a program may ask.
    if (!/^_app\.(cases\.\$|administration\.)/.test(row.heading)) return
    const alone = `${dataOf(path)}${path.includes('?') ? '&' : '?'}_routes=${encodeURIComponent(`routes/${row.heading}`)}`
    expect(await tried((visitor) => visitor.get(alone))).toEqual(row.cells)
  })

  it.each(titled(PAGES).filter(([, { name }]) => name.startsWith('POST ')))('[P-15] %s', async (_, row) => {
    const target = row.name.slice('POST '.length)
    const [path = ''] = target.split('#')
    if (path === '/sign-out') {
      // With a session of its own: the others are still needed.
      expect(await tried(({ site: here }) => new Visitor(here, null).post(`${path}.data`, {}))).toEqual(
        row.cells,
      )
    } else if (path.endsWith('/evidence/add') || path.includes('/word/')) {
      expect(await tried((visitor) => visitor.upload(aimed(path)))).toEqual(row.cells)
    } else if (path.endsWith('/evidence/uploads')) {
      expect(await tried((visitor) => visitor.begin(aimed(path)))).toEqual(row.cells)
    } else if (/\/(evidence|exhibits|uploads)\/:/.test(path)) {
      // No page of ours: its form goes to the address itself.
      const fields = FORMS[target]?.(scene) ?? {}
      expect(await tried((visitor) => visitor.post(aimed(path), fields))).toEqual(row.cells)
    } else {
      const fields = FORMS[target]
      if (!fields) throw new Error(`asks.ts has no form for ${target}`)
      expect(await tried((visitor) => visitor.post(`${aimed(path)}.data`, fields(scene)))).toEqual(row.cells)
    }
  })
})

/** Messages of the protocol: one that is missing here does not compile. */
const ANSWERED: Record<Exclude<keyof ClientToServer, (typeof UNANSWERED)[number]>, true> = {
  'room/join': true,
  'room/command': true,
  'ballot/cast': true,
  'comments/join': true,
  'remarks/join': true,
  'remarks/readers': true,
  'document/open': true,
  'document/update': true,
}

async function write(visitor: Visitor, name: string): Promise<Outcome> {
  if (!visitor.socket) return 'sign in'
  const told = await visitor.socket.ask<{ id: number }>('document/open', {
    name,
    stateVector: new Uint8Array([0]),
  })
  const doc = new Y.Doc()
  doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
  // Whoever opened nothing tries the numbers that others were given.
  const outcomes: Outcome[] = []
  for (const id of told.ok ? [told.id] : [0, 1, 2, 3, 5, 8, 13, 21, 34, 55])
    outcomes.push(await visitor.ask('document/update', { id, update: Y.encodeStateAsUpdate(doc) }))
  if (told.ok) visitor.socket.tell('document/close', { id: told.id })
  return outcomes.find((outcome) => outcome !== 'document/unknown') ?? 'document/unknown'
}

function say(visitor: Visitor, { heading, name }: MatrixRow): Promise<Outcome> {
  const [target = '', audience] = aimed(name).split('#')
  switch (heading as keyof typeof ANSWERED) {
    case 'room/join':
      return visitor.ask('room/join', { stream: target, ...(audience && { audience }) })
    case 'comments/join':
      return visitor.ask('comments/join', { hearingId: target, after: 0 })
    case 'remarks/join':
      return visitor.ask('remarks/join', { name: target, after: 0 })
    case 'remarks/readers':
      return visitor.ask('remarks/readers', { name: target })
    case 'document/open':
      return visitor.ask('document/open', { name: target, stateVector: new Uint8Array([0]) })
    case 'document/update':
      return write(visitor, target)
    case 'ballot/cast':
      return visitor.ask('ballot/cast', {
        meetingId: target,
        commandId: newCommand(),
        pollId: scene.poll,
        choice: 'EXEMPT',
      })
    case 'room/command':
      throw new Error('commands have tables of their own')
  }
}

describe('messages', () => {
  it('[P-15] stand in the matrix, every one', () => {
    const inMatrix = [...new Set(rowsOf(MESSAGES).map(({ heading }) => heading)), 'room/command']
    expect(inMatrix.sort()).toEqual(Object.keys(ANSWERED).sort())
  })

  it.each(titled(MESSAGES))('[P-15] %s', async (_, row) => {
    expect(await tried((visitor) => say(visitor, row))).toEqual(row.cells)
  })
})

const typesOf = (command: { options: readonly { shape: { type: { value: string } } }[] }) =>
  command.options.map(({ shape }) => shape.type.value).sort()

const TABLES = [
  [
    'case',
    CASE_COMMANDS,
    typesOf(caseCommand),
    (type: string) => CASE_ASKS[type as keyof typeof CASE_ASKS](scene),
    () => scene.case,
  ],
  [
    'meeting',
    MEETING_COMMANDS,
    typesOf(meetingCommand),
    (type: string) => MEETING_ASKS[type as keyof typeof MEETING_ASKS](scene),
    (type: string) => (AT_THE_BALLOT.some((one) => one === type) ? scene.voting : scene.meeting),
  ],
  [
    'minutes',
    MINUTES_COMMANDS,
    typesOf(minutesCommand),
    (type: string) => MINUTES_ASKS[type as keyof typeof MINUTES_ASKS](scene),
    () => scene.minutes,
  ],
  [
    'hearing',
    HEARING_COMMANDS,
    typesOf(hearingCommand),
    (type: string) => HEARING_ASKS[type as keyof typeof HEARING_ASKS](IN_LOBBY),
    () => scene.hearing,
  ],
  [
    'comments',
    COMMENT_COMMANDS,
    typesOf(commentCommand),
    (type: string) => COMMENT_ASKS[type as keyof typeof COMMENT_ASKS](IN_LOBBY),
    () => scene.hearing,
  ],
  [
    'remark',
    REMARK_COMMANDS,
    typesOf(remarkCommand),
    (type: string) => REMARK_ASKS[type as keyof typeof REMARK_ASKS](scene),
    () => `case/${scene.case}/facts`,
  ],
] as const

describe.each(TABLES)('commands of a %s', (noun, table, types, commandOf, idOf) => {
  it('[P-15] stand in the matrix, every type', () => {
    expect(
      rowsOf(table)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(types)
  })

  it.each(titled(table))('[P-15] %s', async (type, row) => {
    expect(
      await tried((visitor) =>
        visitor.command(`${noun === 'remark' ? 'remarks' : noun}/${idOf(type)}`, commandOf(type)),
      ),
    ).toEqual(row.cells)
  })
})

describe('the recused', () => {
  it('[D-13] [X-13] get access/recused for every command in the case, whatever it says', async () => {
    const visitor = visitors.find(([role]) => role === 'p3')?.[1]
    for (const type of typesOf(caseCommand))
      expect([
        type,
        await visitor?.command(`case/${scene.otherCase}`, CASE_ASKS[type as keyof typeof CASE_ASKS](scene)),
      ]).toEqual([type, 'access/recused'])
  })
})
