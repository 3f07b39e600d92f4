import { strFromU8, unzipSync } from 'fflate'
import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import type { Visitor } from './attempts.ts'
import { PAGES } from './matrix.ts'
import { rowsOf } from './read-matrix.ts'
import type { Scene } from './scene.ts'

const PARTS = [
  'facts',
  'applicant-statement',
  'verification-report',
  'condition-matrix',
  'draft-decision',
  'opinion-discipline',
  'opinion-organization',
  'opinion-political',
]

/** Remix answers data at an address of its own, with the refusal in the answer instead of in a rendered page. */
export function dataOf(path: string): string {
  const [before = '', search] = path.split('?')
  return `${before === '/' ? '/_root' : before}.data${search === undefined ? '' : `?${search}`}`
}

export function aimedAt(scene: Scene) {
  return (target: string) => target.replace(/:([a-zA-Z0-9]+)/g, (_, name: keyof Scene) => scene[name])
}

/** Every address of the product that shows something, for every case, meeting and set of minutes of the scene. */
export function addressesOf(scene: Scene, minutesIds: readonly string[] = []): readonly string[] {
  const cases = [scene.case, scene.otherCase, scene.pastCase]
  const meetings = [scene.meeting, scene.voting, scene.pastMeeting]
  const paths = rowsOf(PAGES).flatMap(({ name }) => {
    const path = name.replace(/^GET /, '')
    if (path.startsWith('POST ') || path === '/sign-out') return []
    if (path.includes('Case') && path.includes('/cases/')) return []
    if (path.includes(':case')) return cases.map((id) => path.replaceAll(':case', id))
    if (path.includes(':meeting')) return meetings.map((id) => path.replaceAll(':meeting', id))
    if (path.includes(':minutes'))
      return [scene.minutes, ...minutesIds].map((id) => path.replaceAll(':minutes', id))
    return [path]
  })
  const versions = cases.flatMap((id) =>
    PARTS.flatMap((part) => [
      `/cases/${id}/versions/${part}?v=now`,
      `/cases/${id}/versions/${part}?v=${scene.opinionVersion}&with=now`,
      `/cases/${id}/dossier/${part}`,
    ]),
  )
  const evidence = [
    `/cases/${scene.otherCase}/evidence/${scene.otherEvidence}`,
    // Pieces of what is hidden, never the whole: a page says again what was looked for.
    ...['提交的意见', '另案', '纪要', '会'].flatMap((words) => [
      `/search?q=${words}`,
      `/search/hits?q=${words}`,
    ]),
    '/cases?search=城管局',
    '/cases?search=邓某',
  ]
  return [...new Set([...paths, ...versions, ...evidence])].map(aimedAt(scene))
}

export const inText = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString() : part,
  )

/** What stands in a Word file: packed, nobody would find it. */
async function unpacked(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== WORD_TYPE) return answer.text()
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.entries(parts)
    .flatMap(([name, part]) => (name.startsWith('word/') && name.endsWith('.xml') ? [strFromU8(part)] : []))
    .join('\n')
}

/** Every byte that a person can get by asking: all addresses, all rooms, all documents. */
export async function everythingFor(
  visitor: Visitor,
  scene: Scene,
  minutesIds: readonly string[] = [],
): Promise<string> {
  const found: string[] = []
  for (const path of addressesOf(scene, minutesIds)) {
    if (path.includes('/word/')) {
      found.push(await unpacked(await visitor.request(path)))
      continue
    }
    found.push(await (await visitor.request(dataOf(path))).text())
    // What is no page has no address for its data alone.
    if (/\.(txt|ics)$|\/evidence\/[^/]+$|entries$|case-search|search\/hits/.test(path))
      found.push(await (await visitor.request(path)).text())
  }
  const { socket } = visitor
  if (!socket) return found.join('\n')
  const cases = [scene.case, scene.otherCase, scene.pastCase]
  const streams = [
    ...cases.map((id) => `case/${id}`),
    ...[scene.meeting, scene.voting, scene.pastMeeting].map((id) => `meeting/${id}`),
    ...[scene.minutes, ...minutesIds].map((id) => `minutes/${id}`),
  ]
  for (const stream of streams)
    for (const audience of ['screen', 'person'])
      found.push(JSON.stringify(await socket.ask('room/join', { stream, audience })))
  const documents = [
    ...cases.flatMap((id) => PARTS.map((part) => `case/${id}/${part}`)),
    `minutes/${scene.minutes}/text`,
  ]
  for (const name of documents) {
    const told = await socket.ask<{ id: number }>('document/open', { name, stateVector: new Uint8Array([0]) })
    found.push(inText(told))
    if (told.ok) socket.tell('document/close', { id: told.id })
  }
  return found.join('\n')
}

/** Everything the server sent unasked. */
export function framesOf(visitor: Visitor): string {
  return (visitor.socket?.frames ?? []).map(inText).join('\n')
}

export function wordsFoundIn(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => text.includes(word))
}

/** A view without what may change while a ballot is open: one's own line and "n of m". */
export function withoutTurnout(text: string): string {
  return text
    .replace(/"requestId"[:,]"[^"]*"/g, '')
    .replace(/"turnout":\[[^\]]*\]/g, '')
    .replace(/"own":\[[^\]]*\]/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
}
