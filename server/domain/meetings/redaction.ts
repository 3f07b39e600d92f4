import { revealResult, type FigureReader } from '#domain/ballots/reveal.ts'
import type { Poll } from '#domain/ballots/types.ts'
import { isOfficer, isSecretary } from './participants.ts'
import { isCutOff } from './recusals.ts'
import type { AgendaItem, Leave, MeetingState, Recusal } from './types.ts'
import type { MeetingViewer } from './view.ts'

/** What a viewer is in this meeting; on the screen he is nobody in particular, whoever opened it. */
export interface Sight {
  readonly personId: string
  readonly screen: boolean
  readonly officer: boolean
  readonly secretary: boolean
  readonly scrutineer: boolean
  readonly closedCaseIds: readonly string[]
}

export function seesBehind(
  { personId, audience, closedCaseIds = [] }: MeetingViewer,
  state: MeetingState,
): Sight {
  const screen = audience === 'screen'
  return {
    personId,
    screen,
    officer: !screen && isOfficer(state, personId),
    secretary: !screen && isSecretary(state, personId),
    scrutineer: !screen && state.scrutineerIds.includes(personId) && state.chairId !== personId,
    closedCaseIds,
  }
}

/** Whether an item is closed to the viewer: by a recusal in this meeting, or from its case in another one. */
export function isShutTo(sees: Sight, state: MeetingState, item: AgendaItem): boolean {
  return isCutOff(state, item, sees.personId) || sees.closedCaseIds.includes(item.caseId)
}

function figureReader(sees: Sight): FigureReader {
  if (sees.scrutineer) return 'scrutineer'
  return sees.officer ? 'officer' : 'member'
}

/** Choices, voters and counts leave only with the announcement; before it, to those who confirm and announce. */
export function redactedPoll(sees: Sight, poll: Poll): Poll {
  const announced = poll.status === 'announced'
  const result = revealResult(figureReader(sees), poll)
  const confirms = sees.scrutineer || sees.secretary
  const seesHands = announced || confirms || (sees.officer && poll.status === 'closed')
  return {
    ...poll,
    votedIds: announced && !sees.screen ? poll.votedIds : [],
    choices: announced && !sees.screen && poll.method === 'named' ? poll.choices : {},
    hands: seesHands ? poll.hands : null,
    voidReason: sees.screen ? null : poll.voidReason,
    voidAsked: sees.screen ? null : poll.voidAsked,
    result,
  }
}

/** What is left of an item for the recused: that there is one, and where it stands (F-18, REQ-098). */
function shell({ id, phase, openedAt, endedAt }: AgendaItem): AgendaItem {
  return {
    id,
    caseId: '',
    caseNumber: '',
    caseTitle: '',
    subjects: [],
    papers: [],
    phase,
    presenterId: null,
    statements: [],
    polls: [],
    reconsiderations: [],
    deferral: null,
    openedAt,
    endedAt,
  }
}

export function redactedItem(sees: Sight, state: MeetingState, item: AgendaItem): AgendaItem {
  if (isShutTo(sees, state, item)) return shell(item)
  const polls = item.polls.map((poll) => redactedPoll(sees, poll))
  if (!sees.screen) return { ...item, polls }
  return {
    ...item,
    polls,
    papers: [],
    statements: item.statements.map((statement) => ({ ...statement, reason: '', corrections: [] })),
    reconsiderations: item.reconsiderations.map((asked) => ({ ...asked, reason: '' })),
    deferral: item.deferral && { ...item.deferral, reason: '' },
  }
}

/** Reasons of leave: the officers' and one's own. */
export function redactedLeave(sees: Sight, leave: Leave): Leave {
  const mayKnow = sees.officer || (!sees.screen && leave.personId === sees.personId)
  return mayKnow ? leave : { ...leave, reason: '' }
}

/** All know who is recused; why, only the officers, the person himself and whoever applied for it. */
export function redactedRecusal(sees: Sight, recusal: Recusal): Recusal | null {
  const isHis = recusal.personId === sees.personId || recusal.appliedBy === sees.personId
  if (sees.officer || (!sees.screen && isHis)) return recusal
  if (recusal.status !== 'in-force') return null
  return { ...recusal, reason: '', rulingReason: null, appliedBy: '' }
}

type Lists = Pick<
  MeetingState,
  'checkInCode' | 'handOvers' | 'leaves' | 'recusals' | 'floor' | 'proposedItems' | 'adjournments'
>

export function redactedLists(sees: Sight, state: MeetingState): Lists {
  const over = state.status === 'closed' || state.status === 'cancelled'
  const cutOff = new Set(state.items.filter((item) => isShutTo(sees, state, item)).map((item) => item.id))
  const open = ({ itemId }: { itemId: string | null }) => itemId === null || !cutOff.has(itemId)
  const { waiting, speaking, heard } = state.floor
  return {
    checkInCode: !over && (sees.officer || sees.screen) ? state.checkInCode : '',
    handOvers: sees.screen ? state.handOvers.map((one) => ({ ...one, reason: '' })) : state.handOvers,
    leaves: state.leaves.map((leave) => redactedLeave(sees, leave)),
    recusals: state.recusals.flatMap((recusal) => redactedRecusal(sees, recusal) ?? []),
    floor: {
      waiting: waiting.filter(open),
      speaking: speaking && open(speaking) ? speaking : null,
      heard: heard.filter(open),
    },
    // A case that is not on the agenda yet: whoever only attends has no access to it.
    proposedItems: state.proposedItems.filter(
      (proposed) =>
        !sees.closedCaseIds.includes(proposed.caseId) &&
        (sees.officer || (!sees.screen && proposed.by === sees.personId)),
    ),
    adjournments: sees.screen
      ? state.adjournments.map((one) => ({ ...one, reason: '' }))
      : state.adjournments,
  }
}
