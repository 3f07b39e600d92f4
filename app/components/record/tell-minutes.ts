import type { MinutesHappening } from '#domain/minutes/happenings.ts'
import { told, type Tellers } from './telling.ts'

export const minutesTellers: Tellers<MinutesHappening> = {
  'minutes/drafted': ({ meetingTitle }, { say }) => told(say('minutes/drafted', { meeting: meetingTitle })),
  'minutes/regenerated': (_, { say }) => told(say('minutes/regenerated')),
  'minutes/decision-detailed': ({ subjectId, measure, measureText, duties }, { say, word, names }) =>
    told(
      say(measure ? 'minutes/decision-detailed.measure' : 'minutes/decision-detailed.none', {
        subject: names.subject(subjectId),
        measure: measure ? word('measure', measure) : '',
        duties: duties.length,
      }),
      measureText,
    ),
  'minutes/departure-reasoned': ({ reason }, { say }) => told(say('minutes/departure-reasoned'), reason),
  'minutes/departure-consented': (_, { say }) => told(say('minutes/departure-consented')),
  'minutes/sent-to-review': (_, { say }) => told(say('minutes/sent-to-review')),
  'minutes/change-proposed': ({ text }, { say }) => told(say('minutes/change-proposed'), text),
  'minutes/proposal-answered': ({ accepted, note }, { say }) =>
    told(say(accepted ? 'minutes/proposal-answered.accepted' : 'minutes/proposal-answered.declined'), note),
  'minutes/sent-to-countersign': (_, { say }) => told(say('minutes/sent-to-countersign')),
  'minutes/countersigned': ({ bodyId, agreed, reason }, { say, names }) =>
    told(
      say(agreed ? 'minutes/countersigned.agreed' : 'minutes/countersigned.refused', {
        body: names.body(bodyId),
      }),
      reason,
    ),
  'minutes/sent-to-sign': (_, { say }) => told(say('minutes/sent-to-sign')),
  'minutes/issued': ({ number }, { say }) => told(say('minutes/issued', { number })),
  'minutes/returned': ({ from, reason }, { say, word }) =>
    told(say('minutes/returned', { from: word('step', from) }), reason),
}
