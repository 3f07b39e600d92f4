import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSight } from '#app/components/blocks/sight.tsx'
import { addressOf } from '#app/components/blocks/words.ts'
import { later } from '#app/components/ui/later.tsx'

const InsertDialog = later(
  async () => (await import('#app/components/blocks/insert-dialog.tsx')).InsertDialog,
)

/** Chooses a piece of evidence, or a mark on it, for the words that are being written: its address goes in. */
export function CiteEvidence({ onChoose }: { onChoose: (address: string) => void }) {
  const { t } = useTranslation('remarks')
  const sight = useSight()
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!sight?.view.state.evidence.some(({ withdrawn }) => withdrawn === null)) return null
  return (
    <>
      <Button ref={button} variant="subtle" size="xs" onClick={() => setAsking(true)}>
        {t('remarks:act.cite')}
      </Button>
      {asking ? (
        <InsertDialog
          kind="evidenceRef"
          onInsert={(attrs) => {
            setAsking(false)
            onChoose(addressOf(attrs, sight) ?? '')
          }}
          onClose={() => {
            setAsking(false)
            setTimeout(() => button.current?.focus())
          }}
        />
      ) : null}
    </>
  )
}
