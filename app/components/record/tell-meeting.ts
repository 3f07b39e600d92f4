import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import type { Counts } from '#domain/ballots/types.ts'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { told, type Tellers, type Voice } from './telling.ts'

function countsInWords(counts: Counts, { word, list, t }: Voice): string {
  // As on the paper, abstentions last: the stored figures stand in the order of the alphabet.
  const given = [...OUTCOMES, 'ABSTAIN' as const].filter((choice) => counts[choice] !== undefined)
  return list(
    given.map((choice) =>
      t('record:votesFor', { choice: word('outcome', choice), count: counts[choice] ?? 0 }),
    ),
  )
}

type Course = Extract<
  MeetingHappening,
  { type: `meeting/${string}` | `agenda/${string}` | `recusal/${string}` }
>
type Words = Exclude<MeetingHappening, Course>

const courseTellers: Tellers<Course> = {
  'meeting/convened': ({ title, place, membersDue, attendees, items, chairId }, { say, names }) =>
    told(
      say('meeting/convened', {
        title,
        place,
        chair: names.person(chairId),
        due: membersDue.length,
        attendees: attendees.length,
        items: items.length,
      }),
    ),
  'meeting/member-checked-in': ({ personId, way }, { say, names }) =>
    told(say(`meeting/member-checked-in.${way}`, { person: names.person(personId) })),
  'meeting/member-checked-out': ({ personId, disabled, roleEnded }, { say, names }) =>
    told(
      say(`meeting/member-checked-out.${disabled ? 'disabled' : roleEnded ? 'roleEnded' : 'left'}`, {
        person: names.person(personId),
      }),
    ),
  'meeting/leave-taken': ({ personId, reason }, { say, names }) =>
    told(say('meeting/leave-taken', { person: names.person(personId) }), reason),
  'meeting/code-renewed': (_, { say }) => told(say('meeting/code-renewed')),
  'meeting/opened': ({ present, due }, { say }) => told(say('meeting/opened', { present, due })),
  'meeting/adjourned': ({ reason }, { say }) => told(say('meeting/adjourned'), reason),
  'meeting/resumed': ({ present, due }, { say }) => told(say('meeting/resumed', { present, due })),
  'meeting/closed': (_, { say }) => told(say('meeting/closed')),
  'meeting/cancelled': ({ reason }, { say }) => told(say('meeting/cancelled'), reason),
  'meeting/chair-handed-over': ({ from, to, reason, appointed }, { say, names }) =>
    told(
      say(`meeting/chair-handed-over.${appointed ? 'appointed' : 'handed'}`, {
        from: names.person(from),
        to: names.person(to),
      }),
      reason ?? null,
    ),
  'meeting/minutes-drafted': (_, { say }) => told(say('meeting/minutes-drafted')),
  'agenda/reordered': ({ itemIds }, { say, list, names }) =>
    told(say('agenda/reordered'), list(itemIds.map((id) => names.item(id)))),
  'agenda/item-proposed': ({ caseTitle }, { say }) => told(say('agenda/item-proposed', { item: caseTitle })),
  'agenda/item-added': ({ item }, { say }) =>
    told(say('agenda/item-added', { item: `${item.caseNumber} ${item.caseTitle}`.trim() })),
  'agenda/item-declined': ({ reason }, { say }) => told(say('agenda/item-declined'), reason),
  'agenda/item-opened': ({ itemId, presenterId }, { say, names }) =>
    told(
      presenterId
        ? say('agenda/item-opened.presented', {
            item: names.item(itemId),
            presenter: names.person(presenterId),
          })
        : say('agenda/item-opened.plain', { item: names.item(itemId) }),
    ),
  'agenda/phase-entered': ({ itemId, phase }, { say, names }) =>
    told(say(`agenda/phase-entered.${phase}`, { item: names.item(itemId) })),
  'agenda/item-deferred': ({ itemId, reason }, { say, names }) =>
    told(say('agenda/item-deferred', { item: names.item(itemId) }), reason),
  'agenda/item-finished': ({ itemId }, { say, names }) =>
    told(say('agenda/item-finished', { item: names.item(itemId) })),
  'recusal/declared': ({ itemId, personId, reason }, { say, names }) =>
    told(say('recusal/declared', { person: names.person(personId), item: names.item(itemId) }), reason),
  'recusal/applied-for': ({ itemId, personId, reason }, { say, names }) =>
    told(say('recusal/applied-for', { person: names.person(personId), item: names.item(itemId) }), reason),
  'recusal/ruled': ({ recusalId, granted, reason, authority }, { say, names }) => {
    const { person, item, enteredBySecretary } = names.recusal(recusalId)
    const by = authority ?? (enteredBySecretary ? 'superior' : 'chair')
    return told(say(`recusal/ruled.${by}.${granted ? 'granted' : 'rejected'}`, { person, item }), reason)
  },
}

