import { expect, it } from 'vitest'
import { UNREGISTERED, type EvidenceMark, type MarkPlace } from '#domain/cases/evidence-types.ts'
import { framesOn, mayOpenExhibit } from '#domain/hearings/exhibits.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import type { Phase } from '#domain/hearings/phases.ts'
import { SIGHT_CLASSES, type SightClass } from '#domain/hearings/sight.ts'
import type { HearingState } from '#domain/hearings/types.ts'

const piece = { id: 'e1', addedBy: 'party-1', register: UNREGISTERED }

const on = (phase: Phase, evidenceId: string | null): HearingState => ({
  ...initialHearing('h1'),
  seq: 9,
  status: 'open',
  phase,
  staged:
    evidenceId === null ? null : { evidenceId, page: 1, zone: null, toHall: false, by: 'chair', at: '' },
})
const openTo = (state: HearingState, personId = 'somebody'): readonly SightClass[] =>
  SIGHT_CLASSES.filter((sight) => mayOpenExhibit(sight, state, personId, piece))

const CONDUCT = ['chair', 'tribunal', 'recorder', 'office', 'handling']

it('[D-30] what is not on stage is opened by who conducts the hearing, handles the case or keeps it', () => {
  expect(openTo(on('debate', null))).toEqual(CONDUCT)
  expect(openTo(on('debate', 'e2'))).toEqual(CONDUCT)
})

it('[D-30] what is on stage is opened by all who read the papers; by no hall, no screen, no witness outside', () => {
  expect(openTo(on('debate', 'e1'))).toEqual([...CONDUCT, 'party', 'third', 'expert', 'witness-inside'])
})

it('[D-30] nothing staged in the deliberation leaves it', () => {
  expect(openTo(on('deliberation', 'e1'))).toEqual(CONDUCT)
})

it('[D-30] whoever handed a piece in opens his own, but a witness outside nothing', () => {
  const own = openTo(on('debate', null), 'party-1')
  expect(own).toContain('party')
  expect(own).not.toContain('witness-outside')
  expect(own).not.toContain('screen')
})

it('[E-47] who conducts the hearing is given the frames of standing marks, and what is noted at none of them', () => {
  const zone = { x: 1, y: 2, width: 30, height: 40 }
  const mark = (number: number, place: MarkPlace, withdrawnAt: string | null = null): EvidenceMark => ({
    ...{ id: `m${String(number)}`, number, place, note: '内部说明', by: 'handler', at: '', withdrawnAt },
  })
  const marks = [
    mark(1, { kind: 'zone', page: 3, zone }),
    mark(2, { kind: 'zone', page: 4, zone }, '2026-08-07'),
    mark(3, { kind: 'time', second: 5 }),
  ]
  for (const sight of SIGHT_CLASSES)
    expect([sight, framesOn(sight, { marks })]).toEqual([
      sight,
      CONDUCT.includes(sight) ? [{ number: 1, page: 3, zone }] : [],
    ])
})
