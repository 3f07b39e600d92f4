import type { NamedRecusal, Names } from './telling.ts'

/** Names from plain tables; an id that stands in none is said to be unknown. */
export function namesFrom(
  tables: {
    readonly people?: Readonly<Record<string, string>>
    readonly bodies?: Readonly<Record<string, string>>
    readonly subjects?: Readonly<Record<string, string>>
    readonly items?: Readonly<Record<string, string>>
    readonly polls?: Readonly<Record<string, string>>
    readonly recusals?: Readonly<Record<string, NamedRecusal>>
    readonly speakers?: Readonly<Record<string, string>>
  },
  unknown: string,
): Names {
  const lookUp = (table: Readonly<Record<string, string>> | undefined) => (id: string) =>
    table?.[id] ?? unknown
  return {
    person: lookUp(tables.people),
    body: lookUp(tables.bodies),
    subject: lookUp(tables.subjects),
    item: lookUp(tables.items),
    poll: lookUp(tables.polls),
    recusal: (id) => tables.recusals?.[id] ?? { person: unknown, item: unknown, enteredBySecretary: false },
    speaker: lookUp(tables.speakers),
  }
}
