import * as Y from 'yjs'
import { encodePresence } from '#protocol/presence.ts'
import { encodeFrame } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Chance } from './chance.ts'
import { nonsense, spoiled, spoiledBytes } from './nonsense.ts'

/** A WebSocket message; `raw` are bytes past the WebSocket protocol itself. */
export type Shot =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' | 'raw'; readonly bytes: Uint8Array }

/** What one connection has opened: numbers of texts, and what else there is to aim at. */
export interface Aim {
  readonly ids: readonly number[]
  readonly streams: readonly string[]
  readonly names: readonly string[]
}

const EVENTS = [
  'room/join',
  'room/leave',
  'room/command',
  'ballot/cast',
  'document/open',
  'document/update',
  'document/presence',
  'document/close',
  'document/updates',
  'session/closed',
  'connect',
  'disconnect',
  'error',
  'newListener',
  '',
] as const

const text = (message: string): Shot => ({ kind: 'text', text: message })
const binary = (bytes: Uint8Array): Shot => ({ kind: 'binary', bytes })

/** A lawful change that builds on one that is never sent. */
function outOfOrder(chance: Chance): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1 + chance.below(2 ** 30)
  doc.getXmlFragment('default').insert(0, [new Y.XmlText('甲')])
  const before = Y.encodeStateVector(doc)
  doc.getXmlFragment('default').insert(1, [new Y.XmlText('乙')])
  return Y.encodeStateAsUpdate(doc, before)
}

/** Bytes that Yjs itself cannot read: what it can read might be a lawful change of whoever may write. */
function unreadable(chance: Chance): Uint8Array {
  const doc = new Y.Doc()
  doc.getXmlFragment('default').insert(0, [new Y.XmlText('丙'.repeat(1 + chance.below(20)))])
  const lawful = Y.encodeStateAsUpdate(doc)
  for (;;) {
    const bytes = spoiledBytes(lawful, chance)
    try {
      Y.decodeUpdate(bytes)
    } catch {
      return bytes
    }
  }
}

function anyCommand(aim: Aim, chance: Chance): string {
  const message: unknown[] = [
    chance.oneOf(EVENTS),
    chance.below(3) === 0
      ? nonsense(chance)
      : {
          stream: chance.below(2) === 0 ? chance.oneOf(aim.streams) : nonsense(chance, 1),
          meetingId: 'meeting-demo',
          pollId: nonsense(chance, 0),
          choice: chance.oneOf(['EXEMPT', 'ABSTAIN', '', '__proto__']),
          commandId: chance.below(2) === 0 ? `fuzz-${chance.below(2 ** 30)}` : nonsense(chance, 0),
          command: nonsense(chance),
          name: chance.below(2) === 0 ? chance.oneOf(aim.names) : nonsense(chance, 0),
          // Without bytes nothing can be opened or changed.
          stateVector: nonsense(chance, 1),
          update: nonsense(chance, 1),
          id: chance.below(2) === 0 ? chance.below(100) : nonsense(chance, 0),
        },
  ]
  return JSON.stringify(message)
}

type Maker = (aim: Aim, chance: Chance) => readonly Shot[]

const update = (id: number, chance: Chance, bytes: Uint8Array) =>
  encodeFrame({ kind: 'update', id, ask: chance.below(1e6), update: bytes })

