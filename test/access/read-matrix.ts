import type { RefusalCode } from '#domain/record/refusal.ts'
import type { Outcome } from './attempts.ts'
import { ROLES } from './matrix.ts'

export type Role = keyof typeof ROLES

export interface MatrixRow {
  /** The line above that this one belongs to: a route module, a message; empty where there is none. */
  readonly heading: string
  readonly name: string
  readonly cells: Readonly<Record<Role, Outcome>>
}

const SYMBOLS: Readonly<Record<string, Outcome>> = {
  ok: 'done',
  '>': 'led on',
  in: 'sign in',
  w: 'write',
  r: 'read',
  no: 'access/denied',
  '--': 'access/not-found',
  rx: 'access/recused',
  np: 'meeting/not-participant',
  ch: 'meeting/not-chair',
  of: 'meeting/not-secretary',
  md: 'meeting/not-a-member-due',
  sg: 'minutes/not-a-signatory',
}

const roles = Object.keys(ROLES) as Role[]

function rowOf(line: string, heading: string): MatrixRow {
  const words = line.trim().split(/\s+/)
  const method = /^(GET|POST)$/.test(words[0] ?? '')
    ? words.splice(0, 2).join(' ')
    : words.splice(0, 1).join('')
  const notes = Object.fromEntries(
    words.slice(roles.length).map((note) => note.split('=') as [string, RefusalCode]),
  )
  const cells = roles.map((role, index): [Role, Outcome] => {
    const sign = words[index] ?? ''
    const outcome = SYMBOLS[sign] ?? notes[sign]
    if (!outcome) throw new Error(`the matrix has no meaning for "${sign}" in: ${line}`)
    return [role, outcome]
  })
  return { heading, name: method, cells: Object.fromEntries(cells) as Record<Role, Outcome> }
}

/** The lines of a table. A line of one word heads those that follow; lines that name the roles are for the eye. */
export function rowsOf(table: string): readonly MatrixRow[] {
  const rows: MatrixRow[] = []
  let heading = ''
  for (const line of table.split('\n')) {
    const words = line.trim().split(/\s+/)
    if (words[0] === '') continue
    if (words[0] === roles[0]) {
      if (words.join() !== roles.join()) throw new Error(`the matrix has other columns here: ${line}`)
    } else if (words.length === 1) heading = words[0] ?? ''
    else rows.push(rowOf(line, heading))
  }
  return rows
}
