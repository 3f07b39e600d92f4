import '#app/components/minutes/print.css'
import { Button, Group } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Paper, type PaperWords } from '#app/components/minutes/paper.tsx'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { sentencesIn } from '#app/http/language.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import type { MinutesState } from '#domain/minutes/types.ts'

export const handle = { i18n: 'minutes', title: 'minutes:print.title', bare: true }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const view = orThrow(await context.services.minutes.view(actor, params['minutesId'] ?? ''))
  const { state, frozenContent, issuer } = view
  return json({ state, content: frozenContent, issuer, words: await paperWords(state) })
}

async function paperWords({ issuedAt, number, frozen }: MinutesState): Promise<PaperWords> {
  const zh = await sentencesIn('zh-CN', 'minutes')
  const date = issuedAt ? formatDateTime(issuedAt, 'date', 'zh-CN') : ''
  return {
    mark: zh('minutes:paper.mark'),
    number: number ?? zh('minutes:paper.unnumbered'),
    date,
    printed: zh('minutes:paper.printed', { date }),
    proof: zh('minutes:paper.hash', { hash: frozen?.hash ?? '' }),
  }
}

export default function PrintMinutes() {
  const { state, content, issuer, words } = useLoaderData<typeof loader>()
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
        <Paper state={state} words={words} content={content} issuer={issuer} />
      ) : (
        <EmptyState title={t('minutes:print.notYet')}>{t('minutes:print.notYetHint')}</EmptyState>
      )}
    </main>
  )
}
