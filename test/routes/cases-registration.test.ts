import { describe, expect, test } from 'vitest'
import { amendment, registration, valuesOf } from '#app/components/cases/registration.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { calendarDay } from '#domain/calendar/dates.ts'
import { rentRelief } from '../support/case-world.ts'

const COMMAND = 'a1b2c3d4e5f6'

function request(fields: readonly (readonly [string, string])[]): Request {
  return new Request('http://localhost/cases/new', {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  })
}

const filledIn: [string, string][] = [
  ['commandId', COMMAND],
  ['kind', 'tolerance'],
  ['title', '某县水利局抢险先行采购案'],
  ['source', 'inspection'],
  ['subjects.0.id', 's1'],
  ['subjects.0.kind', 'person'],
  ['subjects.0.name', '张某'],
  ['subjects.0.unit', '某县水利局'],
  ['subjects.0.position', '局长'],
  ['subjects.0.role', 'leader'],
  ['trigger.matter', ''],
  ['trigger.organ', ''],
  ['trigger.date', ''],
  ['summary', '汛期抢险'],
  ['situations', '不可抗力\n\n  紧急情况  \n'],
  ['complexity', 'major'],
  ['bodyIds', 'discipline'],
  ['bodyIds', 'organization'],
]
const changed = (name: string, value: string) =>
  filledIn.map(([field, was]): [string, string] => [field, field === name ? value : was])

describe('the form that registers a case', () => {
  test('gives particulars, departments and applicants', async () => {
    const form = await parseForm(request(filledIn), registration)
    expect(form.ok && form.data).toMatchObject({
      commandId: COMMAND,
      title: '某县水利局抢险先行采购案',
      subjects: [{ id: 's1', kind: 'person', name: '张某', role: 'leader' }],
      situations: ['不可抗力', '紧急情况'],
      trigger: { matter: '', organ: '', date: null },
      complexity: ['major'],
      bodyIds: ['discipline', 'organization'],
      applicantIds: [],
    })
  })

  test.each([
    ['1949-09-30', false],
    ['1949-10-01', true],
    ['2999-01-01', false],
    [calendarDay(new Date().toISOString()), true],
    [calendarDay(new Date(Date.now() + 86_400_000).toISOString()), false],
  ])('[C-62] a trigger of %s: %s', async (day, taken) => {
    const form = await parseForm(request(changed('trigger.date', day)), registration)
    expect(form.ok).toBe(taken)
    if (!form.ok) expect(form.errors).toEqual({ 'trigger.date': { key: 'common:invalid.pastDate' } })
  })

  test('takes any number of subjects, also after one in between was removed', async () => {
    const form = await parseForm(
      request([
        ...filledIn,
        ...Object.entries({
          id: 's9',
          kind: 'unit',
          name: '某县水利局',
          unit: '',
          position: '',
          role: 'unit',
        }).map(([field, value]): [string, string] => [`subjects.4.${field}`, value]),
      ]),
      registration,
    )
    expect(form.ok && form.data.subjects.map(({ id }) => id)).toEqual(['s1', 's9'])
  })

  test('says which field is missing and keeps everything that was typed', async () => {
    const form = await parseForm(request(changed('subjects.0.name', ' ')), registration)
    expect(form.ok).toBe(false)
    expect(form.ok ? {} : form.errors).toEqual({ 'subjects.0.name': { key: 'common:invalid.required' } })
    expect(form.values).toMatchObject({
      title: '某县水利局抢险先行采购案',
      summary: '汛期抢险',
      bodyIds: ['discipline', 'organization'],
    })
  })

  test.each([
    ['kind', 'other'],
    ['source', '<script>'],
    ['subjects.0.role', 'king'],
    ['subjects.0.id', '../../etc'],
    ['trigger.date', '2026-02-30'],
    ['complexity', 'nonsense'],
    ['commandId', 'short'],
  ])('refuses %s = %s', async (name, value) => {
    expect((await parseForm(request(changed(name, value)), registration)).ok).toBe(false)
  })
})

describe('the form that amends a case', () => {
  test('begins with what stands and gives back the same particulars', async () => {
    const fields = Object.entries(valuesOf(rentRelief)).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    )
    const form = await parseForm(request([...fields, ['commandId', COMMAND], ['reason', '补充']]), amendment)
    expect(form.ok).toBe(true)
    const { commandId: _, reason, ...particulars } = form.ok ? form.data : { commandId: '', reason: '' }
    expect(particulars).toEqual(rentRelief)
    expect(reason).toBe('补充')
  })

  test('asks for a reason', async () => {
    const form = await parseForm(request([...filledIn, ['reason', '']]), amendment)
    expect(form.ok ? {} : form.errors).toHaveProperty('reason')
  })
})
