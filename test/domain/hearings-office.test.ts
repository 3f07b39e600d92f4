import { describe, expect, it } from 'vitest'
import { evolveHearing } from '#domain/hearings/evolve.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import { hearingRow } from '#domain/hearings/project.ts'
import { mayReadHearing } from '#domain/hearings/view.ts'
import type { Role } from '#domain/people/actor.ts'
import { hearing, office } from '../support/hearing-room.ts'
import { personOf } from '../support/meeting-room.ts'

describe('who has to do with a hearing by office', () => {
  it('[H-183] by office only the bodies that order, run or decide it', () => {
    const h = hearing({ order: { closedGround: 'cadre-case', openReason: null } }).ordered()
    const reads = (role: Role) =>
      ['body', 'partner', 'group', 'committee', 'elsewhere'].filter((bodyId) => {
        const seen = mayReadHearing({ ...personOf('x'), roles: [{ role, bodyId }] }, h.state)
        const listed = hearingRow(h.state).officeRoles.includes(`"${role}/${bodyId}"`)
        expect([role, bodyId, listed]).toEqual([role, bodyId, seen])
        return seen
      })
    expect(reads('secretary')).toEqual(['body', 'group'])
    expect(reads('leader')).toEqual(['body', 'partner', 'group', 'committee'])
    expect(reads('member')).toEqual([])
    const prepares = (role: Role, bodyId: string) =>
      h.attempt(
        { ...personOf('x'), roles: [{ role, bodyId }] },
        h.naming('late', 'expert', { personId: `late-${role}-${bodyId}` }),
      )
    expect(prepares('secretary', 'group')).toBeNull()
    expect(prepares('leader', 'body')).toBeNull()
    for (const [role, bodyId] of [
      ['secretary', 'partner'],
      ['secretary', 'elsewhere'],
      ['leader', 'partner'],
      ['leader', 'committee'],
    ] as const)
      expect([role, bodyId, prepares(role, bodyId)]).toEqual([role, bodyId, 'access/denied'])
  })

  it('[H-183] a hearing recorded before the bodies were is the ordering body’s', () => {
    const h = hearing()
    h.must(office(), h.orderOf())
    const { officeBodies: _, ...payload } = h.entries[0]?.payload as Record<string, unknown>
    const old = evolveHearing(initialHearing('old'), { ...h.entries[0], payload } as never)
    expect(old.officeBodies).toEqual({ secretaries: ['body'], leaders: ['body'] })
  })
})
