import { describe, expect, it } from 'vitest'
import { holds, ROLES, type Role } from '#domain/people/actor.ts'
import {
  refusalToEndRole,
  refusalToGrant,
  refusalToSetActive,
  type Account,
  type RoleTerm,
} from '#domain/people/duties.ts'
import {
  isAdministrator,
  mayAdministerBodies,
  mayAdministerPasswords,
  mayAdministerPeople,
  mayAdministerRoles,
  mayReadAccessLog,
  mayReadAccounts,
  mayUseDirectory,
} from '#domain/people/may.ts'
import { people, person, type Who } from '../support/case-world.ts'

const everybody = Object.keys(people) as Who[]
const term = (personId: string, role: Role, from = '2026-01-01', until: string | null = null): RoleTerm => ({
  id: `${personId}-${role}`,
  personId,
  role,
  bodyId: role.endsWith('administrator') ? null : 'organization',
  from,
  until,
})
const account = (id: string, ...roles: readonly RoleTerm[]): Account => ({ id, active: true, roles })
const grant = (
  role: Role,
  from = '2026-08-01',
  until: string | null = null,
  bodyId: string | null = 'organization',
) => ({
  personId: 'p',
  role,
  bodyId: role.endsWith('administrator') ? null : bodyId,
  from,
  until,
})

describe('the three administrators', () => {
  it('[P-01] each does one thing: people, bodies and passwords; roles; the access log', () => {
    const table = [
      [mayAdministerPeople, ['sysadmin']],
      [mayAdministerBodies, ['sysadmin']],
      [mayAdministerPasswords, ['sysadmin']],
      [mayAdministerRoles, ['secadmin']],
      [mayReadAccessLog, ['auditor']],
      [mayReadAccounts, ['sysadmin', 'secadmin']],
      [isAdministrator, ['sysadmin', 'secadmin', 'auditor']],
    ] as const
    for (const [may, expected] of table)
      expect([may.name, everybody.filter((who) => may(people[who]))]).toEqual([may.name, expected])
  })

  it('[P-02] the directory is for those who work here, not for applicants or observers', () => {
    const open = ROLES.filter((role) => mayUseDirectory(person('p', 'organization', role)))
    expect(open).toEqual([
      'secretary',
      'member',
      'leader',
      'hearing-chair',
      'system-administrator',
      'security-administrator',
    ])
    expect(holds(people.clerk, 'member')).toBe(false)
  })
})

describe('granting', () => {
  it('[P-03] is the security administrator’s; a role is held in a body', () => {
    for (const who of everybody)
      expect([who, refusalToGrant(people[who], grant('member'), [])?.refused]).toEqual([
        who,
        who === 'secadmin' ? undefined : 'access/denied',
      ])
    expect(refusalToGrant(people.secadmin, grant('member', '2026-08-01', null, null), [])).toEqual({
      refused: 'people/body-unknown',
    })
    expect(refusalToGrant(people.secadmin, grant('member', '2026-08-01', '2026-07-31'), [])).toEqual({
      refused: 'input/invalid',
    })
  })

  it('[P-04] an administrator is administrator of one kind and nothing else at the same time', () => {
    const apart = { refused: 'people/duties-not-separate' }
    const table: [RoleTerm, ReturnType<typeof grant>, typeof apart | null][] = [
      [term('p', 'member'), grant('secretary'), null],
      [term('p', 'member'), grant('audit-administrator'), apart],
      [term('p', 'audit-administrator'), grant('member'), apart],
      [term('p', 'audit-administrator'), grant('system-administrator'), apart],
      [term('p', 'audit-administrator'), grant('audit-administrator'), apart],
      [term('p', 'audit-administrator', '2026-01-01', '2026-07-31'), grant('member'), null],
      [term('p', 'audit-administrator', '2026-09-01', '2026-08-31'), grant('member'), null],
      [term('p', 'audit-administrator', '2026-01-01', '2026-08-01'), grant('member'), apart],
      [term('p', 'member', '2027-01-01'), grant('audit-administrator', '2026-08-01', '2026-12-31'), null],
      [term('p', 'member', '2026-12-31'), grant('audit-administrator', '2026-08-01', '2026-12-31'), apart],
    ]
    for (const [held, wanted, answer] of table)
      expect([held.role, wanted.role, refusalToGrant(people.secadmin, wanted, [held])]).toEqual([
        held.role,
        wanted.role,
        answer,
      ])
  })
})

describe('the last of a kind', () => {
  const three = [
    account('s', term('s', 'system-administrator')),
    account('r', term('r', 'security-administrator')),
    account('a', term('a', 'audit-administrator')),
    account('m', term('m', 'member')),
  ]
  const last = { refused: 'people/last-administrator' }

  it('[P-05] the last active administrator of a kind keeps role and account', () => {
    for (const id of ['s', 'r', 'a']) {
      expect(refusalToSetActive(people.sysadmin, id, false, three, '2026-08-07')).toEqual(last)
      const held = three.find((one) => one.id === id)?.roles[0]?.id ?? ''
      expect(refusalToEndRole(people.secadmin, held, three, '2026-08-07')).toEqual(last)
    }
    expect(refusalToSetActive(people.sysadmin, 'm', false, three, '2026-08-07')).toBeNull()
    expect(refusalToSetActive(people.sysadmin, 's', true, three, '2026-08-07')).toBeNull()
    expect(refusalToEndRole(people.secadmin, 'm-member', three, '2026-08-07')).toBeNull()

    const second = account('s2', term('s2', 'system-administrator'))
    expect(refusalToSetActive(people.sysadmin, 's', false, [...three, second], '2026-08-07')).toBeNull()
    const off = [...three, { ...second, active: false }]
    expect(refusalToSetActive(people.sysadmin, 's', false, off, '2026-08-07')).toEqual(last)
    const over = [...three, account('s3', term('s3', 'system-administrator', '2026-01-01', '2026-08-06'))]
    expect(refusalToEndRole(people.secadmin, 's-system-administrator', over, '2026-08-07')).toEqual(last)
  })

  it('[P-05] and only the right administrator is answered at all', () => {
    expect(refusalToSetActive(people.secadmin, 'm', false, three, '2026-08-07')).toEqual({
      refused: 'access/denied',
    })
    expect(refusalToEndRole(people.sysadmin, 'm-member', three, '2026-08-07')).toEqual({
      refused: 'access/denied',
    })
    expect(refusalToSetActive(people.sysadmin, 'x', false, three, '2026-08-07')).toEqual({
      refused: 'access/not-found',
    })
    expect(refusalToEndRole(people.secadmin, 'x', three, '2026-08-07')).toEqual({
      refused: 'access/not-found',
    })
  })
})
