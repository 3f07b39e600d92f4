import { refuse, type Refusal } from '#domain/record/refusal.ts'

// Speaking in turn, as every proceeding has it: hands wait, one person speaks, what was heard stays. What else a
// hand says (an item, a side) is the proceeding's own.

export interface Hand {
  readonly id: string
  readonly personId: string
  readonly at: string
}

export interface FloorOf<H extends Hand> {
  readonly waiting: readonly H[]
  readonly speaking: (H & { readonly since: string; readonly seconds: number }) | null
  readonly heard: readonly (H & { readonly since: string; readonly until: string })[]
}

type Ended = { readonly type: 'floor/ended'; readonly payload: { readonly requestId: string } }
type Withdrawn = { readonly type: 'floor/hand-withdrawn'; readonly payload: { readonly requestId: string } }

/** Ends whoever speaks, as its own entry, so that the record tells how long he had the floor. */
export function endSpeech<H extends Hand>({ speaking }: FloorOf<H>): readonly Ended[] {
  return speaking ? [{ type: 'floor/ended', payload: { requestId: speaking.id } }] : []
}

export function withdrawHands<H extends Hand>(
  { waiting }: FloorOf<H>,
  whose: (personId: string) => boolean,
): readonly Withdrawn[] {
  return waiting
    .filter((hand) => whose(hand.personId))
    .map((hand) => ({ type: 'floor/hand-withdrawn', payload: { requestId: hand.id } }))
}

/** Takes a person off the floor: leaving the room and whatever silences him end speech and waiting. */
export function leaveFloor<H extends Hand>(
  floor: FloorOf<H>,
  personId: string,
): readonly (Ended | Withdrawn)[] {
  return [
    ...(floor.speaking?.personId === personId ? endSpeech(floor) : []),
    ...withdrawHands(floor, (one) => one === personId),
  ]
}

export function mustNotWait<H extends Hand>({ waiting }: FloorOf<H>, personId: string): Refusal | null {
  return waiting.some((hand) => hand.personId === personId) ? refuse('floor/already-waiting') : null
}

/** The speaker himself or the chair. Refusals: floor/nobody-speaking, floor/not-yours. */
export function mustMayEnd<H extends Hand>(
  { speaking }: FloorOf<H>,
  actorId: string,
  isChair: boolean,
): Refusal | null {
  if (!speaking) return refuse('floor/nobody-speaking')
  return speaking.personId === actorId || isChair ? null : refuse('floor/not-yours')
}

/** One's own hand down again. Refusal: floor/nobody-waiting. */
export function withdrawOwn<H extends Hand>(
  floor: FloorOf<H>,
  personId: string,
): readonly Withdrawn[] | Refusal {
  const own = withdrawHands(floor, (one) => one === personId)
  return own.length > 0 ? own : refuse('floor/nobody-waiting')
}

export function handDown<H extends Hand>(floor: FloorOf<H>, requestId: string): FloorOf<H> {
  return { ...floor, waiting: floor.waiting.filter((hand) => hand.id !== requestId) }
}

/** `now` is what of the hand is taken anew when it gets the floor. */
export function speakingNow<H extends Hand>(
  floor: FloorOf<H>,
  requestId: string,
  seconds: number,
  since: string,
  now: Partial<H>,
): FloorOf<H> {
  const hand = floor.waiting.find((one) => one.id === requestId)
  if (!hand) return floor
  return { ...handDown(floor, requestId), speaking: { ...hand, ...now, since, seconds } }
}

export function silentNow<H extends Hand>(floor: FloorOf<H>, requestId: string, until: string): FloorOf<H> {
  const { speaking } = floor
  if (speaking?.id !== requestId) return floor
  const { seconds: _seconds, ...speech } = speaking
  return {
    ...floor,
    speaking: null,
    heard: [...floor.heard, { ...(speech as H & { since: string }), until }],
  }
}
