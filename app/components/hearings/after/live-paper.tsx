import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { LazyEditor } from '#app/components/editor/lazy-editor.tsx'
import { UnsentNotice } from '#app/components/editor/unsent-notice.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { SavedState } from '#app/components/ui/saved-state.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import { usePaper } from './paper-context.tsx'
import { usePaperFacts } from './use-paper-facts.tsx'

/** A fact inside the editor: told from the record at every change of it, never typed into. */
function LivePaperFact({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('hearingsAfter')
  const read = usePaperFacts()
  return (
    <NodeViewWrapper contentEditable={false} role="group" aria-label={t('hearingsAfter:fact.label')}>
      {read({ kind: node.attrs['kind'], ref: node.attrs['ref'] })}
    </NodeViewWrapper>
  )
}

const nodeViews = { recordFact: LivePaperFact }

/** The text while it is written: the writer's, and under the eyes of who may read it. */
export default function LivePaper() {
  const { t } = useTranslation('hearingsAfter')
  const { paper } = usePaper()
  const text = useLiveDocument(`hearing/${paper.head.id}/${paper.part}`)
  const readFact = usePaperFacts()
  return (
    <>
      {text.mode === 'write' ? <SavedState saved={text.saved} /> : null}
      {text.unsentText === null ? <RefusalAlert refusal={text.refusal} /> : null}
      <UnsentNotice live={text} />
      <LazyEditor
        live={text.mode === null ? null : text}
        initialContent={paper.content}
        renderFact={readFact}
        label={t(`hearingsAfter:${paper.part}.label`)}
        nodeViews={nodeViews}
      />
    </>
  )
}
