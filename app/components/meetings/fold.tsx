import { useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import classes from './room.module.css'

/** Whether a fold was ever open: what is inside is made at the first opening and survives closing. */
export function useOnceOpen(): readonly [boolean, (event: SyntheticEvent<HTMLDetailsElement>) => void] {
  const [wasOpen, setWasOpen] = useState(false)
  return [
    wasOpen,
    (event) => {
      if (event.currentTarget.open) setWasOpen(true)
    },
  ]
}

/** A quiet line that opens to more. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId()
  const [wasOpen, onToggle] = useOnceOpen()
  return (
    <details className={classes.fold} onToggle={onToggle}>
      <summary id={id}>{title}</summary>
      <div role="group" aria-labelledby={id} className={classes.folded}>
        {wasOpen ? children : null}
      </div>
    </details>
  )
}
