import { z } from 'zod'
import { password, userName } from '#domain/people/account.ts'
import { name } from '#domain/record/words.ts'
import { OFFICES } from './offices.ts'

const mark = name().min(1).max(10)
const person = z.object({ userName, name: name().min(1).max(50), password, repeat: z.string() })

/** Fields are named `<office>.<field>`: plain HTML forms have no nesting. */
function unflatten(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const fields: Record<string, unknown> = { ...value }
  for (const office of OFFICES) {
    fields[office] = Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name.startsWith(`${office}.`))
        .map(([name, typed]): [string, unknown] => [name.slice(office.length + 1), typed]),
    )
  }
  return fields
}

const same = (list: readonly string[], index: number) => list.indexOf(list[index] ?? '') !== index

export const setUpForm = z
  .preprocess(
    unflatten,
    z.object({
      jurisdiction: name().min(1).max(50),
      caseMark: mark,
      minutesMark: mark,
      'system-administrator': person,
      'security-administrator': person,
      'audit-administrator': person,
    }),
  )
  .superRefine((typed, check) => {
    const people = OFFICES.map((office) => typed[office])
    const userNames = people.map((each) => each.userName)
    const passwords = people.map((each) => each.password)
    OFFICES.forEach((office, index) => {
      const complain = (field: string, message: string) => {
        check.addIssue({ code: 'custom', path: [office, field], message })
      }
      if (typed[office].password !== typed[office].repeat) complain('repeat', 'auth:account.passwordsDiffer')
      if (same(userNames, index)) complain('userName', 'auth:setUp.differentUserNames')
      if (same(passwords, index)) complain('password', 'auth:setUp.differentPasswords')
    })
  })
