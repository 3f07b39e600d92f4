import { isNoticeHeading } from '#domain/hearings/notice-text.ts'
import paper from '#app/components/minutes/paper.module.css'
import classes from './notice-paper.module.css'

interface NoticePaperProps {
  readonly text: string
  readonly issuer: string
  /** In Chinese; the browser may have loaded English alone. */
  readonly words: { readonly mark: string; readonly date: string; readonly short: string | null }
}

/** A notice in the layout of official papers: organ, red line, title, text, organ and date. Always Chinese. */
export function NoticePaper({ text, issuer, words }: NoticePaperProps) {
  const [to = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  return (
    <article className={`${paper.paper ?? ''} ${classes.paper ?? ''}`} lang="zh-CN">
      <p className={classes.organ}>{issuer}</p>
      <h1 className={classes.title}>{words.mark}</h1>
      {words.short ? <p className={classes.short}>{words.short}</p> : null}
      <p className={classes.to}>{to}</p>
      {lines.map((line, index) =>
        isNoticeHeading(line) ? (
          <h2 key={index} className={classes.heading}>
            {line}
          </h2>
        ) : (
          <p key={index} className={classes.line}>
            {line}
          </p>
        ),
      )}
      <p className={classes.signed}>
        {issuer}
        <br />
        {words.date}
      </p>
    </article>
  )
}
