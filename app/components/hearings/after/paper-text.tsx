import { Box, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { useInBrowser } from '#app/components/ui/use-in-browser.ts'
import { usePaper } from './paper-context.tsx'
import { usePaperFacts } from './use-paper-facts.tsx'

// The editor is large: who reads a frozen text does not load it.
const LivePaper = lazy(() => import('./live-paper.tsx'))

/** The text: live while it is written, the frozen words afterwards. */
export function PaperText() {
  const { t } = useTranslation('hearingsAfter')
  const { paper } = usePaper()
  const readFact = usePaperFacts()
  const inBrowser = useInBrowser()
  const { access, frozen, part } = paper
  if (access === null) return null
  const hint = frozen ? 'frozenHint' : access === 'write' ? 'hint' : 'readOnlyHint'
  const reading = (
    <Box p={{ base: 'md', sm: 'lg' }} style={SHEET} lang="zh-CN">
      <ProseView content={paper.content} renderFact={readFact} />
    </Box>
  )
  return (
    <section aria-label={t(`hearingsAfter:${part}.label`)}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`hearingsAfter:${part}.${hint}`)}
      </Text>
      {frozen || !inBrowser ? (
        reading
      ) : (
        <Suspense fallback={reading}>
          <LivePaper />
        </Suspense>
      )}
    </section>
  )
}

const SHEET = { background: 'var(--sheet)', border: '1px solid var(--line)', borderRadius: 6 }
