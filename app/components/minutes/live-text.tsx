import { useTranslation } from 'react-i18next'
import { LazyEditor } from '#app/components/editor/lazy-editor.tsx'
import { UnsentNotice } from '#app/components/editor/unsent-notice.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { SavedState } from '#app/components/ui/saved-state.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import { LiveFact } from './live-fact.tsx'
import { MissingFacts } from './missing-facts.tsx'
import { useMinutes } from './minutes-context.tsx'
import { useFactReading } from './use-fact-reading.tsx'

const nodeViews = { recordFact: LiveFact }

/** The text while it is written or reviewed: shared, with facts that nobody can type into. */
export default function LiveText() {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  const text = useLiveDocument(`minutes/${state.id}/text`)
  const renderFact = useFactReading()
  return (
    <>
      {view.access === 'write' ? <SavedState saved={text.saved} /> : null}
      {text.unsentText === null ? <RefusalAlert refusal={text.refusal} /> : null}
      <UnsentNotice live={text} />
      <LazyEditor
        live={text.mode === null ? null : text}
        initialContent={view.currentContent}
        renderFact={renderFact}
        label={t('minutes:text.label')}
        nodeViews={nodeViews}
        notice={MissingFacts}
      />
    </>
  )
}
