import type { Zone } from '#domain/hearings/types.ts'
import type { Spot } from './sheet.tsx'

/** Where marking by keys begins: the middle of the page. */
export const MIDDLE: Zone = { x: 250, y: 250, width: 500, height: 500 }
/** Thousandths by one press of an arrow key. */
const STEP = 20
/** Smaller is a slip of the hand. */
const LEAST = 10

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** The frame between two corners; null where it is too small to be meant. */
export function zoneBetween(one: Spot, other: Spot): Zone | null {
  const width = Math.abs(one.x - other.x)
  const height = Math.abs(one.y - other.y)
  if (width < LEAST || height < LEAST) return null
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width, height }
}

/** A frame moved by an arrow key, with `sizes` made larger or smaller; null: no arrow key. */
export function zoneByKey(zone: Zone, key: string, sizes: boolean): Zone | null {
  const by = ARROWS[key]
  if (!by) return null
  const [across, down] = by
  if (sizes)
    return {
      ...zone,
      width: within(zone.width + across, LEAST, 1000 - zone.x),
      height: within(zone.height + down, LEAST, 1000 - zone.y),
    }
  return {
    ...zone,
    x: within(zone.x + across, 0, 1000 - zone.width),
    y: within(zone.y + down, 0, 1000 - zone.height),
  }
}

/** A pointer moved by an arrow key, from the middle where it was nowhere; null: no arrow key. */
export function spotByKey(spot: Spot | null, key: string): Spot | null {
  const by = ARROWS[key]
  if (!by) return null
  const { x, y } = spot ?? { x: 500, y: 500 }
  return { x: within(x + by[0], 0, 1000), y: within(y + by[1], 0, 1000) }
}
