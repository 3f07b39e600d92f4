import type { MeetingRules } from './types.ts'

/**
 * The platform's default where no rulebook says otherwise: half for ordinary, two thirds for major matters
 * (F-01, F-02); recused members are not due for that item and three voters must be left (F-18, an inference,
 * therefore a switch); no secret ballot among fewer than five, since nobody's choice would be secret.
 */
export const platformMeetingRules: MeetingRules = {
  ordinaryQuorum: { least: 1, of: 2 },
  majorQuorum: { least: 2, of: 3 },
  recusedCountAsDue: false,
  minimumVoters: 3,
  minimumSecretRoll: 5,
  speakingSeconds: 300,
}
