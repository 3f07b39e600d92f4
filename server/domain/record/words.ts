import { z } from 'zod'
import { seen } from './seen.ts'

/**
 * One line that names something or somebody: a person, body, case, meeting, place. It stands in rolls, minutes and
 * sentences, so what is not seen in it is taken out where it comes in (P-23).
 */
export const name = () => z.string().overwrite(seen).trim()
