import { Button, Group, Stack, Text } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { diffLines } from 'diff'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId } from '#app/realtime/command-id.ts'
import { parseProse, plainLines } from '#app/components/editor/prose-json.ts'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import { useMinutes } from './minutes-context.tsx'

interface Answered {
  readonly ok: boolean
  readonly refusal?: Refusal
  readonly answer?: { readonly current?: string; readonly fresh?: string }
}

/** Drafting anew from the record never overwrites hand edits without showing them first. */
export function Regeneration() {
  const { t } = useTranslation(['minutes', 'common'])
  const { view, state } = useMinutes()
  const preview = useFetcher<Answered>()
  const replace = useFetcher<Answered>()
  /** The preview that was answered, by cancelling or confirming; a new one opens the dialog again. */
  const [settled, setSettled] = useState<Answered>()
  const { current, fresh } = preview.data?.answer ?? {}
  const settle = () => setSettled(preview.data)
  if (view.access !== 'write' || state.step !== 'draft') return null
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        loading={preview.state !== 'idle' || replace.state !== 'idle'}
        onClick={() => preview.submit({ intent: 'preview' }, { method: 'post' })}
      >
        {t('minutes:regenerate.open')}
      </Button>
      <RefusalAlert refusal={preview.data?.refusal ?? replace.data?.refusal} />
      <Dialog
        size="xl"
        opened={current !== undefined && preview.data !== settled}
        onClose={settle}
        title={t('minutes:regenerate.title')}
      >
        <Stack>
          <Text>{t('minutes:regenerate.explains')}</Text>
          {current !== undefined && fresh !== undefined ? (
            <Difference current={current} fresh={fresh} />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={settle}>
              {t('common:cancel')}
            </Button>
            <Button
              onClick={() => {
                replace.submit({ intent: 'regenerate', commandId: newCommandId() }, { method: 'post' })
                settle()
              }}
            >
              {t('minutes:regenerate.confirm')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </div>
  )
}

function Difference({ current, fresh }: { current: string; fresh: string }) {
  const { t } = useTranslation('minutes')
  const nameOfFact = (kind: string) => t(`minutes:factKind.${kind}`)
  const plainText = (content: string) => `${plainLines(parseProse(content), nameOfFact).join('\n')}\n`
  const parts = diffLines(plainText(current), plainText(fresh))
  if (parts.every((part) => !part.added && !part.removed))
    return <Text c="dimmed">{t('minutes:regenerate.same')}</Text>
  return (
    <div style={{ whiteSpace: 'pre-wrap', border: '1px solid var(--line)', padding: 12 }}>
      {parts.map((part, index) =>
        part.added ? (
          <ins key={index}>{part.value}</ins>
        ) : part.removed ? (
          <del key={index}>{part.value}</del>
        ) : (
          <span key={index}>{part.value}</span>
        ),
      )}
    </div>
  )
}
