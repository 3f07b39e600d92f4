import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftMinutes } from '#domain/minutes/draft.ts'
import { factsToPutBack } from '#domain/minutes/missing-facts.ts'
import { paragraph, type ProseNode } from '#domain/minutes/prose.ts'
import { refusalOfFacts } from '#domain/minutes/required-facts.ts'
import { closedMeeting } from '../support/minutes-world.ts'

const meeting = closedMeeting()
const draft = draftMinutes(meeting)
const blocks = draft.content ?? []
const isFact = ({ type }: ProseNode) => type === 'recordFact'
const isRequired = (block: ProseNode) => isFact(block) && block.attrs?.['kind'] !== 'agenda'
const doc = (content: readonly ProseNode[]): ProseNode => ({ type: 'doc', content })

/** As the editor does it: in order, each place counted in the text as it was. */
function putBack(content: readonly ProseNode[]): readonly ProseNode[] {
  const back = factsToPutBack(doc(content), meeting)
  const at = (place: number) => back.filter(({ after }) => after === place).map(({ fact }) => fact)
  return [...at(0), ...content.flatMap((block, index) => [block, ...at(index + 1)])]
}

describe('what is missing from the record comes back', () => {
  it('[N-18] whichever facts are gone, where they stood, and nothing where none is', () => {
    expect(putBack(blocks)).toEqual(blocks)
    fc.assert(
      fc.property(fc.subarray(blocks.filter(isRequired)), (gone) => {
        const left = blocks.filter((block) => !gone.includes(block))
        expect(putBack(left)).toEqual(blocks)
      }),
    )
  })

  it('[N-18] whatever else was written, moved or deleted stays as it is, and the text may go to review', () => {
    const words = fc.string({ minLength: 1, maxLength: 5 }).map(paragraph)
    fc.assert(
      fc.property(fc.shuffledSubarray([...blocks]), fc.array(words), (some, typed) => {
        const text = [...some, ...typed]
        const whole = putBack(text)
        expect(whole.filter((block) => text.includes(block))).toEqual(text)
        expect(refusalOfFacts(doc(whole), meeting)).toBeNull()
        expect(putBack(whole)).toEqual(whole)
      }),
    )
  })

  it('[N-18] a fact inside a quotation or a list is there', () => {
    const quoted = blocks.map((block) => (isFact(block) ? { type: 'blockquote', content: [block] } : block))
    expect(putBack(quoted)).toEqual(quoted)
    expect(putBack([])).toEqual(blocks.filter(isRequired))
  })
})
