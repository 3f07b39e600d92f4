import { evolveComments, initialComments } from '#domain/comments/evolve.ts'
import type { CommentHappening } from '#domain/comments/happenings.ts'
import { commentsFor, type SeenComment } from '#domain/comments/view.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { HEARING } from '../../support/hearing-play.ts'
import type { Verdict } from '../verdict.ts'
import { MODERATORS, type Hearing } from './hearing.ts'
import { readStream } from './record.ts'

type Entry = Recorded<{ readonly type: string; readonly payload: Readonly<Record<string, unknown>> }>

/** What the entries of a type say happened, each as one line of words. */
const lines = (entries: readonly Recorded[], type: string, words: (entry: Entry) => string) =>
  (entries as readonly Entry[]).filter((entry) => entry.type === type).map(words)

function missing(acknowledged: readonly string[], found: readonly string[]): readonly string[] {
  const left = new Set(found)
  return acknowledged.filter((one) => !left.has(one))
}

const twice = (found: readonly string[]) => found.filter((one, index) => found.indexOf(one) !== index)

/** Where what a page shows is not what its person may see. */
function differences(
  known: ReadonlyMap<string, SeenComment>,
  may: readonly SeenComment[],
): readonly string[] {
  const allowed = new Set(may.map(({ id }) => id))
  return [
    ...[...known.keys()].filter((id) => !allowed.has(id)).map((id) => `${id} should be gone`),
    ...may
      .filter((one) => JSON.stringify(known.get(one.id)) !== JSON.stringify(one))
      .map((one) => `${JSON.stringify(known.get(one.id))} instead of ${JSON.stringify(one)}`),
  ]
}

/** Of a server that has stopped. @param hearing its pages, as they were when all was calm */
export async function checkHearing(to: Verdict, dataDirectory: string, hearing: Hearing): Promise<void> {
  to.check('no command of the hearing was refused', hearing.surprises)
  const { said, steps, phases } = hearing.acknowledged
  const comments = await readStream(dataDirectory, `comments/${HEARING}`)
  const made = lines(
    comments,
    'comment/made',
    ({ actorId, payload }) => `${actorId} ${String(payload['text'])}`,
  )
  const acknowledged = said.map(({ who, text }) => `${who} ${text}`)
  to.check('every acknowledged comment is in the record', missing(acknowledged, made))
  to.check('no comment is there twice, and none that nobody made', [
    ...twice(made),
    ...missing(made, acknowledged),
  ])

  const PAST: Readonly<Record<string, string>> = {
    admit: 'comment/admitted',
    answer: 'comment/answered',
    hold: 'comment/held',
    support: 'comment/supported',
  }
  const lost = Object.entries(PAST).flatMap(([type, past]) => {
    const count = (list: readonly string[], id: string) => list.filter((one) => one === id).length
    const found = lines(comments, past, ({ payload }) => String(payload['commentId']))
    const taken = steps.filter((step) => step.type === type).map(({ commentId }) => commentId)
    return [...new Set(taken)]
      .filter((id) => count(found, id) < count(taken, id))
      .map((id) => `${type} ${id}`)
  })
  to.check('every acknowledged step of the queue is in the record', lost)

  const entries = await readStream(dataDirectory, `hearing/${HEARING}`)
  const entered = lines(entries, 'phase/entered', ({ payload }) => String(payload['phase']))
  const changes = entered.slice(entered.length - phases.length)
  to.check('every acknowledged change of phase happened once, in order', [
    ...(changes.join() === phases.join() ? [] : [`${changes.join()} instead of ${phases.join()}`]),
  ])
  to.check(
    'every page shows the phase that is',
    [...hearing.phases]
      .filter(([, phase]) => phase !== entered.at(-1))
      .map(([who, phase]) => `${who}: ${phase ?? ''}`),
  )

  const state = (comments as readonly Recorded<CommentHappening>[]).reduce(
    evolveComments,
    initialComments(HEARING),
  )
  to.check(
    'every page shows the comments that its person may see, and no others',
    [...hearing.pages].flatMap(([personId, known]) => {
      const moderates = MODERATORS.some((who) => who === personId)
      const may = commentsFor({ personId, moderates }, state).comments
      return differences(known, may).map((difference) => `${personId}: ${difference}`)
    }),
  )
}
