import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '../support/actors.ts'
import type { Visitor } from './attempts.ts'
import { must, newCommand } from './scene.ts'
import { openStage, type Stage } from './stage.ts'

/** Files whose names and contents mean harm. */

let stage: Stage
let secretary: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
})

afterAll(() => stage.close())

const BOUNDARY = 'boundary'

/** A form as it goes over the wire: `FormData` would make the file's name harmless first. */
function upload(fileName: string, content: string | Buffer, title = '材料'): Promise<Response> {
  const field = (name: string, value: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/html\r\n\r\n`
  return secretary.request(`/cases/${stage.scene.case}/evidence/add`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([
      Buffer.from(field('commandId', newCommand()) + field('title', title) + head),
      Buffer.from(content),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  })
}

const pieces = async () =>
  must(await stage.site.app.services.cases.view(demoActor('secretary'), stage.scene.case)).state.evidence

const filesUnder = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/(^|\/)huishang\.db/.test(path))
    .sort()

describe('a file', () => {
  it('[P-17] [P-18] keeps its name, whatever it is, and stands where its content says', async () => {
    const before = filesUnder(stage.site.directory)
    const long = `${'😀'.repeat(150)}.txt`
    const NAMES: readonly (readonly [string, string])[] = [
      ['../../../../etc/passwd', 'passwd'],
      ['..\\..\\windows\\win.ini', 'win.ini'],
      ['/etc/shadow', 'shadow'],
      ['C:\\x\\con.txt', 'con.txt'],
      ['.htaccess', '.htaccess'],
      ['__proto__', '__proto__'],
      ['%2e%2e%2fx', '%2e%2e%2fx'],
      ["'; DROP TABLE x; --.txt", "'; DROP TABLE x; --.txt"],
      ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
      ['报告\u202Efdp.txt', '报告fdp.txt'],
      ['a;filename=b.html', 'a;filename=b.html'],
      // Two hundred units, and no half of a sign at their end.
      [`x${long}`, `x${'😀'.repeat(99)}`],
    ]
    for (const [index, [sent, kept]] of NAMES.entries()) {
      const answer = await upload(sent, `内容${index}`, `x${long}`)
      expect([sent, answer.status]).toEqual([sent, 200])
      const piece = (await pieces()).at(-1)
      expect([piece?.fileName, piece?.title]).toEqual([kept, `x${'😀'.repeat(99)}`])
      const download = await secretary.request(`/cases/${stage.scene.case}/evidence/${piece?.id ?? ''}`)
      expect([download.status, await download.text()]).toEqual([200, `内容${index}`])
      // What was sent as HTML is text by its content, and no page of ours.
      expect(download.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(download.headers.get('content-security-policy')).toContain('sandbox')
      const [plain = '', full = ''] = (download.headers.get('content-disposition') ?? '').split(
        '; filename*=',
      )
      expect(plain).toMatch(/^inline; filename="[\x20-\x7e]*"$/)
      expect(decodeURIComponent(full.replace("UTF-8''", ''))).toBe(kept)
    }
    const made = filesUnder(stage.site.directory).filter((path) => !before.includes(path))
    expect(made.filter((path) => !/^evidence\/[0-9a-f]{2}(\/[0-9a-f]{64})?$/.test(path))).toEqual([])
    expect(made.filter((path) => path.length > 20)).toHaveLength(NAMES.length)
    expect(stage.site.logged).toEqual([])
  })

  it('[P-17] that a browser would run is refused, whatever it calls itself', async () => {
    const before = await stage.stored()
    const files = filesUnder(stage.site.directory)
    const RUN: readonly (string | Buffer)[] = [
      '',
      '<!DOCTYPE html><script>alert(1)</script>',
      '\n\t <html>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<?xml version="1.0"?><svg/>',
      '\uFEFF<script>alert(1)</script>',
      Buffer.from('MZ\x90\0\x03'),
      Buffer.from('\x7fELF\x02\x01\x01\0'),
      Buffer.from('#!/bin/sh\0'),
      Buffer.from([0, 1, 2, 3]),
    ]
    for (const content of RUN)
      for (const name of ['材料.pdf', '材料.txt'])
        expect([content, (await upload(name, content)).status]).toEqual([content, 415])
    expect((await upload('a\0b.txt', 'x')).status).toBe(422)
    expect((await upload('a.txt', 'x', 'a\0b')).status).toBe(422)
    for (const none of ['', '..', 'a/']) expect((await upload(none, 'x')).status).toBe(422)
    expect(await stage.stored()).toBe(before)
    expect(filesUnder(stage.site.directory).filter((path) => path.startsWith('incoming'))).toEqual([])
    expect(files.length).toBeGreaterThan(0)
    expect(stage.site.logged).toEqual([])
  })

  it('[P-17] is found by its own case and number alone', async () => {
    const { scene } = stage
    const [piece] = await pieces()
    const [past] = [`/cases/${scene.pastCase}/evidence`]
    for (const id of [
      piece?.id,
      piece?.sha256,
      `..%2f..%2fcases%2f${scene.case}%2fevidence%2f${piece?.id ?? ''}`,
      '..%2f..%2f..%2fhuishang.db',
      `${piece?.sha256.slice(0, 2) ?? ''}%2f${piece?.sha256 ?? ''}`,
      `${piece?.id ?? ''}%00`,
      `${piece?.id ?? ''}/`,
      '__proto__',
    ]) {
      const answer = await secretary.request(`${past}/${id ?? ''}`)
      expect([id, answer.status]).toEqual([id, 404])
      await answer.text()
    }
    const outsider = await stage.come('organization1')
    expect(await outsider.get(`/cases/${scene.otherCase}/evidence/${scene.otherEvidence}`)).toBe('done')
    expect(await outsider.get(`/cases/${scene.case}/evidence/${scene.otherEvidence}`)).toBe(
      'evidence/unknown',
    )
    expect(stage.site.logged).toEqual([])
  })
})
