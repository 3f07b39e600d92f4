import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { NOTHING, type Connect, type Link } from './link.ts'
import { WireSocket } from './web-socket.ts'
import { AWARENESS, readStep2, SYNC, syncStep1, syncUpdate } from './yjs-frames.ts'

const sync = (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, SYNC)

/** One connection a document, named in the address: so a link here is one wire for each document it opens. */
export const connectYWebsocket: Connect = (target, _person, listener) => {
  const wires: WireSocket[] = []
  let closed = false
  const link: Link = {
    unacknowledged: 0,
    async open(name, stateVector = NOTHING) {
      const wire = await WireSocket.open({ port: target.port, path: `/${encodeURIComponent(name)}` })
      const channel = wires.push(wire) - 1
      wire.onClose = () => {
        if (!closed) listener.complain('the server closed a connection')
      }
      return new Promise((resolve) => {
        wire.onBinary = (payload) => {
          const decoder = decoding.createDecoder(payload)
          const update = decoding.readVarUint(decoder) === SYNC ? readStep2(decoder) : null
          if (!update) return
          wire.onBinary = (later) => listener.receive(later)
          resolve({ channel, update })
        }
        wire.sendBinary(syncStep1(sync, stateVector))
      })
    },
    write: (channel, update) => wires[channel]?.sendBinary(syncUpdate(sync, update)),
    present(channel, bytes) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, AWARENESS)
      encoding.writeVarUint8Array(encoder, bytes)
      wires[channel]?.sendBinary(encoding.toUint8Array(encoder))
    },
    close() {
      closed = true
      for (const wire of wires) wire.destroy()
    },
  }
  return Promise.resolve(link)
}
