import '#app/components/minutes/print.css'
import { Anchor, Button, Group, Stack } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { OwnStatements } from '#app/components/minutes/own-statements.tsx'
import { recordNames } from '#app/components/minutes/record-names.ts'
import { Timeline } from '#app/components/record/timeline.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export const handle = { i18n: ['minutes', 'record'], title: 'minutes:toRecord' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const meetingId = params['meetingId'] ?? ''
  const view = orThrow(await context.services.meetings.view(actor, meetingId, 'person'))
  const entries = orThrow(await context.services.timeline.of(actor, `meeting/${meetingId}`))
  return json({ view, entries })
}

/** 会议记录: the stream told in words, entry by entry (F-60). */
export default function MeetingRecord() {
  const { view, entries } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['minutes', 'common'])
  const { state } = view
  return (
    <>
      <PageHead
        title={t('minutes:meetingRecord.title', { meeting: state.title })}
        lead={t('minutes:meetingRecord.lead')}
        actions={
          <Group gap="md" className="no-print">
            {state.minutesId ? (
              <Anchor component={Link} to={`/minutes/${state.minutesId}`}>
                {t('minutes:meetingRecord.toMinutes')}
              </Anchor>
            ) : null}
            <Button component="a" href={`/meetings/${state.id}/record.txt`} variant="default" download>
              {t('minutes:meetingRecord.download')}
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              {t('common:print')}
            </Button>
          </Group>
        }
      />
      <Stack gap="xl">
        <Timeline entries={entries} names={recordNames(view, t('common:unknownPerson'))} full />
        <OwnStatements initial={view} />
      </Stack>
    </>
  )
}
