import type { Actor } from '#domain/people/actor.ts'
import { mayUseDirectory } from '#domain/people/may.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { facetsOf, passes, type Audience, type SearchFilter, type SearchKind } from '#domain/search/entry.ts'
import { foldText } from '#domain/search/fold.ts'
import { firstPlaceIn, markedTitle, passageIn, type Passage } from '#domain/search/passage.ts'
import { isFoundIn, isFoundInFolded, tokensOfWords, wordsOf, type SearchWords } from '#domain/search/query.ts'
import { audienceOf, type Standing } from '#domain/search/readers.ts'
import type { PeopleService, PersonRow } from './people.ts'
import type { NameStore } from './ports.ts'
import type { Proposal, SearchIndex, StandingStore } from './search-ports.ts'
import type { Sight } from './search-sight.ts'

/** Titles first, then what mentions the words; each newest first. */
const TIERS = ['title', 'anywhere'] as const
type Tier = (typeof TIERS)[number]

/** Where a page of hits goes on. */
export interface SearchPlace {
  readonly tier: Tier
  /** Behind which entry; null: from the tier's first. */
  readonly place: number | null
}

export interface SearchQuery {
  readonly words: string
  readonly filter: SearchFilter
  readonly after: SearchPlace | null
  /** How many hits; at most 50. */
  readonly limit: number
}

export interface SearchHit {
  /** The entry: stream, and what in it. */
  readonly id: string
  readonly kind: SearchKind
  readonly title: Passage
  /** Around the words; null where the title says them. */
  readonly passage: Passage | null
  /** What it belongs to. */
  readonly context: string | null
  /** Of the file, where the words stand first: 1, 2, 3 …; null: in no file with pages. */
  readonly page: number | null
  /** The number of the mark on a piece whose note says them; null: no mark. */
  readonly mark: number | null
  readonly isWithdrawn: boolean
  readonly state: string
  readonly at: string
}

export interface SearchPage {
  readonly hits: readonly SearchHit[]
  /** Null: there are no more. How many there are is told to nobody (Z-04). */
  readonly next: SearchPlace | null
}

export interface SearchService {
  /** What this person may see now of what holds every word. Changes nothing. */
  find(actor: Actor, query: SearchQuery): Promise<SearchPage>
}

interface Ports {
  readonly index: SearchIndex
  readonly standing: StandingStore
  readonly sightOf: (actor: Actor, standing: Standing) => Sight
  readonly people: Pick<PeopleService, 'directory'>
  readonly names: Pick<NameStore, 'people'>
}

/** Proposals of one round beyond the hits wanted: some are pairs of signs that make no word. */
const ROUND_BESIDES = 4
const MOST_ROUNDS = 40
/**
 * Answers leave at these steps after the question, so that their delay does not tell whether something was looked at
 * and withheld (Z-04).
 */
const STEP_MS = 40

const NOTHING: SearchPage = { hits: [], next: null }

