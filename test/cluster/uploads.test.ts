import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { CASE } from '../support/meeting-play.ts'
import { signedInCookie } from '../support/member-socket.ts'
import { startProduct, type ProductNode } from './support/product.ts'

const HOME = `/cases/${CASE}/evidence/uploads`
/** Nodes that start on a busy machine take their time. */
const STARTING_MS = 180_000
const TUS = { 'tus-resumable': '1.0.0' }

/** One person's requests, each to the node that is named. */
function sender(cookie: string) {
  const ask = (node: ProductNode, path: string, init: RequestInit = {}) =>
    fetch(node.url + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, origin: node.url, ...init.headers },
    })
  const part = (node: ProductNode, path: string, offset: number, body: Buffer) =>
    ask(node, path, {
      method: 'PATCH',
      headers: {
        ...{ ...TUS, 'upload-offset': String(offset) },
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(body),
    })
  return {
    ask,
    part,
    async begin(node: ProductNode, bytes: number): Promise<string> {
      const name = Buffer.from('录音.pdf').toString('base64')
      const headers = { ...TUS, 'upload-length': String(bytes), 'upload-metadata': `filename ${name}` }
      return (await ask(node, HOME, { method: 'POST', headers })).headers.get('location') ?? ''
    },
    arrived: async (node: ProductNode, path: string) =>
      Number((await ask(node, path, { method: 'HEAD', headers: TUS })).headers.get('upload-offset') ?? NaN),
    async handIn(node: ProductNode, path: string) {
      const answer = await ask(node, path, { method: 'POST', body: new URLSearchParams({ title: '录音' }) })
      return { status: answer.status, said: (await answer.json()) as { evidenceId?: string } }
    },
  }
}

it(
  '[E-41] a file whose parts come to two nodes is one piece, whole at both',
  async () => {
    const { nodes } = await startProduct(2)
    const [here, there] = [nodes[0]!, nodes[1]!]
    const { ask, part, begin, arrived, handIn } = sender(await signedInCookie(here.url, 'secretary'))
    const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5 * 1_048_576)])
    const sha256 = createHash('sha256').update(file).digest('hex')
    const cuts = [0, 1_000_000, 3_000_000, file.length]
    const slice = (at: number) => file.subarray(cuts[at], cuts[at + 1])

    const address = await begin(here, file.length)
    expect((await part(here, address, 0, slice(0))).status).toBe(204)
    expect(await arrived(there, address)).toBe(cuts[1])
    expect((await part(there, address, 1_000_000, slice(1))).status).toBe(204)
    // What stands there already is not taken twice, wherever it came to.
    expect((await part(here, address, 1_000_000, slice(1))).status).toBe(409)
    expect((await handIn(there, address)).status).toBe(409)
    // The line to one node hangs, and the sender goes on at the other: the same part comes to both.
    const both = await Promise.all([
      part(here, address, 3_000_000, slice(2)),
      part(there, address, 3_000_000, slice(2)),
    ])
    expect(both.map(({ status }) => status)).toContain(204)
    expect([await arrived(here, address), await arrived(there, address)]).toEqual([file.length, file.length])
    const handed = await Promise.all([handIn(here, address), handIn(there, address), handIn(there, address)])
    expect(handed.map(({ status }) => status)).toEqual([200, 200, 200])
    const [id] = new Set(handed.map(({ said }) => said.evidenceId))
    for (const { said } of handed) expect(said.evidenceId).toBe(id)
    for (const node of nodes) {
      const answer = await ask(node, `/cases/${CASE}/evidence/${id ?? ''}`)
      const content = Buffer.from(await answer.arrayBuffer())
      expect([answer.status, createHash('sha256').update(content).digest('hex')]).toEqual([200, sha256])
      const left = (await (await ask(node, HOME)).json()) as { uploads: unknown[] }
      expect(left.uploads).toEqual([])
    }

    const dropped = await begin(here, 100)
    expect((await ask(there, dropped, { method: 'DELETE', headers: TUS })).status).toBe(204)
    expect(await arrived(here, dropped)).toBeNaN()
  },
  STARTING_MS,
)

it(
  '[E-42] a node with a folder of its own does not start beside the others',
  async () => {
    const { nodes, startApart } = await startProduct(1)
    await expect(startApart()).rejects.toThrow('HUISHANG_DATA is not the folder of the other nodes')
    expect(await nodes[0]!.isReady()).toBe(true)
    expect(nodes[0]!.lines.join('\n')).toContain('another node keeps evidence in another folder')
  },
  STARTING_MS,
)
