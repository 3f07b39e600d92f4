import { Box, Text as Words, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LazyEditor } from '#app/components/editor/lazy-editor.tsx'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { SavedState } from '#app/components/ui/saved-state.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import { FactLines } from './fact-lines.tsx'
import { LiveFact } from './live-fact.tsx'
import { linesOf } from '#domain/minutes/facts.ts'
import { useMinutes } from './minutes-context.tsx'

const nodeViews = { recordFact: LiveFact }

/** The minutes' text: live while it is written, the frozen words from countersigning on. */
export function Text() {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  const live = state.step === 'draft' || state.step === 'in-review'
  return (
    <section aria-labelledby="minutes-text">
      <Title order={2} size="h4" id="minutes-text" mb="xs">
        {t('minutes:text.title')}
      </Title>
      <Words size="sm" c="dimmed" mb="sm">
        {t(live ? 'minutes:text.factsHint' : 'minutes:text.frozenHint')}
      </Words>
      {live ? (
        <Live />
      ) : (
        <Box p="lg" style={{ background: 'var(--sheet)', border: '1px solid var(--line)' }} lang="zh-CN">
          <ProseView
            content={view.frozenContent}
            renderFact={(attrs) => <FactLines lines={linesOf({ type: 'recordFact', attrs })} />}
          />
        </Box>
      )}
    </section>
  )
}

function Live() {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  const text = useLiveDocument(`minutes/${state.id}/text`)
  const { saved, refusal } = text
  return (
    <>
      {view.access === 'write' ? <SavedState saved={saved} /> : null}
      <RefusalAlert refusal={refusal} />
      <LazyEditor live={text.mode === null ? null : text} initialContent={view.currentContent} label={t('minutes:text.label')} nodeViews={nodeViews} />
    </>
  )
}
