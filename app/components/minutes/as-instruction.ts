import type { MinutesCommand } from '#domain/minutes/commands.ts'
import type { MinutesOrder } from '#domain/minutes/happenings.ts'
import { unannouncedPoll } from '#domain/meetings/items.ts'
import type { MinutesView } from '#server/services/minutes.ts'

/** Where the server adds what only it knows, the browser asks with an empty place: who and when decide. */
export function asInstruction(command: MinutesCommand, view: MinutesView): MinutesOrder | null {
  const { state, meeting } = view
  const departing = view.departing.map(({ caseId }) => caseId)
  const unannounced = meeting && unannouncedPoll(meeting.state) ? 1 : 0
  switch (command.type) {
    case 'send-to-countersign':
      // Without the meeting in view what is missing cannot be told; the server will say.
      return meeting
        ? {
            ...command,
            frozen: { versionId: '', hash: '' },
            meeting: meeting.state,
            text: null,
            unannounced,
            asOf: state.seq,
            departing,
          }
        : null
    case 'sign':
      return {
        ...command,
        year: 0,
        ordinal: 0,
        contentHash: state.frozen?.hash ?? '',
        versionId: '',
        unannounced,
        departing,
      }
    case 'reason-departure':
    case 'consent-to-departure':
    case 'send-to-sign':
      return { ...command, departing }
    default:
      return command
  }
}
