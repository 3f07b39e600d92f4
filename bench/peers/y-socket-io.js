// As its documentation starts it, WebSocket only; its LevelDB persistence is off.
import http from 'node:http'
import { Server } from 'socket.io'
import { YSocketIO } from 'y-socket.io/dist/server'

const server = http.createServer()
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false })
new YSocketIO(io, {}).initialize()
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
