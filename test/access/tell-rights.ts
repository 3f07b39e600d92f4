import { people, PEOPLE, SIGNS, stops, WHO, type Person } from './hearing-cast.ts'
import { CLOSED } from './hearing-rights-closed.ts'
import { COMMENTS, DOES } from './hearing-rights-done.ts'
import { OPENS, OTHERWISE, SEES } from './hearing-rights.ts'
import { rightsIn, type Cells } from './read-rights.ts'

type Things = ReadonlyMap<string, Cells>

const YES: readonly string[] = ['++', 'ok', 'wr', 'rd']
const IN_WORDS: Readonly<Record<string, string>> = { wr: ' (writes)', rd: ' (reads)' }

/** What of a table this person has at a stop. */
function had(things: Things, who: Person, at: number): readonly string[] {
  return [...things].flatMap(([thing, cells]) => {
    const sign = cells[who]?.[at] ?? ''
    return YES.includes(sign) ? `${thing}${IN_WORDS[sign] ?? ''}` : []
  })
}

const listed = (words: readonly string[]) => (words.length > 0 ? words.join(', ') : '—')

/** All of it at the first stop; after it what came (+) and what went (−). */
function changes(before: readonly string[] | null, now: readonly string[]): string {
  if (before === null) return listed(now)
  const came = now.filter((one) => !before.includes(one)).map((one) => `+ ${one}`)
  const gone = before.filter((one) => !now.includes(one)).map((one) => `− ${one}`)
  return [...came, ...gone].join(', ') || '='
}

function tableOf(who: Person): string {
  const [sees, opens] = [rightsIn(SEES, OTHERWISE.sees), rightsIn(OPENS, OTHERWISE.opens)]
  const [does, comments] = [rightsIn(DOES, OTHERWISE.does), rightsIn(COMMENTS, OTHERWISE.comments)]
  const rows = stops.map((stop, at) => {
    const told = (things: Things) => changes(at === 0 ? null : had(things, who, at - 1), had(things, who, at))
    const done = listed([...had(does, who, at), ...had(comments, who, at).map((one) => `comments: ${one}`)])
    return `| ${stop} | ${told(sees)} | ${told(opens)} | ${done} |`
  })
  return ['| at | sees | opens | says and does |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** docs/hearing-rights.md: the table by person instead of by thing. */
export function rightsInWords(): string {
  const parts = people
    .filter((who) => who !== 'nob')
    .map(
      (who) =>
        `## ${WHO[who]}\n\nIn the table \`${who}\`, in the demo \`${PEOPLE[who] ?? ''}\`.\n\n${tableOf(who)}`,
    )
  const refusals = Object.entries(SIGNS).map(([sign, meaning]) => `\`${sign}\` ${meaning}`)
  const otherwise = Object.values(CLOSED)
    .map((table) => table.trim())
    .filter(Boolean)
  return `${HEAD}\n\n${parts.join('\n\n')}\n\n${IN_CLOSED}\n\n\`\`\`text\n${otherwise.join('\n\n')}\n\`\`\`\n\n## Signs\n\n${refusals.join(', ')}.\n`
}

const HEAD = `# Who sees, opens, says and does what in a hearing

Written from \`test/access/hearing-rights.ts\`, which \`test/access/hearing-rights.test.ts\` walks on a running server, with a
real socket for each person; with \`-u\` the test of this page writes it anew. The demo's hearing, open to the public, one person
for each capacity. *Sees*: what reaches the person by room, frames, comments, texts and pages, all of it together; after the
first row only what comes (+) and goes (−). *Does*: the commands that are taken; why others are refused stands in the table.
Whoever is not signed in has none of it. The hearing was the same for all: one piece of evidence is on stage from the investigation
to the closing, another in the deliberation, a comment of each state was made in the investigation.`

const IN_CLOSED = `## In a closed hearing

Walked the same way (\`test/access/hearing-rights-closed.test.ts\`), with a representative, third party, witness, expert and public
seat who come without an account: they have what those with one have. To an observer of the table, to departments of the case,
to people of no part in it and to the administrators it is not there (\`--\`), but for this:`
