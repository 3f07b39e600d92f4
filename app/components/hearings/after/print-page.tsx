import { Button, Group } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { FactLines } from '#app/components/minutes/fact-lines.tsx'
import classes from '#app/components/minutes/paper.module.css'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { linesOf } from '#domain/minutes/facts.ts'
import sheet from './print-page.module.css'
import type { PrintedPaper } from './printed-paper.ts'

/** Transcript or report on A4, in the type area and face of official papers (F-70 … F-76). */
export function PrintPage({ printed }: { printed: PrintedPaper }) {
  const { t } = useTranslation(['hearingsAfter', 'common'])
  return (
    <main>
      <Group className="no-print" p="md" justify="center">
        <Button component={Link} to={printed.back} variant="default">
          {t('common:back')}
        </Button>
        {printed.content ? <Button onClick={() => window.print()}>{t('common:print')}</Button> : null}
      </Group>
      {printed.content ? (
        <Sheet printed={printed} content={printed.content} />
      ) : (
        <EmptyState title={t('hearingsAfter:paper.notYet')}>{t('hearingsAfter:paper.notYetHint')}</EmptyState>
      )}
    </main>
  )
}

function Sheet({ printed, content }: { printed: PrintedPaper; content: string }) {
  const { organ, signatures, acting, corrections, headings, proof } = printed
  return (
    <article className={classes.paper} lang="zh-CN">
      <p className={sheet.organ}>{organ}</p>
      <div className={classes.body}>
        <ProseView
          content={content}
          headingShift={0}
          renderFact={(attrs) => <FactLines lines={linesOf({ type: 'recordFact', attrs })} />}
        />
      </div>
      {corrections.length > 0 ? (
        <section className={sheet.after}>
          <h2>{headings.corrections}</h2>
          {corrections.map(({ who, text }) => (
            <p key={`${who} ${text}`}>
              {who}：{text}
            </p>
          ))}
        </section>
      ) : null}
      {signatures.length > 0 ? (
        <section className={sheet.after}>
          <h2>{headings.signatures}</h2>
          <dl className={sheet.signatures}>
            {signatures.map(({ who, what, drawn }) => (
              <div key={who}>
                <dt>{who}</dt>
                <dd>
                  {what}
                  {drawn ? <img src={drawn} alt="" className={sheet.drawn} /> : null}
                </dd>
              </div>
            ))}
          </dl>
          {acting.map((told) => (
            <p key={told}>{told}</p>
          ))}
        </section>
      ) : null}
      <p className={classes.proof}>{proof}</p>
    </article>
  )
}
