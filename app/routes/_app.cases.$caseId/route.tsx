import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { Alert, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fetchFields } from '#app/components/cases/fields.ts'
import { useSoon } from '#app/components/ui/later.tsx'
import type { CaseRoom } from '#app/components/cases/case-room.tsx'
import { CaseSight } from '#app/components/blocks/sight.tsx'
import { CaseHead } from '#app/components/cases/case-head.tsx'
import { CaseTabs } from '#app/components/cases/case-tabs.tsx'
import { ErrorPage } from '#app/components/shell/error-page.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { useRevalidate } from '#app/realtime/use-revalidate.ts'
import { useRoom } from '#app/realtime/use-room.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { CaseView } from '#server/services/cases.ts'

export const handle = {
  i18n: 'cases',
  title: (data: unknown) => (data as { view: CaseView }).view.state.title,
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { cases, calendar } = context.services
  const view = orThrow(await cases.view(actor, params['caseId'] ?? ''))
  return json({ view, calendar: await calendar.known() })
}

/** Head and tabs of a case; every tab shows the same live state. */
export default function CasePage() {
  useSoon(fetchFields)
  const { view: loaded, calendar } = useLoaderData<{
    readonly view: CaseView
    readonly calendar: WorkingCalendar
  }>()
  const { t } = useTranslation('cases')
  const me = useActor()
  const { view, connection, refusal, send } = useRoom<CaseView>(`case/${loaded.state.id}`, loaded)
  const revalidate = useRevalidate()

  // What a tab loaded beside the state (names of meetings, texts, the record) is older than the state now.
  const isBehind = view.state.seq > loaded.state.seq
  useEffect(() => {
    if (isBehind) revalidate()
  }, [isBehind, view.state.seq, revalidate])

  const room = useMemo<CaseRoom>(
    () => ({ view, me, calendar, connection, send }),
    [view, me, calendar, connection, send],
  )

  if (refusal) return <RefusalAlert refusal={refusal} />
  return (
    <Stack gap="md">
      <CaseHead view={view} />
      <CaseTabs view={view} me={me} />
      {connection === 'offline' ? (
        <Alert color="ochre" variant="light" role="status">
          {t('cases:page.offline')}
        </Alert>
      ) : null}
      <CaseSight view={view}>
        <Outlet context={room} />
      </CaseSight>
    </Stack>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
