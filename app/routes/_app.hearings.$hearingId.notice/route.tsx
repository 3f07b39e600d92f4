import '#app/components/minutes/print.css'
import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PaperLinks } from '#app/components/hearings-before/paper-links.tsx'
import { NoticePaper } from '#app/components/hearings-before/notice-paper.tsx'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { sentencesIn } from '#app/http/language.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { useFresh } from '#app/realtime/use-fresh.ts'
import { chineseDate } from '#domain/minutes/official-words.ts'
import { calendarDay } from '#domain/calendar/dates.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { receiptForm } from './form.ts'

export const handle = {
  i18n: ['hearings-before', 'hearing-ways'],
  title: 'hearings-before:notice.title',
  bare: true,
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const seen = orThrow(await context.services.hearings.view(actor, params['hearingId'] ?? '', 'person'))
  const { id, seq, notice, orderingBodyName } = seen.shared.state
  const zh = await sentencesIn('zh-CN', 'hearings-before')
  return json({
    hearing: { id, seq, orderingBodyName },
    notice,
    own: seen.view?.participant ?? null,
    papers: seen.view?.papers ?? [],
    mayRead: seen.view?.may['read-notice'] ?? null,
    words: {
      mark: zh('hearings-before:notice.mark'),
      date: notice ? chineseDate(calendarDay(notice.at)) : '',
      short: notice?.shortReason ? zh('hearings-before:notice.short', { reason: notice.shortReason }) : null,
    },
  })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, receiptForm)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'))
  const command = { type: 'read-notice' } as const
  const { hearings } = context.services
  const done = await hearings.execute(actor, params['hearingId'] ?? '', parsed.data.commandId, command)
  return isRefusal(done) ? respondToRefusal(done) : json({ ok: true as const, refusal: null })
}

const RECEIPT = 'receipt'

export default function Notice() {
  const { t } = useTranslation(['hearings-before', 'hearing-ways', 'common'])
  const { hearing, notice, own, papers, mayRead, words } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const format = useDateTime()
  useFresh(`hearing/${hearing.id}`, hearing.seq)
  const owed = notice !== null && own !== null && own.noticeServedAt !== null && own.noticeReadAt === null
  return (
    <main>
      <Group className="no-print" p="md" gap="sm" justify="center">
        <Button component={Link} to={`/hearings/${hearing.id}`} variant="default">
          {t('hearings-before:notice.back')}
        </Button>
        {notice ? (
          <Button variant="default" onClick={() => window.print()}>
            {t('common:print')}
          </Button>
        ) : null}
        {owed ? (
          <Form method="post" id={RECEIPT}>
            <CommandField />
            <LegalActButton
              form={RECEIPT}
              legal={false}
              busy={busy}
              refusal={mayRead ? refuse(mayRead) : null}
              records={t('hearings-before:notice.receiptRecords')}
            >
              {t('hearings-before:notice.receipt')}
            </LegalActButton>
          </Form>
        ) : null}
        {own ? (
          <Text c="dimmed">
            {t('hearings-before:notice.mine', { capacity: t(`hearings-before:capacity.${own.capacity}`) })}
          </Text>
        ) : null}
        {own?.noticeReadAt ? (
          <Text c="var(--pine)" fw={600} role="status">
            {t('hearings-before:notice.received', { date: format(own.noticeReadAt) })}
          </Text>
        ) : null}
        <RefusalAlert refusal={answer?.refusal} />
      </Group>
      {notice && papers.length > 0 ? (
        <Paper className="no-print" maw={860} mx="auto" mb="md">
          <Title order={2} size="h3" mb="sm">
            {t('hearing-ways:papers.title')}
          </Title>
          <PaperLinks hearingId={hearing.id} papers={papers} />
        </Paper>
      ) : null}
      {notice ? (
        <NoticePaper text={notice.text} issuer={hearing.orderingBodyName} words={words} />
      ) : (
        <EmptyState title={t('hearings-before:notice.none')}>
          {t('hearings-before:notice.noneHint')}
        </EmptyState>
      )}
    </main>
  )
}
