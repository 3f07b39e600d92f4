import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { i18nOptions } from '#app/i18n/options.ts'
import { particulars } from '#domain/cases/commands.ts'
import { convocation, meetingCommand } from '#domain/meetings/commands.ts'
import { newBody, newPerson } from '#domain/people/account.ts'
import { seen } from '#domain/record/seen.ts'
import { name } from '#domain/record/words.ts'

const UNSEEN = [
  ...'\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\u0007',
]

it.each(UNSEEN)('[P-23] of %j nothing is left in a name', (sign) => {
  expect(seen(`张${sign}三`)).toBe('张三')
})

it('[P-23] what is seen stays: other scripts, emoji that are joined, spaces; a NUL is the record’s to refuse', () => {
  for (const text of ['שלום', 'می\u200cخواهم', '👩‍👩‍👧‍👦', '🏳️‍🌈', 'Anna Maria', '𠮷', 'a\0b'])
    expect(seen(text)).toBe(text)
  expect(seen('甲\t乙\n丙')).toBe('甲 乙 丙')
})

it('[P-23] a name of nothing that is seen is none, and the length is that of what is seen', () => {
  expect(name().min(1).safeParse('\u200b\u202e').success).toBe(false)
  expect(name().max(2).parse('\u200e张\u200e三\u200e')).toBe('张三')
})

it('[P-23] persons, bodies, cases, subjects, meetings, places and questions are named so', () => {
  const odd = '\u202e李四\u2069'
  expect(newPerson.shape.name.parse(odd)).toBe('李四')
  expect(newPerson.shape.office.parse(odd)).toBe('李四')
  expect(newBody.shape.name.parse(odd)).toBe('李四')
  expect(newBody.shape.shortName.parse(odd)).toBe('李四')
  expect(particulars.shape.title.parse(odd)).toBe('李四')
  expect(particulars.shape.subjects.element.shape.name.parse(odd)).toBe('李四')
  expect(convocation.shape.title.parse(odd)).toBe('李四')
  expect(convocation.shape.place.parse(odd)).toBe('李四')
  const put = { type: 'put-question', subjectId: 's', question: odd, options: ['EXEMPT'], method: 'named' }
  expect(meetingCommand.parse(put)).toMatchObject({ question: '李四' })
})

it('[P-23] what people wrote stands in a sentence without turning its other words around', async () => {
  const i18n = createInstance()
  await i18n.init({
    ...i18nOptions,
    lng: 'en',
    resources: { en: { common: { said: '{{who}} said: {{what}}' } } },
  })
  const say = (what: string) => i18n.t('common:said', { who: '张三', what })
  expect(say('a <b> & "c"')).toBe('张三 said: a <b> & "c"')
  expect(say('\u202eabc')).toBe('张三 said: \u2068\u202eabc\u2069')
  expect(say('\u2069\u202eabc')).toBe('张三 said: \u2068\u202eabc\u2069')
})
