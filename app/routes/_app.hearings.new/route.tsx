import { Anchor, Button, Paper } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import facts from '#app/components/cases/facts.module.css'
import { OrderForm } from '#app/components/hearings-before/order-form.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { isEnded } from '#domain/hearings/guards.ts'
import { openRequests } from '#domain/cases/inquiries.ts'
import { mayOrderHearing } from '#domain/hearings/may.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { orderForm, orderFrom } from './form.ts'

export const handle = { i18n: ['hearings-before', 'hearing-ways'], title: 'hearings-before:new.title' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { cases, hearings, calendar } = context.services
  const caseId = new URL(request.url).searchParams.get('case')
  if (caseId === null) {
    if (!mayOrderHearing(actor, [])) throwRefusal(refuse('access/denied'))
    const query = { search: '', stage: 'to-hearing', sort: 'number', descending: false, page: 1 } as const
    const { rows } = await cases.list(actor, query)
    const refused = await Promise.all(rows.map(({ id }) => hearings.mayOrder(actor, id)))
    const waiting = rows.filter((_, place) => refused[place] === null)
    return json({ waiting: waiting.map(({ id, number, title }) => ({ id, number, title })), of: null })
  }
  const refused = await hearings.mayOrder(actor, caseId)
  if (refused?.refused === 'hearing/already-ordered') {
    // Whoever comes from an old line of his workbench is led to the hearing that there is.
    const rows = orThrow(await hearings.ofCase(actor, caseId))
    throw redirect(`/hearings/${rows.find(({ status }) => !isEnded(status))?.id ?? ''}/prepare`)
  }
  if (refused) throwRefusal(refused)
  const { state, people } = orThrow(await cases.view(actor, caseId))
  const subjects = new Map(state.subjects.map(({ id, name }) => [id, name]))
  return json({
    waiting: [],
    of: { id: state.id, number: state.number, title: state.title },
    requests: openRequests(state).map(({ id, by, reason, registeredFor }) => ({
      id,
      name: (registeredFor ? subjects.get(registeredFor.subjectId) : people[by]) ?? '',
      reason,
      registered: registeredFor !== null,
    })),
    bodyName: actor.bodyName ?? '',
    calendar: await calendar.known(),
    now: new Date().toISOString(),
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, orderForm)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const { hearings } = context.services
  const done = await hearings.order(actor, parsed.data.commandId, orderFrom(parsed.data))
  if (isRefusal(done)) return respondToRefusal(done, { errors: {} })
  return redirect(`/hearings/${done.hearingId}/prepare`)
}

export default function NewHearing() {
  const { t } = useTranslation('hearings-before')
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!loaded.of) return <ChooseCase cases={loaded.waiting} />
  const { of, bodyName, calendar, now, requests } = loaded
  return (
    <>
      <PageHead
        title={t('hearings-before:new.title')}
        overline={
          <Anchor component={Link} to={`/cases/${of.id}`}>
            {of.number} {of.title}
          </Anchor>
        }
        lead={t('hearings-before:new.about')}
      />
      <OrderForm
        title={t('hearings-before:new.nameOf', { title: of.title })}
        caseId={of.id}
        {...{ bodyName, calendar, now, requests }}
        errors={answer?.errors}
        refusal={answer?.refusal ?? null}
      />
    </>
  )
}

type Named = { readonly id: string; readonly number: string; readonly title: string }

function ChooseCase({ cases }: { cases: readonly Named[] }) {
  const { t } = useTranslation('hearings-before')
  return (
    <>
      <PageHead title={t('hearings-before:new.choose')} lead={t('hearings-before:new.chooseLead')} />
      {cases.length === 0 ? (
        <EmptyState
          title={t('hearings-before:new.chooseNone')}
          action={
            <Button component={Link} to="/cases" variant="default">
              {t('hearings-before:new.toCases')}
            </Button>
          }
        >
          {t('hearings-before:new.chooseNoneHint')}
        </EmptyState>
      ) : (
        <Paper maw={860}>
          <ul className={facts.plain}>
            {cases.map(({ id, number, title }) => (
              <li key={id}>
                <Anchor component={Link} to={`/hearings/new?case=${id}`}>
                  {number} {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </>
  )
}
