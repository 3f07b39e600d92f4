import { lazy, Suspense } from 'react'
import { useInBrowser } from '#app/components/ui/use-in-browser.ts'
import { ProseView, type ProseViewProps } from './prose-view.tsx'
import type { DocumentEditorProps } from './document-editor.tsx'
import classes from './editor.module.css'

const DocumentEditor = lazy(() => import('./document-editor.tsx'))
const CaseEditor = lazy(() => import('#app/components/blocks/case-editor.tsx'))

interface LazyEditorProps extends Omit<DocumentEditorProps, 'live'> {
  /** Null until the live document is open. */
  readonly live: DocumentEditorProps['live'] | null
  /** The text as the server had it when the page was made: read at once, and without scripts. */
  readonly initialContent: string | null
  /** A text of a case, into which the blocks of this work can be put. */
  readonly ofCase?: boolean
  /** How facts are read before the editor runs. */
  readonly renderFact?: ProseViewProps['renderFact']
}

/** The editor where it can run; until then the same words, so that nothing jumps and nobody waits to read. */
export function LazyEditor({ live, initialContent, renderFact, ofCase = false, ...rest }: LazyEditorProps) {
  const inBrowser = useInBrowser()
  const reading = (
    <div className={rest.look === 'field' ? classes.field : classes.sheet}>
      <div className={classes.waiting} role="document" aria-label={rest.label} aria-busy="true">
        <ProseView content={initialContent} {...(renderFact ? { renderFact } : {})} />
      </div>
    </div>
  )
  if (!inBrowser || !live) return reading
  const Editor = ofCase ? CaseEditor : DocumentEditor
  return (
    <Suspense fallback={reading}>
      <Editor live={live} {...rest} />
    </Suspense>
  )
}