const wordTellers: Tellers<Words> = {
  'floor/hand-raised': ({ kind }, { say, word }) =>
    told(say('floor/hand-raised', { kind: word('floor', kind) })),
  'floor/hand-withdrawn': (_, { say }) => told(say('floor/hand-withdrawn')),
  'floor/granted': ({ requestId, seconds }, { say, names }) =>
    told(say('floor/granted', { speaker: names.speaker(requestId), minutes: Math.round(seconds / 6) / 10 })),
  'floor/ended': (_, { say }) => told(say('floor/ended')),
  'statement/made': ({ stand, reason }, { say, word }) =>
    told(say('statement/made', { stand: word('stand', stand) }), reason),
  'statement/corrected': ({ text }, { say }) => told(say('statement/corrected'), text),
  'ballot/opened': ({ subjectId, question, options, method, round, roll }, { say, word, list, names }) =>
    told(
      say(round === 2 ? 'ballot/opened.second' : 'ballot/opened.first', {
        subject: names.subject(subjectId),
        method: word('method', method),
        options: list(options.map((option) => word('outcome', option))),
        entitled: roll.filter((line) => line.entitled).length,
      }),
      question,
    ),
  'ballot/hands-entered': ({ counts }, voice) =>
    told(voice.say('ballot/hands-entered', { counts: countsInWords(counts, voice) })),
  'ballot/count-confirmed': (_, { say }) => told(say('ballot/count-confirmed')),
  'ballot/closed': ({ pollId, votedIds, result }, voice) => {
    // A viewer who may not know the result yet gets the entry without it.
    const counted = (result as typeof result | null | undefined) ?? null
    const subject = voice.names.poll(pollId)
    if (!counted) return told(voice.say('ballot/closed.sealed', { subject }))
    // A small secret ballot tells no figures.
    const votes = countsInWords(counted.counts, voice)
    const counts = votes && voice.t('record:votesLead', { votes })
    const figures = { subject, counts, cast: counted.cast, present: counted.present, due: counted.due }
    const sentence = counted.passed
      ? voice.say('ballot/closed.passed', { ...figures, outcome: voice.word('outcome', counted.passed) })
      : voice.say(counted.quorumMet ? 'ballot/closed.failed' : 'ballot/closed.noQuorum', figures)
    const voters = (votedIds ?? []).map((id) => voice.names.person(id))
    return told(sentence, voters.length > 0 ? voice.t('record:voted', { people: voice.list(voters) }) : null)
  },
  'ballot/void-asked': ({ pollId, ground, reason }, { say, names, word }) =>
    told(
      say('ballot/void-asked', { subject: names.poll(pollId), ground: word('voidGround', ground) }),
      reason,
    ),
  'ballot/void-declined': ({ pollId }, { say, names }) =>
    told(say('ballot/void-declined', { subject: names.poll(pollId) })),
  'ballot/voided': ({ pollId, reason, ground, askedBy }, { say, names, word }) =>
    told(
      ground && askedBy
        ? say('ballot/voided.reviewed', {
            subject: names.poll(pollId),
            ground: word('voidGround', ground),
            asked: names.person(askedBy),
          })
        : say('ballot/voided.chair', { subject: names.poll(pollId) }),
      reason,
    ),
  'ballot/announced': ({ pollId }, { say, names }) =>
    told(say('ballot/announced', { subject: names.poll(pollId) })),
  'ballot/reconsideration-asked': ({ subjectId, reason }, { say, names }) =>
    told(say('ballot/reconsideration-asked', { subject: names.subject(subjectId) }), reason),
  'ballot/reconsideration-consented': ({ granted }, { say }) =>
    told(
      say(granted ? 'ballot/reconsideration-consented.granted' : 'ballot/reconsideration-consented.counted'),
    ),
}

export const meetingTellers: Tellers<MeetingHappening> = { ...courseTellers, ...wordTellers }
