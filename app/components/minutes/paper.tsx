import { ProseView } from '#app/components/editor/prose-view.tsx'
import type { MinutesState } from '#domain/minutes/types.ts'
import classes from './paper.module.css'
import { FactLines } from './fact-lines.tsx'
import { linesOf } from '#domain/minutes/facts.ts'

/** What the layout itself says, in Chinese; the browser may have loaded English alone. */
export interface PaperWords {
  readonly mark: string
  readonly number: string
  readonly date: string
  readonly printed: string
  readonly proof: string
}

interface PaperProps {
  readonly state: MinutesState
  readonly words: PaperWords
  readonly content: string
  readonly issuer: string
}

/** Minutes in the layout of GB/T 9704 10.3: mark, number, organ and date, red line, text, imprint. Always Chinese. */
export function Paper({ state, words, content, issuer }: PaperProps) {
  return (
    <article className={classes.paper} lang="zh-CN">
      <p className={classes.mark}>{words.mark}</p>
      <p className={classes.number}>{words.number}</p>
      <p className={classes.line}>
        <span>{issuer}</span>
        <span>{words.date}</span>
      </p>
      <div className={classes.body}>
        <ProseView
          content={content}
          headingShift={0}
          renderFact={(attrs) => <FactLines lines={linesOf({ type: 'recordFact', attrs })} />}
        />
      </div>
      {state.issuedAt ? (
        <div className={classes.imprint}>
          <span>{issuer}</span>
          <span>{words.printed}</span>
        </div>
      ) : null}
      {state.frozen ? <p className={classes.proof}>{words.proof}</p> : null}
    </article>
  )
}