export function createSearchService(ports: Ports): SearchService {
  async function toTheStep(began: number): Promise<void> {
    const took = performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, STEP_MS - (took % STEP_MS)))
  }

  async function peopleFound(actor: Actor, words: SearchWords, filter: SearchFilter, most: number) {
    const others = filter.state !== null || filter.year !== null
    if (others || (filter.kind !== null && filter.kind !== 'person') || !mayUseDirectory(actor)) return []
    // A body's name is that of all its people: they are listed for it where people are asked for.
    const byDetails = filter.kind === 'person'
    // Most searches name nobody, and the directory is all people with all they hold.
    const names = byDetails ? [] : Object.values(await ports.names.people())
    if (!byDetails && !names.some((name) => isFoundIn(words, name, ''))) return []
    const people = await ports.people.directory(actor)
    if (isRefusal(people)) return []
    return people
      .filter(({ bodyId }) => filter.bodyId === null || bodyId === filter.bodyId)
      .filter((one) => isFoundIn(words, one.name, byDetails ? detailsOf(one) : ''))
      .slice(0, most)
      .map((one) => personHit(one, words))
  }

  /** Hits of one tier behind a place, until the page is full; `next` undefined where the tier has no more. */
  async function inTier(
    { words, filter }: { words: SearchWords; filter: SearchFilter },
    limit: number,
    audience: Audience,
    sight: Sight,
    from: SearchPlace,
  ): Promise<{ hits: readonly SearchHit[]; next?: SearchPlace }> {
    const { tier } = from
    const hits: SearchHit[] = []
    const tokens = [...tokensOfWords(words, tier), ...facetsOf(filter)]
    const round = limit + ROUND_BESIDES
    let [read, shown] = [from.place, from.place]
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
      const proposed = await ports.index.propose({ tokens, ...audience, after: read, limit: round })
      const seen = await Promise.all(proposed.map((one) => hitOf(one, words, filter, tier, sight)))
      for (const [at, { place }] of proposed.entries()) {
        const hit = seen[at]
        if (!hit) continue
        if (hits.length === limit) return { hits, next: { tier, place: shown } }
        hits.push(hit)
        shown = place
      }
      const last = proposed.at(-1)
      if (!last || proposed.length < round) break
      read = last.place
    }
    return { hits }
  }

  return {
    async find(actor, query) {
      const words = wordsOf(query.words)
      // A guest's session reaches his hearing and nothing else (S-63).
      if (words.length === 0 || actor.guestOf !== undefined) return NOTHING
      const began = performance.now()
      const { filter } = query
      const limit = Math.min(Math.max(query.limit, 1), 50)
      const standing = await ports.standing.standingOf(actor.personId)
      const audience = audienceOf(actor, standing)
      const sight = ports.sightOf(actor, standing)
      const people = query.after ? [] : await peopleFound(actor, words, filter, Math.ceil(limit / 2))
      const hits: SearchHit[] = [...people]
      const tiers = filter.kind === 'person' ? [] : TIERS.slice(TIERS.indexOf(query.after?.tier ?? 'title'))
      let next: SearchPlace | undefined
      for (const tier of tiers) {
        const from = query.after?.tier === tier ? query.after : { tier, place: null }
        const found = await inTier({ words, filter }, limit - hits.length, audience, sight, from)
        hits.push(...found.hits)
        next = found.next
        if (next) break
      }
      await toTheStep(began)
      return { hits, next: next ?? null }
    },
  }
}

async function hitOf(
  proposal: Proposal,
  words: SearchWords,
  filter: SearchFilter,
  tier: Tier,
  sight: Sight,
): Promise<SearchHit | null> {
  // What the index itself does not hold together need not be looked at.
  const folded = foldedFor(words, proposal.entry.text)
  if (!isFoundInFolded(words, foldText(proposal.entry.title), folded)) return null
  const seen = await sight(proposal)
  if (!seen || !passes(filter, seen.entry)) return null
  const { entry } = seen
  const text = entry.text === proposal.entry.text ? folded : foldedFor(words, entry.text)
  const inTitle = isFoundIn(words, entry.title, '')
  // The title's own tier has shown it.
  if (inTitle !== (tier === 'title') || !isFoundInFolded(words, foldText(entry.title), text)) return null
  // Found by its number or title already.
  if (entry.kind === 'case' && seen.context !== null && isFoundIn(words, seen.context, '')) return null
  const place = firstPlaceIn(text, words)
  return {
    ...{ id: entry.id, kind: entry.kind, state: entry.state, at: entry.at, context: seen.context },
    title: markedTitle(seen.called ?? entry.title, words),
    passage: seen.unquoted ? null : passageIn(entry.text, words, text),
    page: place === null ? null : (seen.pageOf?.(place) ?? null),
    mark: seen.mark ?? null,
    isWithdrawn: seen.isWithdrawn ?? false,
  }
}

/** A file of hundreds of pages takes milliseconds to fold, a dozen of them a whole answer: what says the words as they are need not be. */
const LONG = 20_000
function foldedFor(words: SearchWords, text: string): string {
  return text.length > LONG && words.every((word) => text.includes(word)) ? text : foldText(text)
}

const detailsOf = ({ office, bodyName }: PersonRow) => [office, bodyName].filter(Boolean).join(' · ')

function personHit(one: PersonRow, words: SearchWords): SearchHit {
  return {
    id: `person/${one.id}`,
    kind: 'person',
    title: markedTitle(one.name, words),
    passage: passageIn(detailsOf(one), words),
    context: detailsOf(one),
    ...{ page: null, mark: null, isWithdrawn: false },
    state: '',
    at: '',
  }
}
