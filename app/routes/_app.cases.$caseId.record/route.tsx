import { Button, Group, Paper, SegmentedControl, Text } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Timeline } from '#app/components/record/timeline.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export const handle = { i18n: 'record' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return json({
    entries: orThrow(await context.services.timeline.of(actor, `case/${params['caseId'] ?? ''}`)),
  })
}

export default function CaseRecord() {
  const { entries } = useLoaderData<typeof loader>()
  const { t } = useTranslation('cases')
  const { names } = useCase()
  const [search, setSearch] = useSearchParams()
  const order = search.get('order') === 'newest' ? 'newest' : 'oldest'
  return (
    <Paper>
      <Group justify="space-between" mb="md" className="no-print">
        <Text c="dimmed">{t('cases:record.lead')}</Text>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            value={order}
            onChange={(value) =>
              setSearch(value === 'newest' ? { order: value } : {}, {
                replace: true,
                preventScrollReset: true,
              })
            }
            data={[
              { value: 'oldest', label: t('cases:record.oldestFirst') },
              { value: 'newest', label: t('cases:record.newestFirst') },
            ]}
          />
          <Button variant="default" size="xs" onClick={() => window.print()}>
            {t('cases:record.export')}
          </Button>
        </Group>
      </Group>
      <Timeline entries={entries} names={names} full newestFirst={order === 'newest'} />
    </Paper>
  )
}
