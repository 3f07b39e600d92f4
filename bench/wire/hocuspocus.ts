import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { NOTHING, type Connect } from './link.ts'
import { WireSocket } from './web-socket.ts'
import { AWARENESS, readStep2, SYNC, syncStep1, syncUpdate } from './yjs-frames.ts'

const AUTH = 2
const TOKEN = 0
const SYNC_REPLY = 4

/** The provider's protocol, version 4: every frame begins with the name of its document. */
export const connectHocuspocus: Connect = async (target, _person, listener) => {
  const wire = await WireSocket.open({ port: target.port, path: '/' })
  const names: string[] = []
  const opening = new Map<string, (update: Uint8Array) => void>()
  let closed = false
  const begin = (name: string, type: number) => (encoder: encoding.Encoder) => {
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, type)
  }

  wire.onClose = () => {
    if (!closed) listener.complain('the server closed a connection')
  }
  wire.onBinary = (payload) => {
    if (opening.size === 0) {
      listener.receive(payload)
      return
    }
    const decoder = decoding.createDecoder(payload)
    const name = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    const update = type === SYNC || type === SYNC_REPLY ? readStep2(decoder) : null
    const done = opening.get(name)
    if (update && done) {
      opening.delete(name)
      done(update)
    } else listener.receive(payload)
  }

  return {
    unacknowledged: 0,
    open(name, stateVector = NOTHING) {
      const channel = names.push(name) - 1
      return new Promise((resolve) => {
        opening.set(name, (update) => resolve({ channel, update }))
        const auth = encoding.createEncoder()
        begin(name, AUTH)(auth)
        encoding.writeVarUint(auth, TOKEN)
        encoding.writeVarString(auth, 'bench')
        wire.sendBinary(encoding.toUint8Array(auth))
        wire.sendBinary(syncStep1(begin(name, SYNC), stateVector))
      })
    },
    write: (channel, update) => wire.sendBinary(syncUpdate(begin(names[channel] ?? '', SYNC), update)),
    present(channel, bytes) {
      const encoder = encoding.createEncoder()
      begin(names[channel] ?? '', AWARENESS)(encoder)
      encoding.writeVarUint8Array(encoder, bytes)
      wire.sendBinary(encoding.toUint8Array(encoder))
    },
    close() {
      closed = true
      wire.destroy()
    },
  }
}
