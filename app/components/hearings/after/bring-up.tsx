import { Button, Group, Text } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { parseProse } from '#app/components/editor/prose-json.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { isClosedRoom } from '#domain/hearings/guards.ts'
import { missingFacts } from '#domain/hearings/paper-draft.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { usePaper } from './paper-context.tsx'

interface Answered {
  readonly ok: boolean
  readonly refusal?: Refusal
  readonly added?: number
}

/** What happens within so many milliseconds is written at once: a speech that ends is followed by the next one's beginning. */
const SETTLED_MS = 1_500

/** Transcript and report write themselves while whoever writes them looks on: what comes into the record is put in. */
function useBringsItselfUp(fetcher: ReturnType<typeof useFetcher<Answered>>): void {
  const { paper, state } = usePaper()
  const { part, access, frozen, content, comments } = paper
  const writes = access === 'write' && !frozen
  const behind = useMemo(() => {
    if (!writes || !state || isClosedRoom(state)) return ''
    const written = (content ? parseProse(content) : { type: 'doc' }) as ProseNode
    return missingFacts(written, { part, state, comments })
      .map(({ kind, ref }) => `${kind} ${ref}`)
      .join()
  }, [writes, state, content, part, comments])
  // What was tried once and is still missing needs a person.
  const tried = useRef('')
  useEffect(() => {
    if (behind === '' || behind === tried.current || fetcher.state !== 'idle') return
    const timer = setTimeout(() => {
      tried.current = behind
      fetcher.submit({ intent: 'bring-up' }, { method: 'post' })
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [behind, fetcher])
}

/** Adds what happened since; the writer's words stay as they are. */
export function BringUp() {
  const { t } = useTranslation('hearingsAfter')
  const { paper } = usePaper()
  const fetcher = useFetcher<Answered>()
  useBringsItselfUp(fetcher)
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
