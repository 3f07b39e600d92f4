import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { DocumentMode } from '#protocol/messages.ts'
import { SmallHearing } from './small-hearing.ts'
import { SmallRemarks } from './small-remarks.ts'
import type { Identity, RealtimeServices } from '#server/realtime/transport/ports.ts'

export function person(personId: string): Actor {
  return {
    personId,
    name: `${personId}的名字`,
    bodyId: 'discipline',
    bodyName: '纪委监委',
    roles: [{ role: 'member', bodyId: 'discipline' }],
  }
}

interface Stream {
  seq: number
  /** What only those see who are not cut off. */
  secret: string
  cutOff: Set<string>
  commands: Map<string, number>
}

/**
 * The services the socket asks, as small as they can be: a stream is a number and a secret, a command that
 * the schemas know adds one entry, `recuse-myself` cuts the person off. Everything is committed in memory
 * and told to `onAppended`, as the record does.
 */
export class SmallServices implements RealtimeServices {
  readonly sessions = new Map<string, Identity>()
  /** By `<person> <document>`; everybody may write where nothing is said. */
  readonly access_ = new Map<string, DocumentMode | Refusal>()
  readonly streams = new Map<string, Stream>()
  readonly votes = new Map<string, string>()
  executions = 0
  accessMs = 0
  /** Whose access takes `accessMs` to ask; everybody's unless told. */
  slowAccessOf: string | null = null
  viewMs = 0
  onAppended: (stream: string) => void = () => undefined

  signIn(personId: string, sessionId = `session-of-${personId}`): string {
    this.sessions.set(sessionId, { actor: person(personId) })
    return `huishang_session=${sessionId}`
  }

  actorFrom = (cookie: string | null): Promise<Identity | null> => {
    const sessionId = /huishang_session=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''
    return Promise.resolve(this.sessions.get(sessionId) ?? null)
  }

  stream(name: string): Stream {
    const stream = this.streams.get(name) ?? {
      seq: 1,
      secret: '事项内容',
      cutOff: new Set(),
      commands: new Map(),
    }
    this.streams.set(name, stream)
    return stream
  }

  /** A commit: the state changes, then it is told. */
  append(name: string, change: (stream: Stream) => void = () => undefined): number {
    const stream = this.stream(name)
    stream.seq++
    change(stream)
    this.onAppended(name)
    return stream.seq
  }

  readonly documents = {
    access: async (actor: Actor, name: string): Promise<DocumentMode | Refusal> => {
      const answer = this.access_.get(`${actor.personId} ${name}`) ?? 'write'
      if (this.accessMs > 0 && (this.slowAccessOf ?? actor.personId) === actor.personId)
        await new Promise((resolve) => setTimeout(resolve, this.accessMs))
      return answer
    },
  }

  readonly remarks = new SmallRemarks(
    (actor, name) => this.documents.access(actor, name),
    (stream) => this.onAppended(stream),
  )
  readonly hearing = new SmallHearing(() => this.onAppended('comments/h1'))
  readonly comments = this.hearing.comments
  readonly hearings = {
    ...this.noun('hearing'),
    view: async (actor: Actor, id: string) => {
      const { seq, secret, cutOff } = this.stream(`hearing/${id}`)
      await Promise.resolve()
      return {
        seq,
        view: { personId: actor.personId },
        shared: this.sharedFor(seq, cutOff.has(actor.personId) ? null : secret),
      }
    },
  }

  readonly cases = this.noun('case')
  readonly minutes = this.noun('minutes')
  readonly meetings = {
    ...this.noun('meeting'),
    cast: async (
      actor: Actor,
      meetingId: string,
      commandId: string,
      vote: { pollId: string; choice: string },
    ) => {
      await Promise.resolve()
      const key = `${vote.pollId} ${actor.personId}`
      const before = this.votes.get(key)
      if (before !== undefined && before !== commandId) return refuse('ballot/already-voted')
      this.votes.set(key, commandId)
      return { receipt: `receipt-${commandId}` }
    },
  }

  /** The same object for all who see the same, as the domain gives it. */
  private sharedFor(seq: number, secret: string | null): object {
    const key = `${String(seq)} ${String(secret)}`
    const known = this.shared.get(key) ?? { seq, secret }
    this.shared.set(key, known)
    return known
  }
  private readonly shared = new Map<string, object>()

  private noun(noun: string) {
    return {
      view: async (actor: Actor, id: string) => {
        const { seq, secret, cutOff } = this.stream(`${noun}/${id}`)
        const isCutOff = cutOff.has(actor.personId)
        const turnout = [{ pollId: 'p1', voted: this.votes.size, entitled: 9 }]
        const view = { state: { seq, secret: isCutOff ? null : secret }, turnout }
        if (this.viewMs > 0) await new Promise((resolve) => setTimeout(resolve, this.viewMs))
        return isCutOff && noun === 'case' ? refuse('access/recused') : view
      },
      execute: async (actor: Actor, id: string, commandId: string, command: { type: string }) => {
        await Promise.resolve()
        const name = `${noun}/${id}`
        const before = this.stream(name).commands.get(commandId)
        if (before !== undefined) return { seq: before }
        if (command.type === 'resume') throw new Error('nobody expected this')
        if (command.type === 'cancel') return refuse('meeting/not-chair')
        this.executions++
        const seq = this.append(name, (stream) => {
          stream.commands.set(commandId, stream.seq)
          if (command.type === 'recuse-myself') stream.cutOff.add(actor.personId)
        })
        return { seq }
      },
    }
  }
}
