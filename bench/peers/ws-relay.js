// The least a server can do: every frame goes to the others of the room, unread.
import http from 'node:http'
import { WebSocketServer } from 'ws'

const server = http.createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
const rooms = new Map()
sockets.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set()
  rooms.set(request.url, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: true })
  })
  socket.on('close', () => room.delete(socket))
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
