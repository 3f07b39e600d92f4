import '#app/components/minutes/print.css'
import { Button, Group } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Paper } from '#app/components/minutes/paper.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export const handle = { i18n: 'minutes', title: 'minutes:print.title', bare: true }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const view = orThrow(await context.services.minutes.view(actor, params['minutesId'] ?? ''))
  return json({ state: view.state, content: view.frozenContent, issuer: view.issuer })
}

export default function PrintMinutes() {
  const { state, content, issuer } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['minutes', 'common'])
  return (
    <main>
      <Group className="no-print" p="md" justify="center">
        <Button component={Link} to={`/minutes/${state.id}`} variant="default">
          {t('common:back')}
        </Button>
        {content ? <Button onClick={() => window.print()}>{t('common:print')}</Button> : null}
      </Group>
      {content ? (
        <Paper state={state} content={content} issuer={issuer} />
      ) : (
        <EmptyState title={t('minutes:print.notYet')}>{t('minutes:print.notYetHint')}</EmptyState>
      )}
    </main>
  )
}
