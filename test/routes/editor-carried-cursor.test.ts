import { describe, expect, it } from 'vitest'
import { undo } from '@tiptap/y-tiptap'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'
import { desks, p, schema, two, type Desk } from '../support/editor-desk.ts'

const heading = schema.nodes['heading'] ?? schema.topNodeType
const item = (words: string) => schema.node('listItem', null, [p(words)])

/** What both see in the end. */
function settled(a: Desk, b: Desk): string {
  for (const desk of [a, b, a, b]) desk.arrive()
  expect(a.words).toBe(b.words)
  return b.words
}

describe('a cursor in words that another makes anew', () => {
  it('[D-143] stays behind its letter when the sentence is divided before it, at its end too', () => {
    for (const at of [6, 7]) {
      const [a, b] = two([p('甲乙丙丁戊己'), p('末段')])
      b.cursor(at)
      const shown = b.shown
      a.edit((tr) => tr.split(4))
      expect(b.shown).toBe(shown.replace('甲乙丙', '甲乙丙|'))
      b.edit((tr) => tr.insertText('写'))
      expect(a.words).toBe(shown.replace('甲乙丙', '甲乙丙|').replace('^', '写'))
      expect(b.words).toBe(a.words)
    }
  })

  it('[D-143] stays where it is when the sentence is divided behind it or where it stands', () => {
    const [a, b] = two([p('甲乙丙丁戊己')])
    b.cursor(3)
    a.edit((tr) => tr.split(5))
    expect(b.shown).toBe('甲乙^丙丁|戊己')
    a.edit((tr) => tr.split(3))
    expect(b.shown).toBe('甲乙^|丙丁|戊己')
  })

  it('[D-143] goes along when its paragraph is joined, made a heading, or a point of a list divided', () => {
    const [a, b] = two([p('甲乙'), p('丙丁戊'), schema.node('bulletList', null, [item('己庚辛壬')])])
    b.cursor(7)
    expect(b.shown).toBe('甲乙|丙丁^戊|己庚辛壬')
    a.edit((tr) => tr.setBlockType(5, 5, heading, { level: 2 }))
    expect(b.shown).toBe('甲乙|丙丁^戊|己庚辛壬')
    a.edit((tr) => tr.setBlockType(5, 5, schema.nodes['paragraph'] ?? heading))
    a.edit((tr) => tr.join(4))
    expect(b.shown).toBe('甲乙丙丁^戊|己庚辛壬')
    b.cursor(13)
    expect(b.shown).toBe('甲乙丙丁戊|己庚辛^壬')
    a.edit((tr) => tr.split(11, 2))
    expect(b.shown).toBe('甲乙丙丁戊|己|庚辛^壬')
  })

  it('[D-143] takes along what was typed before the division was known; undone, nothing of it is left', () => {
    const [a, b] = two([p('甲乙丙丁戊己'), p('末段')])
    for (const desk of [a, b]) desk.delay()
    b.cursor(6)
    for (const key of '一二三') b.edit((tr) => tr.insertText(key))
    a.edit((tr) => tr.split(4))
    a.edit((tr) => tr.insertText('前', 6))
    b.arrive()
    expect(b.shown).toBe('甲乙丙|前丁戊一二三^己|末段')
    b.edit((tr) => tr.insertText('四'))
    expect(settled(a, b)).toBe('甲乙丙|前丁戊一二三四己|末段')
    undo(b.state)
    expect(settled(a, b)).toBe('甲乙丙|前丁戊己|末段')
  })

  it('[D-143] what somebody deletes or moves takes nobody else’s letters along', () => {
    const [a, b] = two([p('甲乙丙丁'), p('末段')])
    for (const desk of [a, b]) desk.delay()
    b.cursor(5)
    b.edit((tr) => tr.insertText('写'))
    a.edit((tr) => tr.delete(3, 5))
    a.edit((tr) => tr.insert(0, p('新段')))
    b.arrive()
    expect(b.shown).toBe('新段|甲乙写^|末段')
    expect(settled(a, b)).toBe('新段|甲乙写|末段')
  })

  it('[D-143] what another typed meanwhile is put in its place by him alone', () => {
    const [a, b, c] = desks(3)
    if (!a || !b || !c) throw new Error('three desks')
    a.edit((tr) => tr.replaceWith(0, tr.doc.content.size, [p('甲乙丙丁')]))
    a.delay()
    b.cursor(4)
    b.edit((tr) => tr.insertText('写'))
    c.cursor(5)
    expect(c.shown).toBe('甲乙丙写^丁')
    a.edit((tr) => tr.split(3))
    a.arrive()
    for (const desk of [a, b, c]) expect(desk.words).toBe('甲乙|丙写丁')
  })

  it('[D-143] over a slow line, wherever the one divides: the other’s letters stand in the order in which he typed them', () => {
    const seed = seedOfRun()
    const next = seeded(seed)
    for (let course = 0; course < 200; course += 1) {
      const [a, b] = two([p('起'), p('甲乙丙丁戊己庚辛'), p('止')])
      for (const desk of [a, b]) desk.delay()
      b.cursor(5 + Math.floor(next() * 8))
      const [left = '', right = ''] = b.shown.split('^')
      const divideAfter = Math.floor(next() * 12)
      const typed = [...'一二三四五六七八九十百千']
      for (const [turn, key] of typed.entries()) {
        b.edit((tr) => tr.insertText(key))
        if (next() < 0.4) a.arrive(1 + Math.floor(next() * 3))
        if (turn === divideAfter) {
          const paragraph = a.state.doc.child(1)
          a.edit((tr) => tr.split(4 + Math.floor(next() * (paragraph.content.size - 1))))
        }
        if (next() < 0.3) b.arrive()
      }
      const text = settled(a, b).replaceAll('|', '')
      const said = `SEED=${String(seed)} course ${String(course)}: ${b.words}`
      expect(text, said).toBe(`${left}${typed.join('')}${right}`.replaceAll('|', ''))
    }
  })
})
