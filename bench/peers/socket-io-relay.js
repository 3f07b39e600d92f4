// The same by socket.io's own rooms, frames as binary attachments.
import http from 'node:http'
import { Server } from 'socket.io'

const server = http.createServer()
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false })
io.on('connection', (socket) => {
  socket.on('join', (room, answer) => {
    void socket.join(room)
    answer(true)
  })
  socket.on('frame', (room, bytes) => socket.to(room).emit('frame', bytes))
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
