import { ballots } from './story/ballots.ts'
import { dossier } from './story/dossier.ts'
import { minutes } from './story/minutes.ts'
import { opening } from './story/opening.ts'
import { secondItem } from './story/second-item.ts'
import { Stage } from '../support/story-stage.ts'

/** The main job of the product, minute by minute, in browsers on the built product; each part goes on where the one before ended. */
const stage = new Stage()
dossier(stage)
opening(stage)
ballots(stage)
secondItem(stage)
minutes(stage)
