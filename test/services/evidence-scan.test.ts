import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { checkEvidence } from '#server/backup/check-evidence.ts'
import { evidenceFile } from '#server/backup/examine.ts'
import { sha256Of } from '#server/backup/manifest.ts'
import { createScan } from '#server/store/clamd.ts'
import { createEvidenceFiles } from '#server/store/evidence-files.ts'
import { evidenceOnDisk } from '#server/store/evidence-on-disk.ts'
import { createUploads } from '#server/store/uploads.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { place } from '../support/backups.ts'

/** What clamd's manual says it does with INSTREAM, at a socket of its own. */
async function fakeClamd(path: string, answerTo: (content: Buffer) => string | null): Promise<void> {
  const peers = new Set<Socket>()
  const server: Server = createServer((peer) => {
    peers.add(peer)
    let got = Buffer.alloc(0)
    peer.on('error', () => undefined)
    peer.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk])
      const content = contentOf(got)
      if (content === null) return
      const answer = answerTo(content)
      if (answer === null) peer.destroy()
      // In two pieces, as a network may.
      else {
        peer.write(answer.slice(0, 3))
        setTimeout(() => peer.end(`${answer.slice(3)}\0`), 5)
      }
    })
  })
  await new Promise<void>((listening) => server.listen(path, listening))
  onTestFinished(async () => {
    for (const peer of peers) peer.destroy()
    await new Promise((closed) => server.close(closed))
  })
}

/** The parts behind each other once the empty one has come; null before. */
function contentOf(stream: Buffer): Buffer | null {
  const head = 'zINSTREAM\0'
  expect(stream.subarray(0, head.length).toString()).toBe(head.slice(0, stream.length))
  const parts: Buffer[] = []
  for (let at = head.length; at + 4 <= stream.length;) {
    const length = stream.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(stream.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'
const text = (words: string) => Readable.from([Buffer.from(words.slice(0, 4)), Buffer.from(words.slice(4))])
const putInto = (folder: string, path: string) => async (words: string) => {
  const place = evidenceOnDisk(folder)
  const files = createEvidenceFiles({ place, limitBytes: 1_000_000, scan: createScan({ path }) })
  const answer = await files.put(text(words), 'a.txt')
  return isRefusal(answer) ? answer.refused : answer.sha256
}

it('[E-18] takes what the scanner calls clean, refuses what it finds infected, and what it does not answer for', async () => {
  const folder = place('evidence')
  const path = join(place('sockets'), 'clamd')
  mkdirSync(join(path, '..'), { recursive: true })
  const put = putInto(folder, path)
  // Nobody listens.
  expect(await put('clean')).toBe('evidence/not-scanned')
  const seen: string[] = []
  await fakeClamd(path, (content) => {
    const words = content.toString()
    seen.push(words)
    if (words.includes('vanish')) return null
    if (words.includes('large')) return 'INSTREAM size limit exceeded. ERROR'
    if (words.includes('lies')) return 'stream: OK but not quite'
    return words.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
  })
  expect(await put('clean words')).toBe(sha256Of('clean words'))
  expect(await put(`before ${EICAR} after`)).toBe('evidence/infected')
  for (const words of ['vanish', 'too large', 'lies']) expect(await put(words)).toBe('evidence/not-scanned')
  expect(seen[0]).toBe('clean words')
  const lying = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(lying.filter((name) => /[0-9a-f-]{36,}$/.test(name))).toHaveLength(1)
})

it('[E-18] gives the scanner a large file whole and in order', async () => {
  const path = join(place('sockets'), 'clamd')
  mkdirSync(join(path, '..'), { recursive: true })
  const content = Buffer.from('证据材料 '.repeat(400_000))
  let hash = ''
  await fakeClamd(path, (got) => {
    hash = createHash('sha256').update(got).digest('hex')
    return 'stream: OK'
  })
  expect(
    await createScan({ path })(Readable.from([content.subarray(0, 999_999), content.subarray(999_999)])),
  ).toBe('clean')
  expect(hash).toBe(sha256Of(content))
})

it('[E-15] names what is missing, changed and named by no entry', async () => {
  const demo = await openDemoApp()
  onTestFinished(() => demo.close())
  const add = async (words: string) => {
    const upload = { title: words, fileName: 'a.txt', stream: text(words) }
    const added = await demo.app.services.evidence.add(
      demoActor('secretary'),
      'case-rent-relief',
      `add-${words}-evidence`,
      upload,
    )
    if (isRefusal(added)) throw new Error(added.refused)
    return evidenceFile(demo.directory, sha256Of(words))
  }
  const [lost, altered, cut] = [await add('lost'), await add('altered'), await add('cut short')]
  await add('whole')
  const told: string[] = []
  const check = () =>
    checkEvidence(demo.env.database, evidenceOnDisk(join(demo.directory, 'evidence')), (line) =>
      told.push(line),
    )
  const { files } = await check()
  expect([files >= 4, told]).toEqual([true, []])
  rmSync(lost)
  writeFileSync(altered, 'Altered')
  writeFileSync(cut, 'cut')
  const alone = evidenceFile(demo.directory, sha256Of('alone'))
  mkdirSync(join(alone, '..'), { recursive: true })
  writeFileSync(alone, 'alone')
  // The right name at the wrong place is not the file.
  const misplaced = join(demo.directory, 'evidence', sha256Of('whole'))
  writeFileSync(misplaced, 'whole')
  const found = await check()
  expect([found.missing, [...found.changed].sort(), [...found.orphaned].sort()]).toEqual([
    [sha256Of('lost')],
    [sha256Of('altered'), sha256Of('cut short')].sort(),
    [alone, misplaced].sort(),
  ])
  expect(told).toHaveLength(5)
})

it('[E-14] what got no byte for four days is removed, whole or not; what is being sent stays', async () => {
  const folder = place('uploads')
  const uploads = createUploads(folder)
  const begin = async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': 'filename YS50eHQ=' }
    const request = new Request('http://here/cases/c/evidence/uploads', { method: 'POST', headers })
    const file = uploads.describedIn(request)
    if (!file) throw new Error('not understood')
    const answer = await uploads.begin(request, { ...file, caseId: 'c', personId: 'p' })
    return (answer.headers.get('location') ?? '').split('/').at(-1) ?? ''
  }
  const [old, fresh] = [await begin(), await begin()]
  writeFileSync(join(folder, `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.json`), '{}')
  const then = new Date(Date.now() - 5 * 24 * 3_600_000)
  utimesSync(join(folder, old), then, then)
  await uploads.removeOlder(new Date(Date.now() - 4 * 24 * 3_600_000))
  expect([await uploads.find(old), (await uploads.find(fresh))?.id]).toEqual([null, fresh])
  expect(readdirSync(folder).sort()).toEqual([fresh, `${fresh}.json`])
  expect(existsSync(join(folder, old))).toBe(false)
})
