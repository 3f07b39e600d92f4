import type { HearingHappening } from '#domain/hearings/happenings.ts'
import { told, type Tellers } from './telling.ts'

type Room = Extract<
  HearingHappening,
  {
    type:
      `floor/${string}` | `question/${string}` | `order/${string}` | `stage/${string}` | `recusal/${string}`
  }
>
type Course = Extract<
  HearingHappening,
  {
    type:
      | `hearing/${string}`
      | `phase/${string}`
      | `participant/${string}`
      | `invitation/${string}`
      | `witness/${string}`
  }
>
type Papers = Exclude<HearingHappening, Room | Course>

const minutesOf = (seconds: number) => Math.round(seconds / 6) / 10

const courseTellers: Tellers<Course> = {
  'hearing/ordered': ({ title, reason, orderingBodyName }, { say }) =>
    told(say('hearing/ordered', { title, body: orderingBodyName }), reason),
  'hearing/notice-served': ({ shortReason, latestOn }, { say }) =>
    told(
      say(shortReason === null ? 'hearing/notice-served.inTime' : 'hearing/notice-served.late', { latestOn }),
      shortReason,
    ),
  'hearing/notice-read': (_, { say }) => told(say('hearing/notice-read')),
  'hearing/cancelled': ({ reason }, { say }) => told(say('hearing/cancelled'), reason),
  'hearing/opened': ({ closedGround, present }, { say, word }) =>
    told(
      closedGround === null
        ? say('hearing/opened.public', { present })
        : say('hearing/opened.closed', { present, ground: word('closedGround', closedGround) }),
    ),
  'hearing/postponed': ({ reason, resumeOn }, { say }) =>
    told(
      say(resumeOn === null ? 'hearing/postponed.open' : 'hearing/postponed.until', { day: resumeOn ?? '' }),
      reason,
    ),
  'hearing/suspended': ({ reason, resumeOn }, { say }) =>
    told(
      say(resumeOn === null ? 'hearing/suspended.open' : 'hearing/suspended.until', { day: resumeOn ?? '' }),
      reason,
    ),
  'hearing/resumed': (_, { say }) => told(say('hearing/resumed')),
  'hearing/terminated': ({ ground, reason }, { say, word }) =>
    told(say('hearing/terminated', { ground: word('ground', ground) }), reason),
  'hearing/closed': (_, { say }) => told(say('hearing/closed')),
  'hearing/feedback-given': ({ text }, { say }) => told(say('hearing/feedback-given'), text),
  'phase/entered': ({ phase, backReason }, { say, word }) =>
    told(
      say(backReason === null ? 'phase/entered.on' : 'phase/entered.back', { phase: word('phase', phase) }),
      backReason,
    ),
  'participant/named': ({ name, capacity, breadth }, { say, word }) =>
    told(say('participant/named', { name, capacity: word('capacity', capacity) }), breadth),
  'invitation/issued': ({ personId }, { say, names }) =>
    told(say('invitation/issued', { person: names.person(personId) })),
  'invitation/entered': ({ way }, { say }) => told(say(`invitation/entered.${way}`)),
  'invitation/revoked': ({ personId, reason }, { say, names }) =>
    told(say('invitation/revoked', { person: names.person(personId) }), reason),
  'participant/removed': ({ personId, reason }, { say, names }) =>
    told(say('participant/removed', { person: names.person(personId) }), reason),
  'participant/came-in': (_, { say }) => told(say('participant/came-in')),
  'participant/went-out': ({ personId, disabled }, { say, names }) =>
    told(say(`participant/went-out.${disabled ? 'disabled' : 'left'}`, { person: names.person(personId) })),
  'participant/identity-checked': ({ personId }, { say, names }) =>
    told(say('participant/identity-checked', { person: names.person(personId) })),
  'witness/called': ({ personId }, { say, names }) =>
    told(say('witness/called', { person: names.person(personId) })),
  'witness/released': ({ personId }, { say, names }) =>
    told(say('witness/released', { person: names.person(personId) })),
}

