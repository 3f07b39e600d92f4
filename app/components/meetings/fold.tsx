import { useId, useState, type ReactNode } from 'react'
import classes from './room.module.css'

/** A quiet line that opens to more. What is inside is made at the first opening and survives closing. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId()
  const [wasOpen, setWasOpen] = useState(false)
  return (
    <details
      className={classes.fold}
      onToggle={(event) => {
        if (event.currentTarget.open) setWasOpen(true)
      }}
    >
      <summary id={id}>{title}</summary>
      <div role="group" aria-labelledby={id} className={classes.folded}>
        {wasOpen ? children : null}
      </div>
    </details>
  )
}
