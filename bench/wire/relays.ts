import type { Connect, Link } from './link.ts'
import { SocketIoWire } from './socket-io.ts'
import { WireSocket } from './web-socket.ts'

const EMPTY = new Uint8Array([0, 0])
const PLACE = '{"_placeholder":true,"num":0}'

/** What the bare relays do for a document: hand every frame to the others who named the same room. */
export const connectWsRelay: Connect = (target, _person, listener) => {
  const wires: WireSocket[] = []
  const link: Link = {
    unacknowledged: 0,
    async open(name) {
      const wire = await WireSocket.open({ port: target.port, path: `/${encodeURIComponent(name)}` })
      wire.onBinary = (payload) => listener.receive(payload)
      return { channel: wires.push(wire) - 1, update: EMPTY }
    },
    write: (channel, update) => wires[channel]?.sendBinary(update),
    present: (channel, bytes) => wires[channel]?.sendBinary(bytes),
    close() {
      for (const wire of wires) wire.destroy()
    },
  }
  return Promise.resolve(link)
}

export const connectSocketIoRelay: Connect = async (target, _person, listener) => {
  const wire = await SocketIoWire.open({ port: target.port, path: '/socket.io/' }, '')
  wire.onEvent = (_text, attachments) => {
    for (const payload of attachments) listener.receive(payload)
  }
  const names: string[] = []
  return {
    unacknowledged: 0,
    async open(name) {
      await wire.ask(JSON.stringify(['join', name]))
      return { channel: names.push(name) - 1, update: EMPTY }
    },
    write: (channel, update) => wire.emit(`["frame",${JSON.stringify(names[channel])},${PLACE}]`, [update]),
    present: (channel, bytes) => wire.emit(`["frame",${JSON.stringify(names[channel])},${PLACE}]`, [bytes]),
    close: () => wire.close(),
  }
}
