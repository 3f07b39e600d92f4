import { ADMINISTRATORS, type Body, type BodyKind } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { NewStoredPerson, SetUpInput, StoredJurisdiction, StoredRole } from './people.ts'

/** The bodies every jurisdiction of the source texts has (REQ-002, REQ-005), by their general names. */
const STANDARD_BODIES: readonly { kind: BodyKind; name: string; shortName: string }[] = [
  { kind: 'discipline', name: '纪检监察机关', shortName: '纪检监察' },
  { kind: 'organization', name: '组织部门', shortName: '组织' },
  { kind: 'political-legal', name: '政法机关', shortName: '政法' },
  { kind: 'coordination', name: '协调小组', shortName: '协调小组' },
]

export interface PreparedSetUp {
  readonly jurisdiction: StoredJurisdiction
  readonly bodies: readonly Body[]
  readonly people: readonly NewStoredPerson[]
  readonly roles: readonly StoredRole[]
}

/**
 * What an empty database begins with: the jurisdiction, its standard bodies, and three administrators.
 * @returns `people/duties-not-separate` unless each of the three offices goes to an account of its own.
 */
export async function setUpOf(
  input: SetUpInput,
  passwords: { hash(password: string): Promise<string> },
  newId: () => string,
  today: string,
): Promise<PreparedSetUp | Refusal> {
  const { administrators } = input
  const offices = new Set(administrators.map(({ role }) => role))
  const names = new Set(administrators.map(({ userName }) => userName))
  const separatePasswords = new Set(administrators.map(({ password }) => password))
  if (
    [offices.size, names.size, separatePasswords.size, administrators.length].some(
      (n) => n !== ADMINISTRATORS.length,
    )
  ) {
    return refuse('people/duties-not-separate')
  }
  const people: NewStoredPerson[] = []
  const roles: StoredRole[] = []
  for (const { userName, name, password, role } of administrators) {
    const personId = newId()
    people.push({
      id: personId,
      userName,
      name,
      bodyId: null,
      office: '',
      active: true,
      language: 'zh-CN',
      mustChange: false,
      passwordHash: await passwords.hash(password),
    })
    roles.push({ id: newId(), personId, role, bodyId: null, from: today, until: null })
  }
  return {
    jurisdiction: {
      id: newId(),
      name: input.jurisdiction,
      caseMark: input.caseMark,
      minutesMark: input.minutesMark,
      demo: false,
    },
    bodies: STANDARD_BODIES.map((body) => ({ id: newId(), ...body })),
    people,
    roles,
  }
}
