import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from './attempts.ts'
import { hands, newCommand, SECRET } from './scene.ts'
import { openStage, type Stage } from './stage.ts'
import { everythingFor, framesOf, withoutTurnout, wordsFoundIn } from './sweep.ts'

/** What somebody who looks everywhere learns of votes not yet closed and of opinions not yet submitted. */

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

/** Remix sends a value as a list in which everything stands once and refers to its parts by their places. */
function putTogether(parts: readonly unknown[], place = 0): unknown {
  const part = parts[place]
  if (Array.isArray(part))
    return part.map((at) => (typeof at === 'number' ? putTogether(parts, at) : at) as unknown)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, at]) => [parts[Number(name.slice(1))], putTogether(parts, Number(at))]),
  )
}

/** An answer a line, without the turnout and what counts up by itself. */
async function everything(visitor: Visitor): Promise<readonly string[]> {
  return (await everythingFor(visitor, stage.scene))
    .split('\n')
    .map((line) =>
      line.startsWith('[{"_1"') ? JSON.stringify(putTogether(JSON.parse(line) as unknown[])) : line,
    )
    .map((line) => withoutTurnout(line).replace(/DTSTAMP:\w+|\{"ok":true,"id":\d+|\d{2}:\d{2} 输出/g, ''))
}

const measured = async () => (await fetch(`${stage.site.url}/metrics`)).text()

describe('while a ballot is open', () => {
  const WATCHING = ['secretary', 'chair', 'organization3']
  const VOTES = {
    discipline1: 'NOT_TOLERATED',
    discipline2: 'NOT_TOLERATED',
    organization1: 'EXEMPT',
    organization2: 'ABSTAIN',
  }

  it('[B-18] every page, room and text is the same whatever was voted, and so are the figures of operation', async () => {
    const { scene } = stage
    // What the search finds follows a moment after what was done before.
    await stage.site.app.searchSettled()
    const watchers = await Promise.all(WATCHING.map((who) => stage.come(who)))
    const before: (readonly string[])[] = []
    for (const watcher of watchers) before.push(await everything(watcher))
    for (const [who, choice] of Object.entries(VOTES)) {
      const vote = { meetingId: scene.voting, pollId: scene.poll, choice, commandId: newCommand() }
      expect(await (await stage.come(who)).ask('ballot/cast', vote)).toBe('done')
    }
    for (const [index, watcher] of watchers.entries()) {
      const after = await everything(watcher)
      const changed = after.filter((line, at) => line !== before[index]?.[at])
      expect([WATCHING[index], changed]).toEqual([WATCHING[index], []])
      expect(framesOf(watcher)).not.toMatch(/"choices":\{"|"votedIds":\["|"counts":\{"|"result":\{/)
    }
    const figures = await measured()
    expect(figures).toContain('huishang_command_seconds')
    for (const word of [...new Set(Object.values(VOTES)), scene.poll, scene.voting, ...Object.keys(VOTES)])
      expect([word, figures.includes(word)]).toEqual([word, false])
  })
})

describe('an opinion that is not submitted', () => {
  it('[D-07] is no paper of a meeting and not found by searching for its words', async () => {
    const { site, scene } = stage
    const hand = hands(site.app)
    // Put before a meeting after it was written: what is pinned are the papers, never the opinions.
    await hand.case('secretary', scene.pastCase, { type: 'invite-body', bodyId: 'political' })
    await hand.write(`case/${scene.pastCase}/facts`, '可以看的事实', 'secretary')
    await hand.write(`case/${scene.pastCase}/opinion-political`, '政法机关未提交之语', 'political1')
    const later = await hand.convene('再议', [scene.pastCase])
    const papers = JSON.stringify((await hand.seenMeeting('secretary', later)).items)
    expect([papers.includes('facts'), papers.includes('opinion')]).toEqual([true, false])
    const seen = await everythingFor(await stage.come('discipline1'), { ...scene, meeting: later })
    expect(wordsFoundIn(seen, ['可以看的事实', '政法机关未提交之语'])).toEqual(['可以看的事实'])
    const own = await everythingFor(await stage.come('political1'), scene)
    expect(own).toContain('政法机关未提交之语')
    const words = [SECRET.draftOpinion, '又及']
    for (const who of ['secretary', 'discipline1', 'political1', 'leader', 'applicant', 'audit1']) {
      const visitor = await stage.come(who)
      for (const search of [SECRET.draftOpinion, '组织部门尚未', '%', '_', "' OR 1=1 --", '\\'])
        for (const path of [
          `/cases?search=${encodeURIComponent(search)}`,
          `/meetings/case-search?search=${encodeURIComponent(search)}`,
        ]) {
          const text = await (await visitor.request(path)).text()
          // The search itself stands in its field: an answer is what stands beyond it.
          expect([who, path, wordsFoundIn(text.replaceAll(search, ''), words)]).toEqual([who, path, []])
        }
      for (const version of ['now', scene.opinionVersion, '', '__proto__'])
        for (const part of ['opinion-organization', 'facts', 'opinion-political'])
          for (const query of [`v=${version}`, `v=now&with=${version}`, `v=${version}&with=now`]) {
            const path = `/cases/${scene.case}/versions/${part}.data?${query}`
            const text = await (await visitor.request(path)).text()
            expect([who, path, wordsFoundIn(text, words)]).toEqual([who, path, []])
          }
    }
  })
})
