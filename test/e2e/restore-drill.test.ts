import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { namesIn, place } from '../support/backups.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { handIn } from '../support/hand-in.ts'
import { CASE, DUE, MeetingPlay } from '../support/meeting-play.ts'
import { MemberSocket } from '../support/member-socket.ts'
import { runCommand } from '../support/product-command.ts'
import { wordsOf } from '../support/page.ts'

/** The restore drill: what an administrator does on the worst day, with the commands that he has. */

const OTHER_TEXT = 'case/case-building-before-approval/facts'
const EVIDENCE = Buffer.from(`租金减免台账 ${'一二三四五六七八九十'.repeat(200_000)}`)

let server: DemoServer
let play: MeetingPlay

const backupOf = (target: string, killAt?: string) =>
  runCommand('backup', [target], { HUISHANG_DATA: server.dataDirectory }, killAt)
const restoreTo = (data: string, ...args: string[]) => runCommand('restore', args, { HUISHANG_DATA: data })

/** The case decided as in the story. */
async function decide(): Promise<void> {
  await play.submitOpinions()
  await play.open()
  await play.state()
  for (const subject of ['deng', 'li'] as const) {
    const poll = await play.put(subject, 'named')
    await play.cast(poll.id, DUE)
    await play.announce(poll)
  }
  await play.close()
  const minutesId = await play.draftMinutes()
  await (await play.as('secretary')).writeParagraph(`minutes/${minutesId}/text`, '会议强调，要举一反三。')
  await play.fillDetails(minutesId)
  await play.issue(minutesId)
}

/** @returns the address of the piece */
async function addEvidence(): Promise<string> {
  const file = { name: '台账.txt', type: 'text/plain', content: EVIDENCE }
  const id = await handIn(server.url, await play.as('secretary'), CASE, { title: '租金减免台账', file })
  return `/cases/${CASE}/evidence/${id}`
}

/** Writes until told to stop, and keeps what was acknowledged. */
function keepWriting(member: MemberSocket) {
  const acknowledged: string[] = []
  let going = true
  const done = (async () => {
    for (let count = 0; going; count += 1) {
      await member.writeParagraph(OTHER_TEXT, `写-${count}`)
      acknowledged.push(`写-${count}`)
    }
  })()
  return {
    acknowledged,
    async stop() {
      going = false
      await done
    },
  }
}

async function wordsIn(member: MemberSocket): Promise<readonly string[]> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array((await member.openDocument(OTHER_TEXT, doc)).update))
  return wordsOf(doc).split('|')
}

beforeAll(async () => {
  server = await startDemo()
  play = new MeetingPlay(server.url)
})

afterAll(async () => {
  play.disconnect()
  await server.remove()
})

describe('the drill', () => {
  it('[R-60] [R-67] backs up a product that is written to and brings the decision back elsewhere', async () => {
    const address = await addEvidence()
    await decide()
    const writing = keepWriting(await play.as('secretary'))
    await expect.poll(() => writing.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20)
    const before = [...writing.acknowledged]
    const backup = place('backup')
    const taken = await backupOf(backup)
    const during = writing.acknowledged.length
    await writing.stop()
    expect(taken, taken.complained).toMatchObject({ code: 0 })
    expect(during).toBeGreaterThan(before.length)

    const data = place('data')
    const restored = await restoreTo(data, backup)
    expect(restored, restored.complained).toMatchObject({ code: 0 })
    const verified = await runCommand('record-verify', [], { HUISHANG_DATA: data })
    expect(verified).toMatchObject({ code: 0, said: expect.stringMatching(/^OK: \d+ entries/) as string })

    const second = await startDemo(data)
    try {
      const member = await MemberSocket.connect(second.url, 'secretary')
      const decision = await (await member.page(`/cases/${CASE}/decisions`)).text()
      for (const words of ['已认定', '谈话提醒', '完成房租减免自查整改']) expect(decision).toContain(words)
      const file = Buffer.from(await (await member.page(address)).arrayBuffer())
      expect(file.equals(EVIDENCE)).toBe(true)
      const found = await wordsIn(member)
      expect(before.filter((words) => !found.includes(words))).toEqual([])
      await member.writeParagraph(OTHER_TEXT, '恢复以后')
      expect(await wordsIn(member)).toContain('恢复以后')
      member.disconnect()
      expect(second.errors()).toEqual([])
    } finally {
      await second.remove()
    }
  })

  it('[R-63] a backup killed at any step is none', async () => {
    for (const step of ['database: ', 'record: walking', 'record: ', 'evidence: ']) {
      const target = place('backup')
      const { code } = await backupOf(target, step)
      const folder = dirname(target)
      // Only after its last step it may have been quicker than the signal, and then it is whole.
      if (existsSync(target)) {
        expect(step).toBe('evidence: ')
        expect((await restoreTo(place('data'), target)).code).toBe(0)
        continue
      }
      expect(code, step).toBeNull()
      const [half = ''] = readdirSync(folder)
      expect(half, step).toMatch(/^backup\.partial-/)
      const refused = await restoreTo(place('data'), join(folder, half))
      expect(refused.code, step).toBe(1)
      expect(refused.complained, step).toMatch(/is not a complete backup/)
      expect((await backupOf(target)).code, step).toBe(0)
    }
  })

  it('[R-65] [R-66] onto a running server is refused; a killed one stands in nobody’s way', async () => {
    const backup = place('backup')
    expect((await backupOf(backup)).code).toBe(0)
    for (const args of [[backup], [backup, '--replace']]) {
      const refused = await restoreTo(server.dataDirectory, ...args)
      expect(refused).toMatchObject({ code: 1, said: '' })
      expect(refused.complained).toMatch(/^A server or another command has \S+huishang\.db open[^\n]*\n$/)
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)

    play.disconnect()
    await server.kill9()
    const refused = await restoreTo(server.dataDirectory, backup)
    expect(refused.complained).toMatch(/holds data already/)
    const replaced = await restoreTo(server.dataDirectory, backup, '--replace')
    expect(replaced, replaced.complained).toMatchObject({ code: 0 })
    expect(namesIn(server.dataDirectory).map((name) => name.replace(/\d.*/, ''))).toEqual([
      'evidence',
      'huishang.db',
      'replaced-',
    ])
    await server.restart()
    const leader = await MemberSocket.connect(server.url, 'leader')
    expect(await (await leader.page(`/cases/${CASE}/decisions`)).text()).toContain('谈话提醒')
    leader.disconnect()
  })
})
