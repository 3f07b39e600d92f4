import { WireSocket } from '../../../bench/wire/web-socket.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import type { Chance } from './chance.ts'
import { answered, broken, lastShot, type Aim, type Shot } from './frames.ts'

const ANSWER_LIMIT_MS = 20_000
/** Below what one socket may have refused before it is closed. */
const MOST_SHOTS = 400
const PROBE = 1_000_000_007

export interface Target {
  readonly port: number
  readonly cookie: string
  readonly names: readonly string[]
  readonly streams: readonly string[]
}

/** One connection from its greeting to its end. @returns how many messages the server has read or hung up upon */
export async function attack(target: Target, chance: Chance): Promise<number> {
  const { port, cookie } = target
  const wire = await WireSocket.open({ port, path: '/socket/?EIO=4&transport=websocket', cookie })
  const ended = new Promise<void>((done) => (wire.onClose = done))
  const within = (ms: number, what: Promise<unknown>) =>
    Promise.race([what, ended, new Promise((done) => setTimeout(done, ms))])

  const aim = { ids: [1, 2, 3], streams: target.streams, names: target.names }
  const shots: Shot[] = []
  // One in five comes without a greeting, or with a wrong one.
  if (chance.below(5) > 0) {
    const ids = await greeted(wire, target, within)
    const quick = chance.below(4) === 0 ? 0 : chance.below(MOST_SHOTS)
    while (shots.length < quick) shots.push(...answered({ ...aim, ids }, chance))
    await within(ANSWER_LIMIT_MS, allAnswered(wire, shots))
  } else
    shots.push(
      ...fire(wire, [{ kind: 'text', text: `40${chance.oneOf(['', '{}', '{"protocol":0}', '[]'])}` }]),
    )
  const last = [...broken(aim, chance), ...broken(aim, chance), lastShot(chance)]
  fire(wire, last)
  await within(500, ended)
  wire.destroy()
  return shots.length + last.length
}

/** Opens what the person may open. */
async function greeted(
  wire: WireSocket,
  { names, streams }: Target,
  within: (ms: number, what: Promise<unknown>) => Promise<unknown>,
): Promise<Aim['ids']> {
  const ids: number[] = []
  const opened = new Promise<void>((done) => {
    let missing = names.length
    wire.onText = (payload) => {
      const told = payload.toString()
      if (told.startsWith('0'))
        wire.sendText(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, frames: 1 })}`)
      if (told.startsWith('40{')) {
        streams.forEach((stream, place) =>
          wire.sendText(`42${500 + place}${JSON.stringify(['room/join', { stream, audience: 'person' }])}`),
        )
        names.forEach((name, place) => {
          const message = { name, stateVector: { _placeholder: true, num: 0 } }
          wire.sendText(`451-${place}${JSON.stringify(['document/open', message])}`)
          wire.sendBinary(Uint8Array.of(0))
        })
      }
      const id =
        /^46?\d*-?\d*\[\{"ok":true,"id":(\d+)/.exec(told)?.[1] ?? /"ok":true.*"id":(\d+)/.exec(told)?.[1]
      if (id !== undefined) ids.push(Number(id))
      if (/^4[36]\d*-?\d*\[\{"ok":/.test(told) && --missing === 0) done()
    }
  })
  await within(ANSWER_LIMIT_MS, opened)
  return ids.length > 0 ? ids : [1]
}

/** Resolves when the server has answered something that was asked behind them: so it has read them all. */
function allAnswered(wire: WireSocket, shots: readonly Shot[]): Promise<void> {
  const read = new Promise<void>((done) => {
    wire.onText = (payload) => {
      if (payload.toString('latin1', 0, 14).startsWith(`43${PROBE}`)) done()
    }
  })
  fire(wire, shots)
  wire.sendText(`42${PROBE}["room/join",{"stream":"case/none"}]`)
  return read
}

function fire(wire: WireSocket, shots: readonly Shot[]): readonly Shot[] {
  wire.together(() => {
    for (const shot of shots)
      if (shot.kind === 'text') wire.sendText(shot.text)
      else if (shot.kind === 'binary') wire.sendBinary(shot.bytes)
      else wire.sendRaw(shot.bytes)
  })
  return shots
}
