import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemarksHere } from '#app/components/remarks/remarks-context.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'

/** Of one command. */
const MOST_NUMBERS = 500

/** All open suggestions at once, asked twice: for whoever writes the text. */
export function DecideAll() {
  const { t } = useTranslation(['suggestions', 'common'])
  const { known, send } = useRemarksHere()
  const { act, busy, refusal, forget } = useActWith(send)
  const [asking, setAsking] = useState<'accept' | 'refuse' | null>(null)
  const open = [...known.remarks.values()].filter(({ suggestion, resolved }) => suggestion && !resolved)
  if (!known.may?.writes || known.may.silenced !== null || open.length < 2) return null
  const numbers = open.slice(0, MOST_NUMBERS).map(({ number }) => number)

  return (
    <div role="group" aria-label={t('suggestions:all', { count: open.length })}>
      <Text size="sm" mb={4}>
        {asking
          ? t(`suggestions:sure.${asking}`, { count: numbers.length })
          : t('suggestions:all', { count: open.length })}
      </Text>
      <Group gap="xs">
        {asking ? (
          <>
            <Button
              size="xs"
              loading={busy}
              onClick={() => void act({ type: asking, numbers }).then(() => setAsking(null))}
            >
              {t(`suggestions:act.${asking}All`)}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(null)}>
              {t('common:cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button size="xs" variant="default" onClick={() => setAsking('accept')}>
              {t('suggestions:act.acceptAll')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
              {t('suggestions:act.refuseAll')}
            </Button>
          </>
        )}
      </Group>
      <RefusalAlert refusal={refusal} onClose={forget} />
    </div>
  )
}
