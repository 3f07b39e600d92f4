// As its own server.js, but on a port of the system's choice. It has no persistence of its own.
import http from 'node:http'
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'

const server = http.createServer()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (connection) =>
    setupWSConnection(connection, request, { docName: decodeURIComponent(request.url.slice(1)) }),
  ),
)
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
