import { Stack, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TemplateTable } from '#app/components/templates/template-table.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { CASE_KINDS } from '#domain/cases/types.ts'

export const handle = { i18n: ['templates', 'dossiers', 'cases'], title: 'templates:title' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireActor(context, request)
  return json(await context.services.templates.list())
}

export default function Templates() {
  const { rows, people } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['templates', 'cases'])
  return (
    <>
      <PageHead title={t('templates:title')} lead={t('templates:lead')} />
      <Stack gap="xl">
        {CASE_KINDS.map((kind) => (
          <section key={kind} aria-labelledby={`templates-${kind}`}>
            <Title order={2} size="h4" mb="xs" id={`templates-${kind}`}>
              {t(`cases:kind.${kind}`)}
            </Title>
            <TemplateTable
              rows={rows.filter((row) => row.kind === kind)}
              people={people}
              labelledBy={`templates-${kind}`}
            />
          </section>
        ))}
      </Stack>
    </>
  )
}
