import { Button, Group, Text } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import { usePaper } from './paper-context.tsx'

interface Answered {
  readonly ok: boolean
  readonly refusal?: Refusal
  readonly added?: number
}

/** Adds what happened since; the writer's words stay as they are. */
export function BringUp() {
  const { t } = useTranslation('hearingsAfter')
  const { paper } = usePaper()
  const fetcher = useFetcher<Answered>()
  if (paper.access !== 'write') return null
  const added = fetcher.state === 'idle' ? fetcher.data?.added : undefined
  return (
    <div>
      <Group gap="sm" align="center">
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="bring-up" />
          <Button type="submit" variant="light" loading={fetcher.state !== 'idle'}>
            {t(`hearingsAfter:bringUp.${paper.part}`)}
          </Button>
        </fetcher.Form>
        <Text size="sm" c="dimmed" role="status" style={{ flex: '1 1 240px' }}>
          {added === undefined
            ? t('hearingsAfter:bringUp.hint')
            : added > 0
              ? t('hearingsAfter:bringUp.done', { count: added })
              : t('hearingsAfter:bringUp.same')}
        </Text>
      </Group>
      <RefusalAlert refusal={fetcher.data?.refusal} />
    </div>
  )
}
