import type { InvitationStore } from '#server/services/invitations.ts'
import type { Database, Tx } from './client.ts'

/** Guests' secrets, as hashes. Who they are stands in `Person`, what was done with them in the record. */
export function createInvitationStore({ client }: Database): InvitationStore<Tx> {
  return {
    ofPerson: (personId) => client.invitation.findUnique({ where: { personId } }),
    ofHearing: (hearingId) =>
      client.invitation.findMany({ where: { hearingId }, orderBy: { personId: 'asc' } }),
    byLink: (linkHash) => client.invitation.findUnique({ where: { linkHash } }),
    byNumber: (codeNumber) => client.invitation.findUnique({ where: { codeNumber } }),

    async addGuest(tx, { personId, hearingId, contact, name, relation }) {
      await tx.person.create({
        data: {
          id: personId,
          // No account has such a name: a space is in none.
          userName: `guest ${personId}`,
          name,
          office: relation,
          passwordHash: '',
          guestOf: hearingId,
        },
      })
      await tx.invitation.create({ data: { personId, hearingId, contact } })
    },

    async change(tx, personId, secrets) {
      await tx.invitation.update({ where: { personId }, data: { ...secrets, sessionId: null } })
    },

    async enter(tx, { personId, linkHash, codeHash }, sessionId) {
      const { count } = await tx.invitation.updateMany({
        where: { personId, linkHash, codeHash },
        data: { sessionId },
      })
      return count === 1
    },
  }
}
