import { describe, expect, it } from 'vitest'
import { caseEntryVisible } from '#domain/cases/may.ts'
import { CASE_KINDS } from '#domain/cases/types.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { decideTemplate, evolveTemplate, initialTemplate, inForce } from '#domain/templates/decide.ts'
import type { TemplateHappening } from '#domain/templates/decide.ts'
import { releaseTemplate } from '#domain/templates/release.ts'
import {
  TEMPLATE_LIMIT,
  TEMPLATE_PARTS,
  templateKey,
  templateOfPart,
  type TemplateState,
} from '#domain/templates/types.ts'
import { documentExtensions } from '#protocol/text-schema.ts'
import { getSchema } from '@tiptap/core'
import { caseFile, people, type Who } from '../support/case-world.ts'

const words = (text: string, over = {}) =>
  ({
    type: 'put-in-force',
    content: text,
    hash: `hash of ${text}`,
    reason: '理由',
    from: null,
    ...over,
  }) as const

/** What becomes of a template, and what each attempt was answered. */
function played(...attempts: readonly (readonly [Who, ReturnType<typeof words>])[]) {
  let state: TemplateState = initialTemplate()
  const answers = attempts.map(([who, order]) => {
    const context = caseFile().context(people[who])
    const decided = decideTemplate(state, order, context)
    if (isRefusal(decided)) return decided.refused
    for (const happening of decided) {
      const at = context.now.toISOString()
      const entry = { ...happening, seq: state.seq + 1, at, actorId: people[who].personId }
      state = evolveTemplate(state, entry as Recorded<TemplateHappening>)
    }
    return decided.length
  })
  return { answers, state }
}

describe('a template', () => {
  it('[D-120] is put in force by the secretary alone', () => {
    const others = (Object.keys(people) as Who[]).filter((who) => who !== 'secretary')
    const { answers, state } = played(...others.map((who) => [who, words('甲')] as const))
    expect(answers).toEqual(others.map(() => 'access/denied'))
    expect(inForce(state)).toBeNull()
  })

  it('[D-121] [D-122] counts its versions, keeps all of them, and takes no words twice in a row', () => {
    const { answers, state } = played(
      ['secretary', words('甲')],
      ['secretary', words('甲')],
      ['secretary', words('乙')],
      ['secretary', words('甲', { from: 1 })],
    )
    expect(answers).toEqual([1, 'template/unchanged', 1, 1])
    expect(state.versions.map(({ number, content, from, by }) => [number, content, from, by])).toEqual([
      [1, '甲', null, 'secretary'],
      [2, '乙', null, 'secretary'],
      [3, '甲', 1, 'secretary'],
    ])
    expect(inForce(state)?.number).toBe(3)
  })

  it('[D-121] has no more words than an entry of the record can hold', () => {
    const { answers } = played(
      ['secretary', words('甲'.repeat(TEMPLATE_LIMIT + 1))],
      ['secretary', words('甲'.repeat(TEMPLATE_LIMIT))],
    )
    expect(answers).toEqual(['input/too-large', 1])
  })

  it('[D-125] has words from the release for every document of every kind of case, in the schema of all texts', () => {
    const schema = getSchema([...documentExtensions])
    for (const kind of CASE_KINDS)
      for (const part of TEMPLATE_PARTS) {
        const node = schema.nodeFromJSON(releaseTemplate({ kind, part }))
        node.check()
        expect([kind, part, node.textContent.length > 20]).toEqual([kind, part, true])
      }
  })

  it.each([
    ['facts', 'facts'],
    ['opinion-discipline', 'opinion'],
    ['symposium-1', null],
    ['opinion', null],
  ])('[D-124] of the document %s is %s', (part, template) => {
    expect(templateOfPart(part)).toBe(template)
  })

  it('[D-120] is known by a kind of case and a kind of document', () => {
    expect(templateKey('tolerance', 'facts')).toEqual({ kind: 'tolerance', part: 'facts' })
    for (const [kind, part] of [
      ['tolerance', 'symposium'],
      ['constructor', 'facts'],
      [undefined, 'facts'],
    ])
      expect(templateKey(kind, part)).toBeNull()
  })
})

describe('a case', () => {
  const templates = {
    facts: { kind: 'tolerance', number: 3, hash: 'three' },
    'applicant-statement': { kind: 'tolerance', number: 1, hash: 'one' },
  }

  it('[D-124] says in its record with which templates it began, and nothing where none was in force', () => {
    const taken = caseFile({ templates }).registered()
    expect(taken.entries.map(({ type }) => type)).toEqual(['case/registered', 'case/templates-taken'])
    expect(taken.state.templates).toEqual(templates)
    expect(caseFile({ templates: {} }).registered().entries).toHaveLength(1)
  })

  it('[D-128] tells an applicant of the template of his statement alone, and not of the entry', () => {
    const { state, entries } = caseFile({ templates }).registered()
    const view = caseViewFor(people.applicant, state, { recused: false })
    if (isRefusal(view)) throw new Error(view.refused)
    expect(Object.keys(view.templates)).toEqual(['applicant-statement'])
    const seen = (who: Who) => entries.filter((entry) => caseEntryVisible(people[who], state, entry)).length
    expect([seen('applicant'), seen('secretary'), seen('organization')]).toEqual([1, 2, 2])
  })
})
