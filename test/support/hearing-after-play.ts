import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { HearingPart } from '#domain/hearings/documents.ts'
import type { HearingPlay } from './hearing-play.ts'
import { newCommandId } from './member-socket.ts'

/** What follows the closing, by the forms of the two papers: a signature takes no other way. */
export class HearingAfterPlay {
  constructor(
    private readonly url: string,
    private readonly play: HearingPlay,
  ) {}

  private path = (part: HearingPart) => `/hearings/${this.play.hearingId}/${part}.data`

  private async post(who: string, part: HearingPart, fields: Record<string, string>): Promise<void> {
    const { cookie } = await this.play.as(who)
    const answer = await fetch(this.url + this.path(part), {
      method: 'POST',
      headers: { cookie, origin: this.url },
      body: new URLSearchParams(fields),
    })
    if (!answer.ok) throw new Error(`${who}, ${part}: ${answer.status} ${await answer.text()}`)
  }

  bringUp(who: string, part: HearingPart): Promise<void> {
    return this.post(who, part, { intent: 'bring-up' })
  }

  /** Brought up to the record by the recorder, and frozen. */
  async freeze(): Promise<void> {
    await this.bringUp('recorder', 'transcript')
    await this.play.act('recorder', { type: 'freeze-transcript' })
  }

  async sign(who: string): Promise<void> {
    const { state } = (await this.play.seen(who)).shared
    const whole = state.transcript.frozen?.hash ?? ''
    // A witness signs what his own page shows him.
    const shown = await (await (await this.play.as(who)).page(this.path('transcript'))).text()
    const own = [...shown.matchAll(/"([0-9a-f]{64})"/g)].map(([, hash]) => hash).find((one) => one !== whole)
    const hash = who === 'witness' ? (own ?? '') : whole
    await this.post(who, 'transcript', this.signed({ hash }))
  }

  /** By the chair; the report is drafted from the record before. */
  async report(suggestion: string): Promise<void> {
    await this.bringUp('hearing-chair', 'report')
    await this.post('hearing-chair', 'report', this.signed({ suggestion }))
  }

  private signed = (fields: Record<string, string>) => ({
    intent: 'sign',
    password: DEMO_PASSWORD,
    commandId: newCommandId(),
    ...fields,
  })
}
