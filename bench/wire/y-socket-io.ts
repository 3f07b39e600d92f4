import { NOTHING, type Connect, type Link } from './link.ts'
import { SocketIoWire } from './socket-io.ts'

const PLACE = '{"_placeholder":true,"num":0}'

/** A namespace a document; here a connection each, as its provider opens it. */
export const connectYSocketIo: Connect = (target, _person, listener) => {
  const wires: SocketIoWire[] = []
  let closed = false
  const link: Link = {
    unacknowledged: 0,
    async open(name, stateVector = NOTHING) {
      const wire = await SocketIoWire.open({ port: target.port, path: '/socket.io/' }, `/yjs|${name},`)
      const channel = wires.push(wire) - 1
      wire.onEvent = (_text, attachments) => {
        for (const payload of attachments) listener.receive(payload)
      }
      wire.onClose = () => {
        if (!closed) listener.complain('the server closed a connection')
      }
      const { attachments } = await wire.ask(`["sync-step-1",${PLACE}]`, [stateVector])
      return { channel, update: attachments[0] ?? new Uint8Array([0, 0]) }
    },
    write: (channel, update) => wires[channel]?.emit(`["sync-update",${PLACE}]`, [update]),
    present: (channel, bytes) => wires[channel]?.emit(`["awareness-update",${PLACE}]`, [bytes]),
    close() {
      closed = true
      for (const wire of wires) wire.close()
    },
  }
  return Promise.resolve(link)
}
