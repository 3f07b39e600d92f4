import { guestReaches } from '#domain/people/guests.ts'
import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RealtimeServices } from './transport/ports.ts'

/** What lies beyond is for a guest as if it were not there. */
async function within<T>(actor: Actor, name: string, ask: () => Promise<T>): Promise<T | Refusal> {
  const { guestOf } = actor
  return guestOf === undefined || guestReaches(guestOf, name) ? ask() : refuse('access/not-found')
}

/** The one place that keeps a guest's socket to his hearing (S-63): everything that sockets ask goes through here. */
export function confineGuests(services: () => RealtimeServices): RealtimeServices {
  // Read through at each call, so that nothing is asked of `services` while they are being made.
  const of = <Noun extends keyof RealtimeServices>(noun: Noun) => services()[noun]
  return {
    cases: {
      view: (actor, id) => within(actor, `case/${id}`, () => of('cases').view(actor, id)),
      execute: (actor, id, ...rest) =>
        within(actor, `case/${id}`, () => of('cases').execute(actor, id, ...rest)),
    },
    meetings: {
      view: (actor, id, audience) =>
        within(actor, `meeting/${id}`, () => of('meetings').view(actor, id, audience)),
      execute: (actor, id, ...rest) =>
        within(actor, `meeting/${id}`, () => of('meetings').execute(actor, id, ...rest)),
      cast: (actor, id, ...rest) =>
        within(actor, `meeting/${id}`, () => of('meetings').cast(actor, id, ...rest)),
    },
    minutes: {
      view: (actor, id) => within(actor, `minutes/${id}`, () => of('minutes').view(actor, id)),
      execute: (actor, id, ...rest) =>
        within(actor, `minutes/${id}`, () => of('minutes').execute(actor, id, ...rest)),
    },
    hearings: {
      view: (actor, id, audience) =>
        within(actor, `hearing/${id}`, () => of('hearings').view(actor, id, audience)),
      execute: (actor, id, ...rest) =>
        within(actor, `hearing/${id}`, () => of('hearings').execute(actor, id, ...rest)),
    },
    comments: {
      readerOf: (actor, id) => within(actor, `comments/${id}`, () => of('comments').readerOf(actor, id)),
      // Of whoever is let in by `readerOf`.
      changesOf: (id, after) => of('comments').changesOf(id, after),
      execute: (actor, id, ...rest) =>
        within(actor, `comments/${id}`, () => of('comments').execute(actor, id, ...rest)),
    },
    remarks: {
      changes: (actor, name, after) => within(actor, name, () => of('remarks').changes(actor, name, after)),
      readers: (actor, name) => within(actor, name, () => of('remarks').readers(actor, name)),
      execute: (actor, name, ...rest) =>
        within(actor, name, () => of('remarks').execute(actor, name, ...rest)),
    },
    documents: {
      access: (actor, name) => within(actor, name, () => of('documents').access(actor, name)),
    },
  }
}
