import { isRefusal } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import { decideRemarks } from '#domain/remarks/decide.ts'
import { evolveRemarks, initialRemarks } from '#domain/remarks/evolve.ts'
import type { Reader, Seat } from '#domain/remarks/happenings.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { remarkChanges } from '#domain/remarks/view.ts'

const START = Date.parse('2026-11-22T01:00:00Z')
/** Number and title. */
export const REMARKED_CASE = '容错〔2026〕1号 少减免租金案'
const SEAT: Seat = {
  ...{ name: '王建国', bodyId: 'discipline', silenced: null, unsuggesting: null },
  ...{ settles: false, writes: false, sealed: false, own: true },
  title: REMARKED_CASE,
}

/** Remarks on one document played one command after another, a minute apart unless told. */
export class RemarksPlay {
  state: RemarksState = initialRemarks('case/case-1/facts')
  private seconds = 0

  constructor(private readonly readers: readonly Reader[] = []) {}

  act(who: string, command: RemarkCommand, seat: Partial<Seat> = {}, seconds = 60): string {
    this.seconds += seconds
    const now = new Date(START + this.seconds * 1000)
    const actor = { personId: who, name: who, bodyId: null, bodyName: null, roles: [] }
    const context = { now, actor, newId: () => 'id', chance: () => 0, calendar: {} }
    const order = { ...command, seat: { ...SEAT, name: who, ...seat }, readers: this.readers }
    const decided = decideRemarks(this.state, order, context)
    if (isRefusal(decided)) return decided.refused
    for (const happening of decided)
      this.state = evolveRemarks(this.state, {
        ...happening,
        ...{ stream: 'remarks/case/case-1/facts', seq: this.state.seq + 1, actorId: who },
        ...{ at: now.toISOString(), commandId: 'command', commandPart: 0, previousHash: '', hash: '' },
      })
    return 'ok'
  }

  seen(personId = 'anybody', own = true) {
    return remarkChanges(this.state, { own }, personId, 0).remarks
  }
}
