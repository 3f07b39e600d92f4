import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceFile } from '#server/backup/examine.ts'
import { demoActor } from '../support/actors.ts'
import type { Visitor } from './attempts.ts'
import { must } from './scene.ts'
import { openStage, type Stage } from './stage.ts'

/** Long files by the tus protocol, over the wire as a hostile program would send them. */

let stage: Stage
let secretary: Visitor
let other: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
  other = await stage.come('organization1')
})

afterAll(() => stage.close())

const TUS = { 'tus-resumable': '1.0.0' }
const base64 = (text: string) => Buffer.from(text).toString('base64')
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3 * 1_048_576)])
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const home = () => `/cases/${stage.scene.case}/evidence/uploads`

async function begin(
  who: Visitor,
  length: number | string,
  { path = home(), fileName = '录音.pdf' }: { path?: string; fileName?: string } = {},
): Promise<Response> {
  return who.request(path, {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(length), 'upload-metadata': `filename ${base64(fileName)}` },
  })
}

async function begun(who: Visitor, length: number, fileName?: string): Promise<string> {
  const answer = await begin(who, length, fileName === undefined ? {} : { fileName })
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}

const part = (who: Visitor, address: string, offset: number | string, body: Buffer, headers = {}) =>
  who.request(address, {
    method: 'PATCH',
    headers: {
      ...{ ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      ...headers,
    },
    body: new Uint8Array(body),
  })

const arrived = async (who: Visitor, address: string) =>
  Number((await who.request(address, { method: 'HEAD', headers: TUS })).headers.get('upload-offset') ?? NaN)

const handIn = (who: Visitor, address: string, fields: Record<string, string> = {}) =>
  who.request(address, { method: 'POST', body: new URLSearchParams(fields) })

const pieces = async (caseId = stage.scene.case) =>
  must(await stage.site.app.services.cases.view(demoActor('secretary'), caseId)).state.evidence

const refusalOf = async (answer: Response) =>
  ((await answer.json()) as { refusal?: { refused: string } }).refusal?.refused

/** A line that breaks in the middle of a part. */
async function broken(address: string, cookie: string, offset: number, sent: Buffer, announced: number) {
  const { host, hostname, port } = new URL(stage.site.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const head = [
    `PATCH ${address} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${stage.site.url}`,
    `Cookie: ${cookie}`,
    'Tus-Resumable: 1.0.0',
    `Upload-Offset: ${offset}`,
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${announced}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise((done) => socket.write(sent, done))
  await pause(1_000)
  socket.destroy()
  await pause(300)
}

describe('a long file', () => {
  it('[E-10] goes on where the line broke, and has the hash of the whole', async () => {
    const address = await begun(secretary, PDF.length)
    expect((await part(secretary, address, 0, PDF.subarray(0, 1_000_000))).status).toBe(204)
    await broken(
      address,
      secretary.socket?.cookie ?? '',
      1_000_000,
      PDF.subarray(1_000_000, 1_700_000),
      PDF.length - 1_000_000,
    )
    const offset = await arrived(secretary, address)
    expect(offset).toBeGreaterThan(1_000_000)
    expect(offset).toBeLessThanOrEqual(1_700_000)
    expect(await refusalOf(await handIn(secretary, address))).toBe('evidence/upload-unfinished')
    expect((await part(secretary, address, offset, PDF.subarray(offset))).status).toBe(204)
    const answer = await handIn(secretary, address, { title: '录音', kind: 'audio-visual', fact: '会议经过' })
    expect(answer.status).toBe(200)
    const piece = (await pieces()).at(-1)
    expect(piece).toMatchObject({ title: '录音', bytes: PDF.length, sha256: sha256(PDF) })
    expect(piece?.register).toMatchObject({ kind: 'audio-visual', fact: '会议经过' })
    expect(existsSync(evidenceFile(stage.site.directory, sha256(PDF)))).toBe(true)
    // Nothing of it is left among the unfinished ones.
    expect(readdirSync(join(stage.site.directory, 'uploads'))).toEqual([])
    expect(stage.site.logged).toEqual([])
  })

  it('[E-13] handed in twice is one piece; the same content in two cases is one file and two rights', async () => {
    const before = (await pieces()).length
    const address = await begun(secretary, PDF.length)
    await part(secretary, address, 0, PDF)
    const answers = await Promise.all([1, 2, 3].map(() => handIn(secretary, address)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await handIn(secretary, address)).status).toBe(200)
    expect((await pieces()).length).toBe(before + 1)
    const elsewhere = `/cases/${stage.scene.otherCase}/evidence/uploads`
    const second = await begin(other, PDF.length, { path: elsewhere })
    const there = second.headers.get('location') ?? ''
    await part(other, there, 0, PDF)
    expect((await handIn(other, there)).status).toBe(200)
    const [mine, theirs] = [(await pieces()).at(-1), (await pieces(stage.scene.otherCase)).at(-1)]
    expect(mine?.sha256).toBe(theirs?.sha256)
    const files = readdirSync(join(stage.site.directory, 'evidence'), { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => name.endsWith(mine?.sha256 ?? ''))).toHaveLength(1)
    // Bound to the other case's number, the content is nobody's here.
    const stranger = await stage.come('political3')
    const path = `/cases/${stage.scene.otherCase}/evidence/${theirs?.id ?? ''}`
    expect(await stranger.get(path)).toBe('access/recused')
    expect(await stranger.get(`/cases/${stage.scene.case}/evidence/${theirs?.id ?? ''}`)).toBe(
      'evidence/unknown',
    )
  })

  it('[E-11] is its sender’s alone, in its case alone, as long as he may add', async () => {
    const address = await begun(secretary, 100)
    const id = address.split('/').at(-1) ?? ''
    const observer = await stage.come('observer1')
    const nobody = await stage.come(null)
    for (const [who, refused] of [
      [other, 'evidence/unknown'],
      [observer, 'access/not-found'],
    ] as const) {
      expect(await refusalOf(await part(who, address, 0, Buffer.from('x')))).toBe(refused)
      expect(await refusalOf(await handIn(who, address))).toBe(refused)
      const head = await who.request(address, { method: 'HEAD', headers: TUS })
      expect([head.status, head.headers.get('upload-offset')]).toEqual([404, null])
      const drop = await who.request(address, { method: 'DELETE', headers: TUS })
      expect(await refusalOf(drop)).toBe(refused)
    }
    const elsewhere = `/cases/${stage.scene.pastCase}/evidence/uploads/${id}`
    expect(await refusalOf(await part(secretary, elsewhere, 0, Buffer.from('x')))).toBe('evidence/unknown')
    expect(await refusalOf(await handIn(secretary, elsewhere))).toBe('evidence/unknown')
    for (const one of [`..%2f..%2f${id}`, '..%2fhuishang.db', `${id}.json`, '__proto__', `${id}%00`])
      expect([one, (await part(secretary, `${home()}/${one}`, 0, Buffer.from('x'))).status]).toEqual([
        one,
        404,
      ])
    expect((await begin(nobody, 100)).headers.get('location')).toContain('/sign-in')
    expect(await refusalOf(await begin(observer, 100))).toBe('access/not-found')
    const crossOrigin = await secretary.request(home(), {
      method: 'POST',
      headers: { ...TUS, origin: 'https://elsewhere.example', 'upload-length': '5' },
    })
    expect(crossOrigin.status).toBe(403)
    expect(await arrived(secretary, address)).toBe(0)
    const list = (await (await other.request(home())).json()) as { uploads: unknown[] }
    expect(list.uploads).toEqual([])
    expect((await secretary.request(address, { method: 'DELETE', headers: TUS })).status).toBe(204)
    expect(stage.site.logged).toEqual([])
  })

  it('[E-40] is known by the end of its path alone, and leaves as a piece alone', async () => {
    const others = await begin(other, PDF.length, {
      path: `/cases/${stage.scene.otherCase}/evidence/uploads`,
    })
    const hers = others.headers.get('location') ?? ''
    const [half, rest] = [PDF.subarray(0, 1_000), PDF.subarray(1_000)]
    expect((await part(other, hers, 0, half)).status).toBe(204)
    const own = await begun(secretary, 100)
    // The library behind the protocol reads the number from the end of all of the address.
    for (const behind of ['?', '?x=', '?/', '?index&x=/']) {
      const address = `${own}${behind}/${hers.split('/').at(-1) ?? ''}`
      expect([behind, await arrived(secretary, address)]).toEqual([behind, 0])
      expect([behind, (await part(secretary, address, 1_000, rest)).status]).toEqual([behind, 409])
      const got = await secretary.request(address)
      expect([behind, got.status]).toEqual([behind, 404])
      await got.text()
    }
    const drop = await secretary.request(`${own}?/${hers.split('/').at(-1) ?? ''}`, {
      ...{ method: 'DELETE', headers: TUS },
    })
    expect(drop.status).toBe(204)
    expect([await arrived(other, hers), await arrived(secretary, own)]).toEqual([1_000, NaN])
    // When it is whole its sender gets it from the register as everybody does, where openings are recorded.
    expect((await part(other, hers, 1_000, rest)).status).toBe(204)
    const early = await other.request(hers)
    expect([early.status, (await early.arrayBuffer()).byteLength < PDF.length]).toEqual([404, true])
    expect((await other.request(hers, { method: 'DELETE', headers: TUS })).status).toBe(204)
    expect(readdirSync(join(stage.site.directory, 'uploads'))).toEqual([])
    expect(stage.site.logged).toEqual([])
  })

  it('[E-12] takes no part that does not continue it, and no length beyond what is allowed', async () => {
    const address = await begun(secretary, 100)
    for (const offset of [1, 99, 100, 1_000_000])
      expect([offset, (await part(secretary, address, offset, Buffer.from('x'))).status]).toEqual([
        offset,
        409,
      ])
    for (const offset of ['-1', '1e3', 'x', ''])
      expect([offset, (await part(secretary, address, offset, Buffer.from('x'))).status]).toEqual([
        offset,
        400,
      ])
    expect((await part(secretary, address, 0, Buffer.alloc(101))).status).toBe(413)
    expect((await part(secretary, address, 0, Buffer.alloc(10), { 'content-type': 'text/plain' })).ok).toBe(
      false,
    )
    expect(await arrived(secretary, address)).toBe(0)
    for (const length of ['0', '-1', 'x', '', '1e9', '9'.repeat(20)])
      expect([length, await refusalOf(await begin(secretary, length))]).toEqual([length, 'input/invalid'])
    const limit = 2_048 * 1_048_576
    expect(await refusalOf(await begin(secretary, limit + 1))).toBe('evidence/too-large')
    // Four of the largest, and this one of a hundred bytes is under way already.
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => begin(secretary, limit)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 413, 413])
    const refused = answers.filter(({ status }) => status === 413)
    expect(await refusalOf(refused[0] as Response)).toBe('evidence/too-much-unfinished')
    // Another's is counted apart.
    expect((await begin(other, limit)).status).toBe(201)
    // However small they are: each is read whenever anybody begins one.
    const small = await Promise.all(Array.from({ length: 41 }, () => begin(other, 1)))
    expect(small.map(({ status }) => status).filter((status) => status !== 201)).toEqual([413, 413])
    for (const uploadId of readdirSync(join(stage.site.directory, 'uploads')).filter(
      (name) => !name.includes('.'),
    ))
      for (const who of [secretary, other])
        await who.request(`${home()}/${uploadId}`, { method: 'DELETE', headers: TUS })
    expect(readdirSync(join(stage.site.directory, 'uploads'))).toEqual([])
    expect(stage.site.logged).toEqual([])
  })

  it('[E-10] [P-17] [P-18] is what its content says, under a name that means no harm', async () => {
    for (const [sent, kept] of [
      ['../../../../etc/passwd', 'passwd'],
      ['..\\..\\win.ini', 'win.ini'],
      ['报告\u202Efdp.txt', '报告fdp.txt'],
      ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
      ["'; DROP TABLE x; --.txt", "'; DROP TABLE x; --.txt"],
    ] as const) {
      const content = Buffer.from(`内容 ${sent}`)
      const address = await begun(secretary, content.length, sent)
      await part(secretary, address, 0, content)
      expect((await handIn(secretary, address)).status).toBe(200)
      expect((await pieces()).at(-1)).toMatchObject({ fileName: kept, title: kept, mediaType: 'text/plain' })
    }
    for (const name of ['', '..', 'a/', 'a\0b.txt'])
      expect([name, await refusalOf(await begin(secretary, 5, { fileName: name }))]).toEqual([
        name,
        'input/invalid',
      ])
    const html = Buffer.from('<!DOCTYPE html><script>alert(1)</script>')
    const address = await begun(secretary, html.length, '材料.pdf')
    await part(secretary, address, 0, html)
    expect(await refusalOf(await handIn(secretary, address))).toBe('evidence/type-not-allowed')
    // It will never be taken, so it is not kept.
    expect(readdirSync(join(stage.site.directory, 'uploads'))).toEqual([])
    expect(await refusalOf(await handIn(secretary, address))).toBe('evidence/unknown')
    expect(stage.site.logged).toEqual([])
  })
})

describe('handing out', () => {
  it('[E-16] a part is handed out by its bytes, and none beyond the end', async () => {
    const piece = (await pieces()).find((one) => one.sha256 === sha256(PDF))
    const path = `/cases/${stage.scene.case}/evidence/${piece?.id ?? ''}`
    const end = PDF.length - 1
    for (const [range, start, last] of [
      ['bytes=0-9', 0, 9],
      ['bytes=1000-', 1_000, end],
      ['bytes=-5', end - 4, end],
      [`bytes=10-${PDF.length * 2}`, 10, end],
    ] as const) {
      const answer = await secretary.request(path, { headers: { range, 'accept-encoding': 'gzip' } })
      expect([range, answer.status]).toEqual([range, 206])
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${last}/${PDF.length}`)
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(Buffer.from(await answer.arrayBuffer()).equals(PDF.subarray(start, last + 1))).toBe(true)
    }
    for (const range of [`bytes=${PDF.length}-`, 'bytes=-0']) {
      const answer = await secretary.request(path, { headers: { range } })
      expect([range, answer.status, answer.headers.get('content-range')]).toEqual([
        ...[range, 416],
        `bytes */${PDF.length}`,
      ])
    }
    for (const range of ['bytes=5-2', 'bytes=0-1,4-5', 'items=0-1', 'bytes=x'])
      expect([range, (await secretary.request(path, { headers: { range } })).status]).toEqual([range, 200])
    const whole = await secretary.request(path)
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(sha256(Buffer.from(await whole.arrayBuffer()))).toBe(sha256(PDF))
    expect(stage.site.logged).toEqual([])
  })

  it.skipIf(!existsSync('/proc/self/fd'))(
    '[E-16] asked about without its bytes it is not opened',
    async () => {
      const piece = (await pieces()).find((one) => one.sha256 === sha256(PDF))
      const path = `/cases/${stage.scene.case}/evidence/${piece?.id ?? ''}`
      for (let times = 0; times < 50; times++) {
        const answer = await secretary.request(path, { method: 'HEAD' })
        expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(PDF.length)])
      }
      const open = readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`)
        } catch {
          return []
        }
      })
      expect(open.filter((file) => file.endsWith(sha256(PDF)))).toHaveLength(0)
    },
  )

  it('[E-17] every opening and every saving with its reason stands in the record of access; a look’s later parts do not', async () => {
    const piece = (await pieces()).find((one) => one.sha256 === sha256(PDF))
    const path = `/cases/${stage.scene.case}/evidence/${piece?.id ?? ''}`
    const reader = await stage.come('political1')
    const noted = async () =>
      (
        await stage.site.database.client.accessEntry.findMany({
          where: { personId: 'political1', action: { startsWith: 'evidence/' } },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        })
      ).map(({ action }) => action)
    // Who begins in the middle has opened it all the same.
    for (const range of ['bytes=500-', 'bytes=900-', 'bytes=2-'])
      await (await reader.request(path, { headers: { range } })).arrayBuffer()
    expect(await noted()).toEqual(['evidence/opened'])
    await (await reader.request(path)).arrayBuffer()
    expect(await noted()).toEqual(['evidence/opened', 'evidence/opened'])
    const save = (fields: Record<string, string>) =>
      reader.request(path, { method: 'POST', body: new URLSearchParams(fields) })
    const longReason = '附'.repeat(501)
    for (const fields of [{}, { reason: ' ' }, { reason: longReason }])
      expect((await save(fields as Record<string, string>)).status).toBe(422)
    const saved = await save({ reason: '附入调查报告' })
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(sha256(Buffer.from(await saved.arrayBuffer()))).toBe(sha256(PDF))
    expect(await noted()).toEqual(['evidence/opened', 'evidence/opened', 'evidence/saved'])
    const [last] = await stage.site.database.client.accessEntry.findMany({
      where: { personId: 'political1', action: 'evidence/saved' },
    })
    expect(last?.detail).toContain('附入调查报告')
    // As a page it stands under the reader's watermark.
    const page = await reader.request(path, { headers: { 'sec-fetch-dest': 'document' } })
    expect([page.status, page.headers.get('location')]).toEqual([302, `${path}/view`])
  })

  it('[E-17] what no page can show is not handed out without a reason', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\0\0'), Buffer.alloc(60)])
    const address = await begun(secretary, zip.length, '附件.zip')
    await part(secretary, address, 0, zip)
    expect((await handIn(secretary, address)).status).toBe(200)
    const path = `/cases/${stage.scene.case}/evidence/${(await pieces()).at(-1)?.id ?? ''}`
    expect(await secretary.get(path)).toBe('evidence/reason-needed')
    const saved = await secretary.request(path, {
      method: 'POST',
      body: new URLSearchParams({ reason: '鉴定' }),
    })
    expect([saved.status, saved.headers.get('content-type')]).toEqual([200, 'application/zip'])
    await saved.arrayBuffer()
  })
})
