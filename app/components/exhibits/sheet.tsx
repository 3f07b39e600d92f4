import type { CSSProperties, PointerEvent, ReactNode } from 'react'
import type { Zone } from '#domain/hearings/types.ts'
import classes from './exhibit.module.css'

export interface Size {
  readonly width: number
  readonly height: number
}

/** In thousandths of the page's width and height, whichever way it is turned. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Quarters of a turn, clockwise. */
export type Turn = 0 | 1 | 2 | 3

const thousandth = (part: number) => Math.min(1000, Math.max(0, Math.round(part * 1000)))

/** Where on the page an event happened that was measured on the turned sheet. */
export function spotOf(event: PointerEvent<HTMLElement>, turn: Turn): Spot {
  const box = event.currentTarget.getBoundingClientRect()
  const across = (event.clientX - box.left) / box.width
  const down = (event.clientY - box.top) / box.height
  const [x, y] = (
    [
      [across, down],
      [down, 1 - across],
      [1 - across, 1 - down],
      [1 - down, across],
    ] as const
  )[turn]
  return { x: thousandth(x), y: thousandth(y) }
}

const inPercent = ({ x, y, width, height }: Zone): CSSProperties => ({
  left: `${x / 10}%`,
  top: `${y / 10}%`,
  width: `${width / 10}%`,
  height: `${height / 10}%`,
})

export interface NumberedZone {
  readonly number: number
  readonly zone: Zone
}

interface SheetProps {
  /** Of the page, in whatever unit; null until it is known. */
  readonly size: Size | null
  readonly turn: Turn
  readonly zone: Zone | null
  /** With their numbers, beside the one that is pointed at. */
  readonly marks?: readonly NumberedZone[]
  /** Being marked, not shown to anybody yet. */
  readonly draft: Zone | null
  readonly pointer: Spot | null
  readonly style?: CSSProperties
  readonly children: ReactNode
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove?: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp?: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave?: (event: PointerEvent<HTMLElement>) => void
}

/** A page or picture with what is drawn on it: all turn together. */
export function Sheet({
  size,
  turn,
  zone,
  marks = [],
  draft,
  pointer,
  style,
  children,
  ...listeners
}: SheetProps) {
  const { width, height } = size ?? { width: 3, height: 4 }
  const ratio = turn % 2 === 0 ? width / height : height / width
  return (
    <div
      className={classes.sheet}
      style={{ aspectRatio: String(ratio), ...style }}
      data-marking={draft !== null}
      {...listeners}
    >
      <div className={classes.turned} data-turn={turn}>
        {children}
        <div className={classes.over} aria-hidden="true">
          {marks.map((mark) => (
            <div key={mark.number} className={classes.mark} style={inPercent(mark.zone)} data-testid="mark">
              <span>{mark.number}</span>
            </div>
          ))}
          {zone ? <div className={classes.zone} style={inPercent(zone)} data-testid="zone" /> : null}
          {draft ? <div className={classes.draft} style={inPercent(draft)} /> : null}
          {pointer ? (
            <div
              className={classes.pointer}
              style={{ left: `${pointer.x / 10}%`, top: `${pointer.y / 10}%` }}
              data-testid="pointer"
            />
          ) : null}
        </div>
      </div>
    </div>
  )
}