/** Well-formed on the outside: answered or dropped, and the connection stays. */
const ANSWERED: readonly Maker[] = [
  (aim, chance) => [binary(update(chance.oneOf(aim.ids), chance, unreadable(chance)))],
  (aim, chance) => [binary(update(chance.oneOf(aim.ids), chance, outOfOrder(chance)))],
  (_, chance) => [binary(update(1e6 + chance.below(1e6), chance, outOfOrder(chance)))],
  (aim, chance) => [binary(update(chance.oneOf(aim.ids), chance, new Uint8Array(0)))],
  (aim, chance) => [
    binary(
      encodeFrame({
        kind: 'presence',
        id: chance.oneOf(aim.ids),
        update: spoiledBytes(encodePresence([{ clientId: 1, clock: 1, state: { cursor: null } }]), chance),
      }),
    ),
  ],
  (aim, chance) => [
    binary(encodeFrame({ kind: 'presence', id: chance.oneOf(aim.ids), update: new Uint8Array(5_000) })),
  ],
  (aim, chance) => [text(`42${chance.below(2) === 0 ? chance.below(1e9) : ''}${anyCommand(aim, chance)}`)],
  (aim, chance) => [
    text(
      `451-${chance.below(99)}["document/update",{"id":${chance.oneOf(aim.ids)},"update":{"_placeholder":true,"num":0}}]`,
    ),
    binary(unreadable(chance)),
  ],
  (aim, chance) => [
    text(
      `451-${chance.below(99)}["document/open",{"name":"${chance.oneOf(aim.names)}","stateVector":{"_placeholder":true,"num":0}}]`,
    ),
    binary(chance.bytes(40)),
  ],
]

/** Cut off, of no kind, in no order: most of them end the connection. */
const BROKEN: readonly Maker[] = [
  (_, chance) => [binary(chance.bytes(200))],
  (_, chance) => [binary(Uint8Array.from([1 + chance.below(3), ...chance.bytes(64)]))],
  (aim, chance) => [
    binary(spoiledBytes(update(chance.oneOf(aim.ids), chance, unreadable(chance)).slice(0, 5), chance)),
  ],
  (aim, chance) => [text(spoiled(`42${chance.below(99)}${anyCommand(aim, chance)}`, chance))],
  (aim, chance) => [
    text(`45${chance.oneOf([0, 2, 11, 999_999])}-${anyCommand(aim, chance)}`),
    chance.below(2) === 0 ? text('42["room/leave",{}]') : binary(chance.bytes(20)),
  ],
  (_, chance) => [
    text(
      chance.oneOf([
        '40',
        '40{}',
        '40/admin,',
        '43',
        '430[]',
        '44"x"',
        '46',
        '47',
        '4',
        '42[]',
        '42{}',
        '42null',
      ]),
    ),
  ],
  (_, chance) => [
    text(
      chance.oneOf([
        '',
        '0',
        '0{}',
        '2',
        '2probe',
        '3',
        '3probe',
        '5',
        '6',
        '7',
        '9',
        'b',
        'bAAAA',
        '\u0000',
      ]),
    ),
  ],
]

/** Ends its connection, so it comes last. */
const LAST_SHOTS: readonly ((chance: Chance) => Shot)[] = [
  () => ({ kind: 'binary', bytes: new Uint8Array(LIMITS.frameBytes + 1) }),
  () => text('4'.repeat(LIMITS.frameBytes + 1)),
  (chance) => ({ kind: 'raw', bytes: chance.bytes(64) }),
  // A continuation of nothing, a reserved operation, a length of sixteen million million, a ping too long.
  () => ({ kind: 'raw', bytes: Uint8Array.from([0x80, 0x81, 0, 0, 0, 0, 65]) }),
  () => ({ kind: 'raw', bytes: Uint8Array.from([0x83, 0x80, 0, 0, 0, 0]) }),
  () => ({ kind: 'raw', bytes: Uint8Array.from([0x82, 0xff, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }),
  () => ({ kind: 'raw', bytes: Uint8Array.from([0x89, 0xfe, 0x01, 0, 0, 0, 0, 0, ...new Uint8Array(256)]) }),
  // Not masked, and text that is no UTF-8.
  () => ({ kind: 'raw', bytes: Uint8Array.from([0x81, 0x01, 65]) }),
  () => ({ kind: 'raw', bytes: Uint8Array.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]) }),
  () => text('41'),
  () => text('1'),
]

export const answered = (aim: Aim, chance: Chance): readonly Shot[] => chance.oneOf(ANSWERED)(aim, chance)
export const broken = (aim: Aim, chance: Chance): readonly Shot[] => chance.oneOf(BROKEN)(aim, chance)
export const lastShot = (chance: Chance): Shot => chance.oneOf(LAST_SHOTS)(chance)
