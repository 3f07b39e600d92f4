import { describe, expect, it } from 'vitest'
import { STAGES } from '#domain/cases/types.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { isFinal, transitionBetween, waysOnward } from '#domain/procedures/template.ts'

const { stages, transitions, initial } = canonicalProcedure

describe('the canonical procedure', () => {
  it('[C-03] names every stage once, reaches each from the first, and each way once', () => {
    expect(stages.map(({ stage }) => stage)).toEqual([...STAGES])
    const reached = new Set([initial])
    for (const _ of stages) for (const way of transitions) if (reached.has(way.from)) reached.add(way.to)
    expect([...reached].sort()).toEqual([...STAGES].sort())
    const named = transitions.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(named).size).toBe(named.length)
    expect(transitions.every((way) => way.by.length > 0)).toBe(true)
  })

  it('[C-04] asks for a reason whenever a case goes aside or back', () => {
    const asking = transitions.filter((way) => way.reasonRequired).map(({ to }) => to)
    expect(new Set(asking)).toEqual(new Set(['returned', 'shelved', 'to-hearing']))
    expect(transitions.filter(({ to }) => to === 'returned').every((way) => way.reasonRequired)).toBe(true)
  })

  it('[C-06] only issued minutes lead to the decision, and nothing leads on from it', () => {
    expect(transitions.filter(({ to }) => to === 'decided').map(({ by }) => by)).toEqual([['minutes']])
    expect(transitions.filter(({ from }) => from === 'decided')).toEqual([])
    expect(STAGES.filter((stage) => isFinal(canonicalProcedure, stage))).toEqual(['decided'])
  })

  it('[C-07] asks for two handlers on every way into verification and consultation', () => {
    const into = transitions.filter(({ to }) => to === 'in-verification' || to === 'in-consultation')
    expect(into.every((way) => way.needs.includes('two-handlers'))).toBe(true)
  })

  it('[C-32] offers each mover his own ways', () => {
    const to = (movers: Parameters<typeof waysOnward>[2]) =>
      waysOnward(canonicalProcedure, 'in-consultation', movers).map((way) => way.to)
    expect(to(['secretary'])).toEqual(['shelved', 'to-hearing', 'returned'])
    expect(to(['handler'])).toEqual([])
    expect(to(['minutes'])).toContain('decided')
    expect(transitionBetween(canonicalProcedure, 'submitted', 'decided')).toBeNull()
  })
})
