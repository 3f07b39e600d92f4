import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceInBucket } from '#server/store/evidence-in-bucket.ts'
import { evidenceOnDisk } from '#server/store/evidence-on-disk.ts'
import { EvidenceAway, type EvidencePlace } from '#server/store/evidence-place.ts'
import { place as newPlace } from '../support/backups.ts'
import { startBucket } from '../support/bucket.ts'

/** One table for the folder and for a bucket behind HTTP. */

let bucket: Awaited<ReturnType<typeof startBucket>>

beforeAll(async () => {
  bucket = await startBucket()
}, 60_000)

afterAll(() => bucket.close())

const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const HOUR_MS = 60 * 60_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const DAY_AGO = () => hoursAgo(24)
const nobody = () => Promise.resolve(new Set<string>())

/** Compared by its hash: two megabytes side by side take a test a minute. */
const sumOf = async (stream: Readable | null) => sum((await whole(stream)) ?? Buffer.alloc(0))

async function whole(stream: Readable | null): Promise<Buffer | null> {
  if (stream === null) return null
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A file of this machine that is whole, and its hash. */
function arrived(place: EvidencePlace, content: Buffer = randomBytes(1_000)) {
  const file = join(place.incoming, sum(randomBytes(8)))
  mkdirSync(place.incoming, { recursive: true })
  writeFileSync(file, content)
  return { file, content, sha256: sum(content) }
}

async function kept(place: EvidencePlace, content: Buffer = randomBytes(1_000)) {
  const one = arrived(place, content)
  await place.keep(one.file, one.sha256)
  return one
}

const KINDS = {
  folder: () => {
    const place = evidenceOnDisk(newPlace('evidence'))
    return { place, fileOf: place.addressOf }
  },
  bucket: () => ({
    place: evidenceInBucket(bucket.address, newPlace('incoming')),
    fileOf: (sha256: string) => bucket.fileOf(`evidence/${sha256.slice(0, 2)}/${sha256}`),
  }),
} as const

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('evidence in a %s', (kind) => {
  it('[E-31] is read whole and by its bytes, is one however often it is kept, and may not be there', async () => {
    const { place } = KINDS[kind]()
    await place.reach()
    const { sha256, content } = await kept(place)
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
    for (const [start, end] of [
      [0, 1],
      [10, 99],
      [990, 5_000],
    ] as const)
      expect([start, (await whole(await place.read(sha256, { start, end })))?.toString('hex')]).toEqual([
        start,
        content.subarray(start, end + 1).toString('hex'),
      ])
    await kept(place, content)
    await Promise.all([kept(place, content), kept(place, content)])
    const lying = (await place.list()).filter((one) => one.sha256 === sha256)
    expect(lying).toEqual([{ address: place.addressOf(sha256), sha256 }])
    expect(await place.read(sum(randomBytes(8)))).toBeNull()
  })

  it('[E-31] is put right where it was cut short', async () => {
    const { place, fileOf } = KINDS[kind]()
    const { sha256, content } = await kept(place)
    writeFileSync(fileOf(sha256), content.subarray(0, 500))
    await kept(place, content)
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
  })

  it('[E-31] what lies at no file of evidence’s place is listed as that', async () => {
    const { place, fileOf } = KINDS[kind]()
    const { sha256 } = await kept(place)
    const misplaced = fileOf(sha256).replace(`/${sha256.slice(0, 2)}/`, '/')
    writeFileSync(misplaced, 'x')
    expect(
      (await place.list())
        .filter((one) => one.address.endsWith(sha256))
        .map((one) => one.sha256)
        .sort(),
    ).toEqual([sha256, null].sort())
  })

  it('[E-36] the sweep takes what is older and named by nobody, and what broke off on its way', async () => {
    const { place, fileOf } = KINDS[kind]()
    const [named, left, fresh] = [await kept(place), await kept(place), await kept(place)]
    const broken = arrived(place)
    for (const file of [fileOf(named.sha256), fileOf(left.sha256), broken.file])
      utimesSync(file, hoursAgo(25), hoursAgo(25))
    await place.sweep(DAY_AGO(), () => Promise.resolve(new Set([named.sha256])))
    const lying = new Set((await place.list()).map((one) => one.sha256))
    expect([named, left, fresh].map(({ sha256 }) => lying.has(sha256))).toEqual([true, false, true])
    expect(() => utimesSync(broken.file, new Date(), new Date())).toThrow('ENOENT')
  })

  it('[E-36] what is handed in and named while the sweep goes on is lost at no moment', async () => {
    const { place, fileOf } = KINDS[kind]()
    const { sha256, content } = await kept(place)
    utimesSync(fileOf(sha256), hoursAgo(25), hoursAgo(25))
    // The record is asked, and only then the piece is handed in again and named.
    await place.sweep(DAY_AGO(), async () => {
      await kept(place, content)
      return nobody()
    })
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
    const names = () => Promise.resolve(new Set([sha256]))
    // The next night.
    await place.sweep(hoursAgo(-24), names)
    await place.sweep(hoursAgo(-48), names)
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
    const lying = (await place.list()).filter((one) => one.address.endsWith(sha256))
    expect(lying).toEqual([{ address: place.addressOf(sha256), sha256 }])
  })
})

describe('a bucket', () => {
  const open = (change: Partial<typeof bucket.address> = {}) =>
    evidenceInBucket({ ...bucket.address, ...change }, newPlace('incoming'))

  it('[E-36] is rid of what nobody named after a day aside', async () => {
    const place = open()
    const { sha256 } = await kept(place)
    await place.sweep(hoursAgo(-24), nobody)
    expect(bucket.has(`evidence/swept/${sha256}`)).toBe(true)
    await place.sweep(hoursAgo(-24), nobody)
    expect(bucket.has(`evidence/swept/${sha256}`)).toBe(false)
    expect(await place.read(sha256)).toBeNull()
  })

  it('[E-32] takes a large file in parts without holding it in memory, and gives it back as it was', async () => {
    const place = open()
    const large = Buffer.concat(
      Array.from({ length: 2 }, () => randomBytes(16 * 1_048_576)).concat(randomBytes(7)),
    )
    const { file, sha256 } = arrived(place, large)
    bucket.line.mend()
    await place.keep(file, sha256)
    // Nothing is sent, and so nothing is held, that is longer than a part.
    const { asked } = bucket.line.passed()
    const lengths = [...asked.matchAll(/content-length: (\d+)/gi)].map(([, length]) => Number(length))
    expect(asked.match(/^PUT .*partNumber=/gm)).toHaveLength(3)
    expect(Math.max(...lengths)).toBe(16 * 1_048_576)
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
    const part = { start: 16 * 1_048_576 - 5, end: 16 * 1_048_576 + 4 }
    expect(await whole(await place.read(sha256, part))).toEqual(large.subarray(part.start, part.end + 1))
    // Handed in again it is there already, and is not sent again.
    bucket.line.mend()
    await kept(place, large)
    expect(bucket.line.passed().up).toBeLessThan(100_000)
  }, 120_000)

  it('[E-32] is sent bodies that are signed with their hash, without the check sums behind them that other clouds refuse', async () => {
    const place = open()
    bucket.line.mend()
    const { sha256 } = await kept(place)
    const { asked } = bucket.line.passed()
    expect(asked).toContain(`PUT /${bucket.address.name}/evidence/`)
    expect(asked).toContain(`x-amz-content-sha256: ${sha256}`)
    expect(asked).not.toMatch(/aws-chunked|x-amz-trailer|x-amz-checksum|x-amz-sdk-checksum/i)
  })

  it.each([
    ['is away', { is: 'away' }],
    ['answers 503', { is: '503' }],
    ['breaks off in the middle of what is sent', { is: 'breaks', way: 'up', after: 300_000, once: false }],
  ] as const)('[E-33] that %s takes nothing, and takes it when it is back', async (_, fault) => {
    const place = open()
    const { file, sha256 } = arrived(place, randomBytes(1_000_000))
    bucket.line.harm(fault)
    await expect(place.keep(file, sha256)).rejects.toThrow(EvidenceAway)
    bucket.line.mend()
    // The server of the tests keeps what arrived of a request that broke; S3 does not.
    if (fault.is !== 'breaks') expect(await place.read(sha256)).toBeNull()
    await place.keep(file, sha256)
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
  })

  it('[E-33] of many parts that breaks off between them has nothing', async () => {
    const place = open()
    const { file, sha256 } = arrived(place, randomBytes(40 * 1_048_576))
    bucket.line.harm({ is: 'breaks', way: 'up', after: 20 * 1_048_576, once: false })
    const keeping = place.keep(file, sha256)
    await expect.poll(() => bucket.line.passed().up).toBeGreaterThan(16 * 1_048_576)
    bucket.line.harm({ is: 'away' })
    await expect(keeping).rejects.toThrow(EvidenceAway)
    bucket.line.mend()
    expect(await place.read(sha256)).toBeNull()
  }, 120_000)

  it('[E-33] that is not there, or refuses the key, is away and no missing file; no key stands in what is said', async () => {
    const missing = sum(randomBytes(8))
    for (const change of [{ name: 'elsewhere' }, { accessKey: 'NOBODY' }]) {
      const place = open(change)
      for (const ask of [() => place.reach(), () => place.read(missing), () => place.list()]) {
        const error: unknown = await ask().catch((fault: unknown) => fault)
        expect(error).toBeInstanceOf(EvidenceAway)
        expect(inspect(error)).not.toMatch(/NOBODY|S3RVER|Signature=/)
      }
    }
    const wrong = await open({ secretKey: 'geheim' })
      .read(missing)
      .catch((fault: unknown) => fault)
    expect(wrong).toBeInstanceOf(EvidenceAway)
    expect(inspect(wrong)).not.toContain('geheim')
  })

  it('[E-34] goes on at the byte where the line broke; a line that breaks again and again ends the reading', async () => {
    const place = open()
    const { sha256, content } = await kept(place, randomBytes(6_000_000))
    bucket.line.harm({ is: 'breaks', way: 'down', after: 2_000_000, once: true })
    expect(await sumOf(await place.read(sha256))).toBe(sha256)
    bucket.line.harm({ is: 'breaks', way: 'down', after: 2_000_000, once: true })
    const part = { start: 1_000, end: 4_999_999 }
    expect((await whole(await place.read(sha256, part)))?.equals(content.subarray(1_000, 5_000_000))).toBe(
      true,
    )

    bucket.line.mend()
    const stream = await place.read(sha256)
    const reading = stream?.iterator() as AsyncIterator<Buffer>
    await reading.next()
    bucket.line.harm({ is: 'away' })
    const read = async () => {
      while (!(await reading.next()).done);
    }
    await expect(read()).rejects.toThrow(EvidenceAway)
    bucket.line.mend()
  })

  it('[E-34] lets a line go that nobody reads', async () => {
    const place = open()
    const { sha256 } = await kept(place, randomBytes(1_000_000))
    // More than there are lines: held ones would keep the last from beginning.
    const unread = async () => (await place.read(sha256))?.destroy()
    for (let times = 0; times < 300; times += 50) await Promise.all(Array.from({ length: 50 }, unread))
    expect((await whole(await place.read(sha256)))?.length).toBe(1_000_000)
  }, 60_000)
})

it('[E-31] a folder that is not there yet is empty', async () => {
  const place = evidenceOnDisk(join(newPlace('evidence'), 'deeper'))
  expect(await place.list()).toEqual([])
  expect(await place.read(sum(randomBytes(8)))).toBeNull()
  await place.sweep(new Date(), nobody)
  expect(dirname(place.incoming)).toContain('deeper')
})
