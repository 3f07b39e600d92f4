import { revisionOf } from '#domain/remarks/revision.ts'
import type { Anchor, Suggestion } from '#domain/remarks/types.ts'
import classes from './revisions.module.css'

/** Letters on either side, enough to know the place. */
const AROUND = 8

interface SuggestedWordsProps {
  readonly suggestion: Suggestion
  readonly anchor: Anchor | null
}

/** A suggestion beside the text: what goes and what comes among the letters around it, and that a paragraph is divided. */
export function SuggestedWords({ suggestion, anchor }: SuggestedWordsProps) {
  const { start, removed, added } = revisionOf(suggestion)
  const before = (anchor?.before ?? '') + suggestion.before.slice(0, start)
  const after = suggestion.before.slice(start + removed.length) + (anchor?.after ?? '')
  return (
    <p className={classes.words}>
      {[...before].slice(-AROUND).join('')}
      {removed === '' ? null : <del className={classes.removed}>{removed}</del>}
      {added === '' ? null : <ins className={classes.added}>{added.replaceAll('\n', '↵\n')}</ins>}
      {[...after].slice(0, AROUND).join('')}
    </p>
  )
}
