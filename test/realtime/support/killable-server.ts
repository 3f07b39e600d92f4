import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRealtime } from '#server/realtime/create-realtime.ts'
import { openDatabase } from '#server/store/client.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { SmallServices } from './small-services.ts'

// A server of its own process, so that it can be killed without a word. Prints its port.
const [file = '', people = ''] = process.argv.slice(2)
const services = new SmallServices()
for (const personId of people.split(',')) services.signIn(personId)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const realtime = createRealtime({
  services: () => services,
  documentsStore: createDocumentsStore(await openDatabase({ kind: 'sqlite', file })),
  actorFrom: services.actorFrom,
  log: silent,
  now: () => new Date(),
})
const http = createServer()
realtime.attach(http)
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`))
