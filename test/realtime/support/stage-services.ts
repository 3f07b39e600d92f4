import { SmallServices } from './small-services.ts'

/** The hearing `h1`, of which each person is shown what the test puts before him. */
export class StageServices extends SmallServices {
  staged: { evidenceId: string; by: string; at: string; page: number } | null = {
    evidenceId: 'e1',
    by: 'wang',
    at: 'noon',
    page: 1,
  }
  /** To whom the piece is not shown; they are told that something is. */
  readonly outside = new Set<string>()
  private seq = 1
  private readonly shapes = new Map<string, object>()

  override readonly hearings = {
    ...this.cases,
    view: async (actor: { personId: string }) => {
      const hides = this.outside.has(actor.personId)
      const staged = this.staged && (hides ? { ...this.staged, evidenceId: '', page: 1 } : this.staged)
      const key = `${String(this.seq)} ${JSON.stringify(staged)}`
      const shared = this.shapes.get(key) ?? { sight: hides ? 'public' : 'party', state: { staged } }
      this.shapes.set(key, shared)
      const seen = { seq: this.seq, view: { personId: actor.personId }, shared }
      if (this.viewMs > 0) await new Promise((resolve) => setTimeout(resolve, this.viewMs))
      return seen
    },
  }

  change(what: () => void): void {
    what()
    this.seq++
    this.onAppended('hearing/h1')
  }
}