const roomTellers: Tellers<Room> = {
  'recusal/applied-for': ({ personId, reason }, { say, names }) =>
    told(say('recusal/applied-for', { person: names.person(personId) }), reason),
  'recusal/ruled': ({ recusalId, granted, reason, authority }, { say, names }) =>
    told(
      say(`recusal/ruled.${authority}.${granted ? 'granted' : 'rejected'}`, {
        person: names.recusal(recusalId).person,
      }),
      reason,
    ),
  'floor/hand-raised': ({ alsoFor }, { say, list, names }) =>
    told(
      alsoFor.length === 0
        ? say('floor/hand-raised.alone')
        : say('floor/hand-raised.forOthers', { people: list(alsoFor.map((id) => names.person(id))) }),
    ),
  'floor/hand-withdrawn': (_, { say }) => told(say('floor/hand-withdrawn')),
  'floor/granted': ({ requestId, seconds }, { say, names }) =>
    told(say('floor/granted', { speaker: names.speaker(requestId), minutes: minutesOf(seconds) })),
  'floor/extended': ({ requestId, seconds }, { say, names }) =>
    told(say('floor/extended', { speaker: names.speaker(requestId), minutes: minutesOf(seconds) })),
  'floor/ended': (_, { say }) => told(say('floor/ended')),
  'question/put': ({ to, text }, { say, names }) =>
    told(say('question/put', { person: names.person(to) }), text),
  'question/marked': ({ answered }, { say }) =>
    told(say(answered ? 'question/marked.answered' : 'question/marked.unanswered')),
  'order/warned': ({ personId, reason }, { say, names }) =>
    told(say('order/warned', { person: names.person(personId) }), reason),
  'order/muted': ({ personId, reason }, { say, names }) =>
    told(say('order/muted', { person: names.person(personId) }), reason),
  'order/unmuted': ({ personId }, { say, names }) =>
    told(say('order/unmuted', { person: names.person(personId) })),
  'order/expelled': ({ personId, reason }, { say, names }) =>
    told(say('order/expelled', { person: names.person(personId) }), reason),
  'order/observers-comment': ({ open }, { say }) =>
    told(say(open ? 'order/observers-comment.open' : 'order/observers-comment.shut')),
  'stage/shown': ({ page, title = '', toHall = false }, { say }) =>
    told(say(toHall ? 'stage/shown.hall' : 'stage/shown.papers', { page }), title),
  'stage/cleared': (_, { say }) => told(say('stage/cleared')),
}

const paperTellers: Tellers<Papers> = {
  'papers/served': ({ papers, late }, { say, list }) =>
    told(say(late ? 'papers/served.late' : 'papers/served.inTime'), list(papers.map(({ title }) => title))),
  'deliberation/opinion-given': ({ stand, reason }, { say, word }) =>
    told(say('deliberation/opinion-given', { stand: word('stand', stand) }), reason),
  'transcript/passage-written': ({ personId, text }, { say, names }) =>
    told(say('transcript/passage-written', { person: names.person(personId) }), text),
  'transcript/passage-confirmed': (_, { say }) => told(say('transcript/passage-confirmed')),
  'transcript/passage-corrected': ({ text }, { say }) => told(say('transcript/passage-corrected'), text),
  'transcript/frozen': ({ latestCorrectionOn }, { say }) =>
    told(say('transcript/frozen', { day: latestCorrectionOn })),
  'transcript/signed': ({ hash }, { say }) => told(say('transcript/signed', { hash: hash.slice(0, 12) })),
  'transcript/signature-refused': ({ personId, reason }, { say, names }) =>
    told(say('transcript/signature-refused', { person: names.person(personId) }), reason),
  'transcript/signature-missing': ({ personId, reason }, { say, names }) =>
    told(say('transcript/signature-missing', { person: names.person(personId) }), reason),
  'tribunal/acting-appointed': ({ capacity, name, reason }, { say }) =>
    told(say(`tribunal/acting-appointed.${capacity}`, { name }), reason),
  'transcript/corrected-late': ({ text }, { say }) => told(say('transcript/corrected-late'), text),
  'report/signed': ({ suggestion }, { say }) => told(say('report/signed'), suggestion),
}

export const hearingTellers: Tellers<HearingHappening> = { ...courseTellers, ...roomTellers, ...paperTellers }
