import { Button, Group } from '@mantine/core'
import { IconPencilQuestion } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemarksHere } from '#app/components/remarks/remarks-context.tsx'
import { later } from '#app/components/ui/later.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import type { LiveDocumentHandle } from '#app/realtime/use-live-document.ts'
import classes from './revisions.module.css'

const KeptNotice = later(async () => (await import('./kept-notice.tsx')).default)
const SuggestEditor = lazy(() => import('./suggest-editor.tsx'))

interface SuggestingProps {
  readonly live: LiveDocumentHandle
  readonly label: string
  /** Writes the text himself; proposing is what he may do instead. */
  readonly isWriter: boolean
  /** The text as it is. */
  readonly children: ReactNode
}

/** A text, or the draft of whoever proposes changes of it; while he writes that, nothing takes it from him. */
export function Suggesting({ live, label, isWriter, children }: SuggestingProps) {
  const { t } = useTranslation('suggestions')
  const { known } = useRemarksHere()
  const announce = useAnnounce()
  const [isSuggesting, setSuggesting] = useState(false)
  const begin = useRef<HTMLButtonElement>(null)
  const wasSuggesting = useRef(false)
  useEffect(() => {
    // Its own buttons have gone with it.
    if (wasSuggesting.current && !isSuggesting) begin.current?.focus()
    wasSuggesting.current = isSuggesting
  }, [isSuggesting])
  const may = known.may !== null && known.may.unsuggesting === null && live.mode !== null

  if (isSuggesting)
    return (
      // Not the text itself: what is typed into that is written.
      <Suspense fallback={null}>
        <SuggestEditor
          doc={live.doc}
          label={label}
          onDone={(sent) => {
            setSuggesting(false)
            if (sent > 0) announce(t('suggestions:sent', { count: sent }))
          }}
        />
      </Suspense>
    )
  return (
    <>
      {may ? <KeptNotice onContinue={() => setSuggesting(true)} /> : null}
      {may ? (
        <Group justify="flex-end" className={classes.begin ?? ''}>
          <Button
            ref={begin}
            size="xs"
            variant="default"
            leftSection={<IconPencilQuestion size={16} aria-hidden />}
            onClick={() => setSuggesting(true)}
          >
            {t(isWriter ? 'suggestions:act.suggestOwn' : 'suggestions:act.suggest')}
          </Button>
        </Group>
      ) : null}
      {children}
    </>
  )
}
