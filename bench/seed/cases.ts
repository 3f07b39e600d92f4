import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { App } from '#server/app.ts'
import { demoCases } from '../../prisma/demo/cases.ts'
import { BODIES, caseId, SECRETARY } from './county.ts'

export const secretary = {
  personId: SECRETARY,
  name: SECRETARY,
  bodyId: 'coordination',
  bodyName: null,
  roles: [{ role: 'secretary' as const, bodyId: 'coordination' }],
}

export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the seed was refused: ${answer.refused}`)
  return answer
}

export async function registerCases(app: App, count: number): Promise<void> {
  const { cases } = app.services
  const [example] = demoCases
  if (!example) throw new Error('no case to copy')
  for (let index = 0; index < count; index++)
    must(
      await cases.register(secretary, caseId(index), {
        particulars: example.particulars,
        bodyIds: [...BODIES],
        applicantIds: [],
      }),
    )
  // The meeting is about the first, which comes to it as a case does: verified, with its report.
  for (const [part, text] of Object.entries(example.texts))
    await app.documents.replaceText(`case/${caseId(0)}/${part}`, text, SECRETARY)
  const course = ['accepted', 'in-verification', 'in-consultation'] as const
  must(
    await cases.execute(secretary, caseId(0), 'bench-handlers', {
      type: 'assign-handlers',
      handlerIds: ['person-0', 'person-3'],
    }),
  )
  for (const to of course)
    must(await cases.execute(secretary, caseId(0), `bench-${to}`, { type: 'move', to, reason: '-' }))
}
