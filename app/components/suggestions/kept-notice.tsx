import { Alert, Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemarksHere } from '#app/components/remarks/remarks-context.tsx'
import { useRealtimeClient } from '#app/realtime/provider.tsx'
import { useKeptNote } from './kept-note.ts'
import { KeptDraft } from './kept-draft.ts'

/** Says that a draft of suggestions was left unsent, and leads back to it or throws it away. */
export default function KeptNotice({ onContinue }: { onContinue: () => void }) {
  const { t } = useTranslation('suggestions')
  const { name } = useRemarksHere()
  const personId = useRealtimeClient()?.connection.personId
  const [left, setLeft] = useState<KeptDraft | null>(null)
  const [, setNote] = useKeptNote(name)

  useEffect(() => {
    if (personId === undefined) return
    let isHere = true
    const kept = new KeptDraft(personId, name)
    void kept.load().then((updates) => {
      if (isHere && updates.length > 0) setLeft(kept)
    })
    return () => {
      isHere = false
      setLeft(null)
    }
  }, [personId, name])

  if (!left) return null
  return (
    <Alert color="ochre" variant="light" role="status">
      <Group gap="sm" justify="space-between">
        <Text size="sm">{t('suggestions:left')}</Text>
        <Group gap="sm">
          <Button size="xs" onClick={onContinue}>
            {t('suggestions:act.goOn')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              left.discard()
              setNote(null)
              setLeft(null)
            }}
          >
            {t('suggestions:act.discard')}
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}
