import { Anchor, Paper, Text } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PaperReading } from '#app/components/hearings/paper-reading.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { useFresh } from '#app/realtime/use-fresh.ts'

export const handle = {
  i18n: ['hearing-ways', 'hearings-before', 'versions'],
  title: 'hearing-ways:papers.title',
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingId = '', paperId = '' } = params
  const { documents, hearings, servedPapers } = context.services
  const { shared } = orThrow(await hearings.view(actor, hearingId, 'person'))
  const opened = orThrow(await servedPapers.open(actor, hearingId, paperId))
  const { id, seq, title, caseId } = shared.state
  const { part, versionId } = opened.paper
  // Most who are served a paper read nothing else of the case.
  const mayCompare = !isRefusal(await documents.access(actor, `case/${caseId}/${part}`))
  const since = mayCompare ? `/cases/${caseId}/versions/${part}?v=${versionId}&with=now` : null
  return json({ hearing: { id, seq, title }, since, ...opened })
}

/** A paper that was served with the notice or after it, as it stood then. */
export default function ServedPaper() {
  const { t } = useTranslation(['hearing-ways', 'versions'])
  const { hearing, paper, content, since } = useLoaderData<typeof loader>()
  const format = useDateTime()
  // Whoever loses sight of the hearing loses the paper.
  useFresh(`hearing/${hearing.id}`, hearing.seq)
  return (
    <>
      <PageHead
        title={paper.title}
        overline={
          <Anchor component={Link} to={`/hearings/${hearing.id}`}>
            {hearing.title}
          </Anchor>
        }
        lead={
          <>
            {t('hearing-ways:papers.servedOn', { date: format(paper.servedAt) })}{' '}
            {paper.late ? <StatusBadge tone="waiting">{t('hearing-ways:papers.late')}</StatusBadge> : null}
          </>
        }
        actions={
          <>
            {since === null ? null : (
              <Anchor component={Link} to={since}>
                {t('versions:sinceServed')}
              </Anchor>
            )}
            <Anchor component={Link} to={`/hearings/${hearing.id}/notice`}>
              {t('hearing-ways:papers.toNotice')}
            </Anchor>
          </>
        }
      />
      <Paper maw={900} p={{ base: 'md', sm: 'xl' }}>
        <PaperReading content={content} onCite={null} />
        <Text size="xs" c="dimmed" ff="monospace" mt="md" style={{ overflowWrap: 'anywhere' }}>
          {t('hearing-ways:papers.hash', { hash: paper.hash })}
        </Text>
      </Paper>
    </>
  )
}
