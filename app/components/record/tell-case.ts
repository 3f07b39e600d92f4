import { clockOf } from '#app/components/ui/date-time.tsx'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import { partName } from '#domain/dossiers/parts.ts'
import { told, type Tellers, type Voice } from './telling.ts'

/** `opinion-<bodyId>` is said by the department's name, the other parts by their own. */
export function partInWords(part: string, { word, names, t }: Pick<Voice, 'word' | 'names' | 't'>): string {
  return part.startsWith('opinion-')
    ? t('record:opinionOf', { body: names.body(part.slice('opinion-'.length)) })
    : word('part', partName(part))
}

export const caseTellers: Tellers<CaseHappening> = {
  'case/registered': ({ number, particulars, bodyIds }, { say, list, names }) =>
    told(
      say('case/registered', {
        number,
        title: particulars.title,
        bodies: list(bodyIds.map((id) => names.body(id))),
      }),
    ),
  'case/templates-taken': ({ templates }, { say, word, list, t }) =>
    told(
      say('case/templates-taken', {
        templates: list(
          Object.entries(templates).map(([part, { number }]) =>
            t('record:templateOf', {
              part: part === 'opinion' ? t('record:opinionSheet') : word('part', part),
              number,
            }),
          ),
        ),
      }),
    ),
  'case/amended': ({ reason }, { say }) => told(say('case/amended'), reason),
  'case/moved': ({ from, to, reason, until }, { say, word }) => {
    const stages = { from: word('stage', from), to: word('stage', to) }
    return told(until ? say('case/moved-until', { ...stages, until }) : say('case/moved', stages), reason)
  },
  'case/handlers-assigned': ({ handlerIds }, { say, list, names }) =>
    told(say('case/handlers-assigned', { people: list(handlerIds.map((id) => names.person(id))) })),
  'case/body-invited': ({ bodyId }, { say, names }) =>
    told(say('case/body-invited', { body: names.body(bodyId) })),
  'case/linked': ({ reason }, { say }) => told(say('case/linked'), reason),
  'case/finding-recorded': ({ criterion, bodyId, side, reason }, { say, word, names }) =>
    told(
      say('case/finding-recorded', {
        body: names.body(bodyId),
        criterion: word('criterion', criterion),
        side: word('side', side),
      }),
      reason,
    ),
  'case/condition-set': ({ subjectId, text, met }, { say, word, names }) =>
    told(say('case/condition-set', { subject: names.subject(subjectId), met: word('met', met) }), text),
  'case/document-submitted': ({ part }, voice) =>
    told(voice.say('case/document-submitted', { part: partInWords(part, voice) })),
  'case/document-reopened': ({ part, reason }, voice) =>
    told(voice.say('case/document-reopened', { part: partInWords(part, voice) }), reason),
  'case/document-pinned': ({ part }, voice) =>
    told(voice.say('case/document-pinned', { part: partInWords(part, voice) })),
  'case/opinion-submitted': ({ bodyId, stands, clauses }, { say, word, list, names, t }) =>
    told(
      say('case/opinion-submitted', {
        body: names.body(bodyId),
        stands: list(
          Object.entries(stands).map(([subject, outcome]) =>
            t('record:standOf', { subject: names.subject(subject), outcome: word('outcome', outcome) }),
          ),
        ),
      }),
      clauses.join('\n'),
    ),
  'case/opinion-withdrawn': ({ bodyId, reason }, { say, names }) =>
    told(say('case/opinion-withdrawn', { body: names.body(bodyId) }), reason),
  'case/evidence-added': ({ title, fileName }, { say }) =>
    told(say('case/evidence-added', { title: title || fileName })),
  'case/evidence-described': ({ title, reason }, { say }) =>
    told(say('case/evidence-described', { title }), reason),
  'case/evidence-withdrawn': ({ reason, replacedBy }, { say }) =>
    told(say(replacedBy === undefined ? 'case/evidence-withdrawn' : 'case/evidence-replaced'), reason),
  'case/evidence-marked': ({ place, note }, { say }) =>
    told(
      place.kind === 'time'
        ? say('case/evidence-marked-at', { time: clockOf(place.second) })
        : say('case/evidence-marked', { page: place.page }),
      note,
    ),
  'case/evidence-mark-withdrawn': (_, { say }) => told(say('case/evidence-mark-withdrawn')),
  'case/listed': (_, { say }) => told(say('case/listed')),
  'case/item-opened': (_, { say }) => told(say('case/item-opened')),
  'case/item-put-off': ({ reason }, { say }) => told(say('case/item-put-off'), reason),
  'case/decision-recorded': ({ decisions }, { say, word, list, names, t }) =>
    told(
      say('case/decision-recorded', {
        number: decisions[0]?.minutesNumber ?? '',
        outcomes: list(
          decisions.map(({ subjectId, outcome }) =>
            t('record:standOf', { subject: names.subject(subjectId), outcome: word('outcome', outcome) }),
          ),
        ),
      }),
    ),
  'case/hearing-ordered': ({ title }, { say }) => told(say('case/hearing-ordered', { title })),
  'case/hearing-ended': ({ how }, { say }) => told(say(`case/hearing-ended.${how}`)),
  'case/hearing-reported': ({ suggestion, majority, hash }, { say, word }) =>
    told(
      say('case/hearing-reported', {
        majority: word('majority', majority ?? 'none'),
        hash: hash.slice(0, 12),
      }),
      suggestion,
    ),
  'case/hearing-answered': (_, { say }) => told(say('case/hearing-answered')),
  'case/hearing-right-told': ({ toldOn, told: words, latestOn }, { say }) =>
    told(say('case/hearing-right-told', { toldOn, latestOn }), words),
  'case/hearing-asked': ({ reason, registeredFor }, { say, names }) =>
    told(
      registeredFor
        ? say('case/hearing-asked-for', {
            subject: names.subject(registeredFor.subjectId),
            receivedOn: registeredFor.receivedOn,
          })
        : say('case/hearing-asked'),
      reason,
    ),
  'case/hearing-request-granted': (_, { say }) => told(say('case/hearing-request-granted')),
  'case/hearing-request-refused': ({ reason }, { say }) => told(say('case/hearing-request-refused'), reason),
  'case/examination-chosen': ({ way, matter, reason }, { say }) =>
    told(
      way.kind === 'symposium'
        ? say('case/examination-chosen.symposium', { matter, place: way.place })
        : say('case/examination-chosen.third-party', { matter, institution: way.institution }),
      reason,
    ),
  'case/examination-called-off': ({ reason }, { say }) => told(say('case/examination-called-off'), reason),
  'case/duty-reported': ({ note }, { say }) => told(say('case/duty-reported'), note),
}
