import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { ProseView, type RenderRevision } from '#app/components/editor/prose-view.tsx'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import paper from '#app/components/minutes/paper.module.css'
import type { PaperWords } from '#app/http/words-of-paper.ts'
import classes from './writing.module.css'

/** What waits is told apart by its line, as on the page, and by who proposed it and when, for paper has no hover. */
const renderRevision: RenderRevision = ({ type, attrs }, inner) => {
  const Tag = type === 'insertion' ? 'ins' : 'del'
  const [by, at] = [attrs?.['by'], attrs?.['at']]
  return (
    <>
      <Tag className={classes.revision}>{inner}</Tag>
      {typeof by === 'string' && typeof at === 'string' ? (
        <small>
          〔{by} {formatDateTime(at, 'date-time', 'zh-CN')}〕
        </small>
      ) : null}
    </>
  )
}

/** A section of a dossier in the measures of GB/T 9704: title, case, unit and date, text; page numbers by print.css. */
export function SectionOnPaper({ content, words }: { content: ProseNode | string; words: PaperWords }) {
  return (
    <article className={`${paper.paper ?? ''} ${classes.section ?? ''}`} lang="zh-CN">
      <p className={classes.taken}>{words.taken}</p>
      <h1 className={classes.title}>{words.title}</h1>
      <p className={classes.caseLine}>{words.caseLine}</p>
      <p className={classes.unitLine}>
        <span>{words.unit}</span>
        <span>{words.date}</span>
      </p>
      <div className={paper.body}>
        {words.revised === '' ? null : <p className={classes.revised}>{words.revised}</p>}
        <ProseView content={content} headingShift={0} renderRevision={renderRevision} />
      </div>
    </article>
  )
}
