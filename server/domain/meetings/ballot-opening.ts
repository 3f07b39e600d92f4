import { buildRoll } from '#domain/ballots/roll.ts'
import { ruleFor, secondRoundOptions } from '#domain/ballots/rules.ts'
import type { BallotMethod, Poll } from '#domain/ballots/types.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeOpen, mustBeQuorateFor, mustLead } from './guards.ts'
import type { MeetingHappening } from './happenings.ts'
import { currentItem, openPoll, pollOf, pollsOn, unannouncedPoll, unusedConsent } from './items.ts'
import { hasDuplicates } from './lists.ts'
import type { Rules } from './order.ts'
import { isPresent, presentIds } from './participants.ts'
import { fractionFor } from './quorum.ts'
import { isRecused, pendingRecusals, recusedIds } from './recusals.ts'
import { yetToState } from './statements.ts'
import type { AgendaItem, MeetingState } from './types.ts'

/** 监票人 who can serve in the item: in the room, not recused in it, and not the chair, who announces (F-12). */
export function availableScrutineers(state: MeetingState, item: AgendaItem): readonly string[] {
  return [...new Set(state.scrutineerIds)].filter(
    (personId) =>
      personId !== state.chairId && isPresent(state, personId) && !isRecused(state, item.id, personId),
  )
}

/** One ballot at a time, its result announced before the next. */
function mustHaveNoBallot(state: MeetingState): Refusal | null {
  if (openPoll(state)) return refuse('ballot/already-open')
  return unannouncedPoll(state) ? refuse('meeting/result-unannounced') : null
}

/**
 * Whether a vote may be taken on the item now: no recusal undecided, enough voters left, quorum, everybody present
 * has stated (F-05, F-18, REQ-093, REQ-094, REQ-110).
 */
function mustBeReadyToVote(state: MeetingState, item: AgendaItem): Refusal | null {
  if (pendingRecusals(state, item.id).length > 0) return refuse('recusal/pending')
  const recused = recusedIds(state, item.id)
  const left = state.membersDue.filter((member) => !recused.has(member.personId)).length
  if (left < state.rules.minimumVoters) return refuse('recusal/too-few-voters')
  const quorate = mustBeQuorateFor(state, item)
  if (quorate) return quorate
  const silent = yetToState(state, item).length
  return silent > 0 ? refuse('ballot/statements-missing') : null
}

/** A secret ballot among few is none; secret ballots and shows of hands need two scrutineers (F-12, REQ-095). */
function mustSuit(
  method: BallotMethod,
  state: MeetingState,
  item: AgendaItem,
  entitled: number,
): Refusal | null {
  if (method === 'named') return null
  if (method === 'secret' && entitled < state.rules.minimumSecretRoll)
    return refuse('ballot/secret-roll-too-small')
  return availableScrutineers(state, item).length < 2 ? refuse('meeting/scrutineers-needed') : null
}

type Question = Pick<Poll, 'subjectId' | 'question' | 'options' | 'method' | 'round' | 'reconsiders'>

/** Freezes roll and rule with the question (architecture §5). */
function openBallot(
  state: MeetingState,
  item: AgendaItem,
  asked: Question,
  pollId: string,
): readonly MeetingHappening[] | Refusal {
  const unready = mustBeReadyToVote(state, item)
  if (unready) return unready
  const roll = buildRoll(state.membersDue, presentIds(state), recusedIds(state, item.id))
  const unsuited = mustSuit(asked.method, state, item, roll.filter((line) => line.entitled).length)
  if (unsuited) return unsuited
  const rule = ruleFor(roll, fractionFor(state), state.rules.recusedCountAsDue)
  return [{ type: 'ballot/opened', payload: { pollId, itemId: item.id, ...asked, roll, rule } }]
}

/**
 * Putting the question, subject by subject (F-14, REQ-090, REQ-095, REQ-101).
 * Refusals: meeting/not-chair, meeting/not-present, recusal/chair-recused, agenda/unknown-item, agenda/wrong-phase,
 * input/invalid, ballot/already-open, meeting/result-unannounced, ballot/subject-decided,
 * ballot/reconsideration-needed, recusal/pending, recusal/too-few-voters, meeting/no-quorum,
 * meeting/bodies-missing, ballot/statements-missing, ballot/secret-roll-too-small, meeting/scrutineers-needed.
 */
export const ballotOpeningRules: Rules<'put-question' | 'open-second-round'> = {
  'put-question'(state, { subjectId, question, options, method }, context) {
    const item = currentItem(state)
    const refused = mustBeOpen(state) ?? mustLead(state, item, context.actor.personId)
    if (refused) return refused
    if (!item) return refuse('agenda/unknown-item')
    const busy = mustHaveNoBallot(state)
    if (busy) return busy
    if (item.phase !== 'statements' && item.phase !== 'voting') return refuse('agenda/wrong-phase')
    if (!item.subjects.some((subject) => subject.id === subjectId)) return refuse('input/invalid')
    if (options.length === 0 || hasDuplicates(options)) return refuse('ballot/unknown-option')

    // An announced result, passed or not, is not voted over until it suits: second round, deferral or consent.
    const earlier = pollsOn(item, subjectId).at(-1)
    if (earlier && !unusedConsent(item, subjectId))
      return refuse(earlier.result?.passed ? 'ballot/subject-decided' : 'ballot/reconsideration-needed')
    const asked = {
      subjectId,
      question,
      options,
      method,
      round: 1,
      reconsiders: earlier?.id ?? null,
    } as const
    return openBallot(state, item, asked, context.newId())
  },

  /**
   * Between the two first, once, where the first round passed nothing. Refusal of its own: ballot/no-second-round
   * (not the subject's last ballot, already a second round, passed, or fewer than two options with votes).
   */
  'open-second-round'(state, { pollId }, context) {
    const item = currentItem(state)
    const refused = mustBeOpen(state) ?? mustLead(state, item, context.actor.personId)
    if (refused) return refused
    if (!item) return refuse('agenda/unknown-item')
    const first = pollOf(state, pollId)?.poll
    if (!first || first.itemId !== item.id) return refuse('ballot/unknown')
    const busy = mustHaveNoBallot(state)
    if (busy) return busy
    if (item.phase !== 'statements' && item.phase !== 'voting') return refuse('agenda/wrong-phase')
    const last = pollsOn(item, first.subjectId).at(-1)
    const wanted =
      last?.id === pollId &&
      first.round === 1 &&
      first.status === 'announced' &&
      first.result?.passed === null
    const options = wanted ? secondRoundOptions(first.options, first.result.counts) : []
    if (options.length < 2) return refuse('ballot/no-second-round')
    const { subjectId, question, method, reconsiders } = first
    return openBallot(
      state,
      item,
      { subjectId, question, options, method, round: 2, reconsiders },
      context.newId(),
    )
  },
}
