import { runCommand } from '../../support/product-command.ts'
import type { Verdict } from '../verdict.ts'
import { pause, type Meeting } from './meeting.ts'
import { readRecord } from './record.ts'
import type { Writer } from './writer.ts'

/** @param reader somebody who comes when all is calm and sees what is stored */
export async function checkTexts(
  to: Verdict,
  names: readonly string[],
  reader: Writer,
  writers: readonly Writer[],
): Promise<void> {
  to.check(
    'every page is connected and saved',
    writers.filter((writer) => !writer.isSaved).map(({ tab }) => tab),
  )
  to.check(
    'no page was refused',
    writers.flatMap((writer) => writer.refusals()),
  )
  while (!reader.isSaved) await pause(100)
  for (const name of names) {
    const found = reader.paragraphs(name)
    const times = new Map<string, number>()
    for (const words of found) times.set(words, (times.get(words) ?? 0) + 1)
    const typed = writers.flatMap((writer) => writer.typed.filter((one) => one.name === name))
    const wrong = (isTakenBack: boolean, isWrong: (count: number) => boolean) =>
      typed
        .filter((one) => one.isTakenBack === isTakenBack && isWrong(times.get(one.words) ?? 0))
        .map(({ words }) => words)
    to.check(
      `${name}: all copies are equal`,
      writers
        .filter((writer) => writer.paragraphs(name).join('\n') !== found.join('\n'))
        .map(({ tab }) => tab),
    )
    to.check(
      `${name}: nothing typed is lost`,
      wrong(false, (count) => count === 0),
    )
    to.check(
      `${name}: nothing is there twice`,
      wrong(false, (count) => count > 1),
    )
    to.check(
      `${name}: what was taken back stays away`,
      wrong(true, (count) => count > 0),
    )
  }
}

/** Of a server that has stopped. */
export async function checkRecord(to: Verdict, dataDirectory: string, meeting: Meeting): Promise<void> {
  const verified = await runCommand('record-verify', [], {
    HUISHANG_DEMO: '1',
    HUISHANG_DATA: dataDirectory,
  })
  to.check('the record is unbroken', verified.code === 0 ? [] : [verified.said + verified.complained])
  to.check('no command was refused', meeting.surprises)
  const { ballots, hands } = await readRecord(dataDirectory)
  to.check(
    'every acknowledged vote is counted as it was given',
    meeting.votes
      .filter(({ pollId, personId, choice }) => {
        const counted = ballots.get(pollId)
        if (!counted?.votedIds.includes(personId)) return true
        return counted.method === 'named' && counted.choices[personId] !== choice
      })
      .map((vote) => JSON.stringify(vote)),
  )
  to.check(
    'nobody else is counted, and nobody twice',
    [...ballots.values()]
      .filter(({ pollId, votedIds, cast }) => {
        const voted = meeting.votes.filter((vote) => vote.pollId === pollId).length
        return cast !== voted || votedIds.length !== cast || new Set(votedIds).size !== cast
      })
      .map((counted) => JSON.stringify(counted)),
  )
  to.check(
    'every hand was raised once',
    [...meeting.hands]
      .filter(([who, count]) => hands.get(who) !== count)
      .map(([who, count]) => `${who}: ${count} acknowledged, ${hands.get(who) ?? 0} in the record`),
  )
}
