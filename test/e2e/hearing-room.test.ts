import { expect, it } from 'vitest'
import { HearingStage } from '../support/hearing-stage.ts'
import { before } from './hearing/before.ts'
import { closing } from './hearing/closing.ts'
import { decision } from './hearing/decision.ts'
import { papers } from './hearing/papers.ts'
import { room } from './hearing/room.ts'

/** The demo's hearing from the notice to the decision that departs from it; each part goes on where the one before ended. */
const stage = new HearingStage()
before(stage)
room(stage)
closing(stage)
papers(stage)
decision(stage)

it('nothing went wrong on the server', () => {
  expect(stage.server.errors()).toEqual([])
})
