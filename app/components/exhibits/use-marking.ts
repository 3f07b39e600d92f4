import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Zone } from '#domain/hearings/types.ts'
import { spotOf, type Spot, type Turn } from './sheet.tsx'
import { MIDDLE, spotByKey, zoneBetween, zoneByKey } from './zones.ts'

interface Presenting {
  readonly turn: Turn
  /** Absent: one only looks. */
  readonly onZone?: ((zone: Zone) => void) | undefined
  readonly onPoint?: ((spot: Spot | null) => void) | undefined
}

/** What a presenter does on the sheet: pointing, and marking a zone by mouse, finger or keys. */
export function useMarking({ turn, onZone, onPoint }: Presenting) {
  const [draft, setDraft] = useState<Zone | null>(null)
  const [pointer, setPointer] = useState<Spot | null>(null)
  const corner = useRef<Spot | null>(null)

  const point = (spot: Spot | null) => {
    setPointer(spot)
    onPoint?.(spot)
  }
  const show = () => {
    if (draft) onZone?.(draft)
    setDraft(null)
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!draft) {
      if (onPoint) point(spotOf(event, turn))
      return
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    corner.current = spotOf(event, turn)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const spot = spotOf(event, turn)
    if (corner.current) setDraft((before) => (corner.current && zoneBetween(corner.current, spot)) ?? before)
    // A finger that moves scrolls.
    else if (!draft && onPoint && event.pointerType !== 'touch') point(spot)
  }
  const onPointerUp = () => {
    corner.current = null
  }
  const onPointerLeave = (event: PointerEvent<HTMLElement>) => {
    // What a finger or the keys pointed at stays.
    if (event.pointerType === 'mouse' && pointer) point(null)
  }

  /** True: the key was for the sheet. */
  const takeKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (draft) {
      const moved = zoneByKey(draft, key, shiftKey)
      if (moved) setDraft(moved)
      else if (key === 'Enter') show()
      else if (key === 'Escape') setDraft(null)
      else return false
      return true
    }
    if (!onPoint) return false
    const moved = spotByKey(pointer, key)
    if (moved) point(moved)
    else if (key === 'Escape' && pointer) point(null)
    else return false
    return true
  }

  return {
    draft,
    pointer,
    takeKey,
    show,
    begin: () => setDraft(MIDDLE),
    drop: () => setDraft(null),
    listeners: onZone || onPoint ? { onPointerDown, onPointerMove, onPointerUp, onPointerLeave } : {},
  }
}
