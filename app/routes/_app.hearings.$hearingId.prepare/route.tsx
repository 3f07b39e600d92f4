import { Anchor, Button, Stack } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Changes } from '#app/components/hearings-before/changes.tsx'
import { HearingStatus } from '#app/components/hearings/hearing-status.tsx'
import { MaskedNames } from '#app/components/hearings/masked-names.tsx'
import { Matters } from '#app/components/hearings-before/matters.tsx'
import { NoticePart } from '#app/components/hearings-before/notice-part.tsx'
import { PeopleNamed } from '#app/components/hearings-before/people-named.tsx'
import type { Preparing } from '#app/components/hearings-before/preparing.ts'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { useFresh } from '#app/realtime/use-fresh.ts'
import { mustMayPrepare } from '#domain/hearings/guards.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandFrom, prepareForm } from './form.ts'

export const handle = {
  i18n: ['hearings-before', 'hearing-ways'],
  title: 'hearings-before:prepare.title',
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearings, people, calendar, servedPapers } = context.services
  const { view, shared } = orThrow(await hearings.view(actor, params['hearingId'] ?? '', 'person'))
  const refused = mustMayPrepare(shared.state, actor)
  if (refused || !view) throwRefusal(refused ?? refuse('access/denied'))
  const directory = orThrow(await people.directory(actor))
  return json<Preparing>({
    state: shared.state,
    membersOutsideSuggested: shared.membersOutsideSuggested,
    may: view.may,
    papers: view.papers,
    choices: orThrow(await servedPapers.choices(actor, shared.state.id)),
    people: directory.map(({ id, name, bodyName, office, roles }) => ({
      ...{ personId: id, name, office },
      bodyName: bodyName ?? '',
      roles: roles.map(({ role }) => role),
    })),
    calendar: await calendar.known(),
    now: new Date().toISOString(),
  })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearings } = context.services
  const hearingId = params['hearingId'] ?? ''
  const { shared } = orThrow(await hearings.view(actor, hearingId, 'person'))
  const refused = mustMayPrepare(shared.state, actor)
  if (refused) return respondToRefusal(refused, { errors: {} })
  const parsed = await parseForm(request, prepareForm)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const command = commandFrom(parsed.data)
  if (!command) return respondToRefusal(refuse('input/invalid'), { errors: {} })
  const done = await hearings.execute(actor, hearingId, parsed.data.commandId, command)
  if (isRefusal(done)) return respondToRefusal(done, { errors: {} })
  return json({ ok: true as const, seq: done.seq })
}

export default function PrepareHearing() {
  const { t } = useTranslation('hearings-before')
  const preparing = useLoaderData<Preparing>()
  const { state } = preparing
  useFresh(`hearing/${state.id}`, state.seq)
  return (
    <>
      <PageHead
        title={state.title}
        overline={
          <Anchor component={Link} to={`/cases/${state.caseId}`}>
            {state.caseNumber} {state.caseTitle}
          </Anchor>
        }
        lead={<HearingStatus status={state.status} words="hearings-before" />}
        actions={
          <>
            {state.notice ? (
              <Button component={Link} to={`/hearings/${state.id}/notice`} variant="default">
                {t('hearings-before:prepare.notice')}
              </Button>
            ) : null}
            <Button component={Link} to={`/hearings/${state.id}/guests`} variant="default">
              {t('hearings-before:prepare.guests')}
            </Button>
            <Button component={Link} to={`/hearings/${state.id}`} variant="default">
              {t('hearings-before:prepare.room')}
            </Button>
          </>
        }
      />
      <Stack gap="lg" maw={1080}>
        <Matters state={state} />
        <PeopleNamed preparing={preparing} />
        <MaskedNames state={state} sight="office">
          <NoticePart preparing={preparing} />
        </MaskedNames>
        <Changes preparing={preparing} />
      </Stack>
    </>
  )
}
