import type { SeenComment } from '#domain/comments/view.ts'
import { Latencies } from '../measure/latencies.ts'
import { nowMicros, stamp } from '../wire/stamp.ts'

const STAMP = /~@[0-9a-z]{11}/
const WORDS = '请说明减免租金的决定由谁作出，是否经过班子会集体研究，并出示会议记录原件。'

/** What was said, what was admitted, and who saw it when; moments in microseconds of this process's clock. */
export class CommentLog {
  readonly faults = new Set<string>()
  /** Comments that were there twice for somebody, or reached who may not see them. */
  doubled = 0
  leaked = 0
  private readonly sentAt: number[] = []
  private readonly authors: number[] = []
  private readonly admittedAt: number[] = []
  private readonly ids: string[] = []
  private readonly byStamp = new Map<string, number>()
  private readonly byId = new Map<string, number>()
  private readonly seenAt: Float64Array

  constructor(
    private readonly people: number,
    private readonly most: number,
  ) {
    this.seenAt = new Float64Array(people * most)
  }

  /** How many were sent so far. */
  get count(): number {
    return this.sentAt.length
  }

  get admitted(): number {
    return this.admittedAt.reduce((count, at) => count + (at > 0 ? 1 : 0), 0)
  }

  /** The words of a person's next comment, told apart from all others. */
  write(person: number): { readonly comment: number; readonly text: string } {
    const at = nowMicros()
    const mark = stamp(person, at)
    const comment = this.sentAt.push(at) - 1
    if (this.byStamp.has(mark)) throw new Error('two comments of one person in the same moment')
    this.byStamp.set(mark, comment)
    this.authors[comment] = person
    return { comment, text: `${mark} ${WORDS}` }
  }

  admit(commentIds: readonly string[], at: number): void {
    for (const id of commentIds) {
      const comment = this.byId.get(id)
      if (comment !== undefined) this.admittedAt[comment] = at
    }
  }

  idOf(comment: number): string {
    return this.ids[comment] ?? ''
  }

  isOf(person: number, comment: number): boolean {
    return this.authors[comment] === person
  }

  /** Which comment of ours it is. */
  find({ id, text }: SeenComment): number {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    const comment = this.byStamp.get(STAMP.exec(text)?.[0] ?? '')
    if (comment === undefined) throw new Error(`a comment that nobody made: ${text}`)
    if (this.ids[comment] !== undefined) this.doubled++
    this.ids[comment] = id
    this.byId.set(id, comment)
    return comment
  }

  see(person: number, comment: number): void {
    const place = person * this.most + comment
    this.seenAt[place] ||= nowMicros()
  }

  hasSeen(person: number, comments: number): boolean {
    const from = person * this.most
    return !this.seenAt.subarray(from, from + comments).includes(0)
  }

  /** Of the comments from `from` on: how long each took to each of these people, and how many never came. */
  sights(people: readonly number[], from: number) {
    const [afterAdmission, afterSending] = [new Latencies(), new Latencies()]
    let lost = 0
    let longest = 0
    for (let comment = from; comment < this.count; comment++)
      for (const person of people) {
        const seen = this.seenAt[person * this.most + comment] ?? 0
        const admitted = this.admittedAt[comment]
        if (seen === 0 || admitted === undefined) {
          lost++
          continue
        }
        afterAdmission.add(seen - admitted)
        afterSending.add(seen - (this.sentAt[comment] ?? 0))
        longest = Math.max(longest, seen - admitted)
      }
    return { afterAdmission, afterSending, lost, longest: longest / 1_000 }
  }
}
