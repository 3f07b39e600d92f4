import { Box, Text as Words, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { useInBrowser } from '#app/components/ui/use-in-browser.ts'
import { useMinutes } from './minutes-context.tsx'
import { useFactReading } from './use-fact-reading.tsx'

// The editor is large: who reads issued minutes does not load it.
const LiveText = lazy(() => import('./live-text.tsx'))

/** The minutes' text: live while it is written, the frozen words from countersigning on. */
export function Text() {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  const renderFact = useFactReading()
  const inBrowser = useInBrowser()
  const live = state.step === 'draft' || state.step === 'in-review'
  const reading = (
    <Box p="lg" style={{ background: 'var(--sheet)', border: '1px solid var(--line)' }} lang="zh-CN">
      <ProseView content={view.frozenContent ?? view.currentContent} renderFact={renderFact} />
    </Box>
  )
  return (
    <section aria-labelledby="minutes-text">
      <Title order={2} size="h4" id="minutes-text" mb="xs">
        {t('minutes:text.title')}
      </Title>
      <Words size="sm" c="dimmed" mb="sm">
        {t(live ? 'minutes:text.factsHint' : 'minutes:text.frozenHint')}
      </Words>
      {live && inBrowser ? (
        <Suspense fallback={reading}>
          <LiveText />
        </Suspense>
      ) : (
        reading
      )}
    </section>
  )
}
