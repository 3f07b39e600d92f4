import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AuditTable } from '#app/components/people/audit-table.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Paging } from '#app/components/ui/paging.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export const handle = { title: 'people:audit' }

const query = z.object({
  part: z.enum(['account', 'content']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const { part, page } = query.parse({ part: searchParams.get('part'), page: searchParams.get('page') ?? 1 })
  return json(orThrow(await context.services.people.audit(actor, { part, personId: null, page })))
}

export default function Audit() {
  const { rows, total, pageSize } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['people', 'common'])
  const [searchParams] = useSearchParams()
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('people:log.lead')}
      </Text>
      <Form>
        <Group align="flex-end" mb="sm">
          <NativeSelect
            name="part"
            label={t('people:log.part')}
            defaultValue={searchParams.get('part') ?? ''}
            data={[
              { value: '', label: t('people:log.partAll') },
              { value: 'account', label: t('people:log.partAccount') },
              { value: 'content', label: t('people:log.partContent') },
            ]}
          />
          <Button type="submit" variant="default">
            {t('common:filter')}
          </Button>
        </Group>
      </Form>
      <Wide label={t('people:audit')}>
        {rows.length === 0 ? (
          <EmptyState title={t('people:log.none')}>{t('people:log.noneMeans')}</EmptyState>
        ) : (
          <AuditTable rows={rows} />
        )}
      </Wide>
      <Paging total={total} pageSize={pageSize} />
    </>
  )
}
