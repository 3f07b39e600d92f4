import type { FactLine } from '#domain/minutes/facts.ts'
import classes from './paper.module.css'

/** A fact of the record as it is told in the minutes; never typed by hand. */
export function FactLines({ lines }: { lines: readonly FactLine[] | null }) {
  return (
    <div className={classes.fact}>
      {(lines ?? []).map(({ label, text }, index) => (
        <p key={index}>
          {label ? <span className={classes.label}>{label}：</span> : null}
          {text}
        </p>
      ))}
    </div>
  )
}
