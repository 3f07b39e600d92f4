import { useTranslation } from 'react-i18next'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import type { MinutesState } from '#domain/minutes/types.ts'
import classes from './paper.module.css'
import { FactLines } from './fact-lines.tsx'
import { linesOf } from '#domain/minutes/facts.ts'

interface PaperProps {
  readonly state: MinutesState
  readonly content: string
  readonly issuer: string
}

/** Minutes in the layout of GB/T 9704 10.3: mark, number, organ and date, red line, text, imprint. Always Chinese. */
export function Paper({ state, content, issuer }: PaperProps) {
  const { i18n } = useTranslation()
  const zh = i18n.getFixedT('zh-CN', 'minutes')
  const date = state.issuedAt ? formatDateTime(state.issuedAt, 'date', 'zh-CN') : ''
  return (
    <article className={classes.paper} lang="zh-CN">
      <p className={classes.mark}>{zh('minutes:paper.mark')}</p>
      <p className={classes.number}>{state.number ?? zh('minutes:paper.unnumbered')}</p>
      <p className={classes.line}>
        <span>{issuer}</span>
        <span>{date}</span>
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
          <span>{zh('minutes:paper.printed', { date })}</span>
        </div>
      ) : null}
      {state.frozen ? (
        <p className={classes.proof}>{zh('minutes:paper.hash', { hash: state.frozen.hash })}</p>
      ) : null}
    </article>
  )
}
