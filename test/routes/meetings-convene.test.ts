import { describe, expect, test } from 'vitest'
import { byBody } from '#app/components/meetings/by-body.ts'
import { moved } from '#app/components/meetings/moved.ts'
import { conveneForm, convocationFrom } from '#app/routes/_app.meetings.new/form.ts'
import { convocation } from '#domain/meetings/commands.ts'

const typed = {
  commandId: 'command-1',
  title: '第 3 次会商',
  place: '三楼会议室',
  date: '2026-03-01',
  time: '00:30',
  grade: 'major',
  chairId: 'p1',
  secretaryIds: 's1',
  scrutineerIds: ['p2', 'p3'],
  memberIds: ['p1', 'p2', 'p3'],
  requiredBodyIds: 'b1',
  caseIds: 'c1',
}

describe('the convening form', () => {
  test('takes day and hour as the jurisdiction’s and gives UTC', () => {
    const asked = convocationFrom(conveneForm.parse(typed))
    expect(asked.startsAt).toBe('2026-02-28T16:30:00.000Z')
    expect(convocation.safeParse(asked).success).toBe(true)
  })

  test('takes none, one and several of what may be ticked', () => {
    const asked = convocationFrom(conveneForm.parse(typed))
    expect(asked).toMatchObject({ attendeeIds: [], secretaryIds: ['s1'], scrutineerIds: ['p2', 'p3'] })
  })

  test.each([
    ['date', '2026-02-30'],
    ['time', '24:00'],
    ['memberIds', ['p1', 'p2']],
    ['chairId', ''],
    ['title', '   '],
  ])('refuses %s %j', (field, value) => {
    const parsed = conveneForm.safeParse({ ...typed, [field]: value })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })
})

describe('the agenda in order', () => {
  test.each([
    [0, 1, ['b', 'a', 'c']],
    [2, -1, ['a', 'c', 'b']],
    [0, -1, null],
    [2, 1, null],
    [7, 1, null],
  ] as const)('moves the line at %i by %i', (place, by, expected) => {
    expect(moved(['a', 'b', 'c'], place, by)).toEqual(expected)
  })
})

test('people stand by department, in the order they came', () => {
  const person = (personId: string, bodyId: string) => ({ personId, bodyId, bodyName: bodyId })
  const people = [person('1', 'x'), person('2', 'y'), person('3', 'x')]
  expect(byBody(people).map(([body, members]) => [body, members.map(({ personId }) => personId)])).toEqual([
    ['x', ['1', '3']],
    ['y', ['2']],
  ])
})
