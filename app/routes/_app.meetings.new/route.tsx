import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConveneForm } from '#app/components/meetings/convene-form.tsx'
import type { FoundCase } from '#app/components/meetings/use-case-search.ts'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { parseForm, type FieldErrors } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { mayConvene } from '#domain/meetings/may.ts'
import { ADMINISTRATORS, type Role } from '#domain/people/actor.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { conveneForm, convocationFrom } from './form.ts'

export const handle = { i18n: 'meetings', title: 'meetings:new.title' }

/** Whom a meeting can do without: administrators have no part in content, applicants are heard elsewhere. */
const NOT_INVITED: readonly Role[] = [...ADMINISTRATORS, 'applicant']

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  if (!mayConvene(actor)) throwRefusal(refuse('access/denied'))
  const { cases, people } = context.services
  const wanted = new URL(request.url).searchParams.get('case')
  const [directory, ready, asked] = await Promise.all([
    people.directory(actor),
    cases.list(actor, { search: '', stage: 'in-consultation', sort: 'number', descending: false, page: 1 }),
    wanted ? cases.view(actor, wanted) : null,
  ])
  const listed: FoundCase | null =
    asked && !isRefusal(asked)
      ? {
          id: asked.state.id,
          number: asked.state.number,
          title: asked.state.title,
          subjects: asked.state.subjects.map(({ name }) => name).join(' '),
          stage: asked.state.stage,
        }
      : null
  const found: readonly FoundCase[] = ready.rows.map(({ id, number, title, subjects, stage }) => ({
    id,
    number,
    title,
    subjects,
    stage,
  }))
  const invited = orThrow(directory).filter(
    (person) => person.bodyId !== null && !person.roles.some(({ role }) => NOT_INVITED.includes(role)),
  )
  return json({
    me: actor.personId,
    found,
    listed,
    people: invited.map(({ id, name, bodyId, bodyName, office, roles }) => ({
      personId: id,
      name,
      bodyId: bodyId ?? '',
      bodyName: bodyName ?? '',
      office,
      roles: roles.map(({ role }) => role),
    })),
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, conveneForm)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const done = await context.services.meetings.convene(
    actor,
    parsed.data.commandId,
    convocationFrom(parsed.data),
  )
  if (isRefusal(done)) {
    const errors: FieldErrors =
      done.refused === 'meeting/time-not-ahead' ? { date: { key: 'refusals:meeting/time-not-ahead' } } : {}
    return respondToRefusal(done, { errors })
  }
  return redirect(`/meetings/${done.meetingId}`)
}

export default function NewMeeting() {
  const { t } = useTranslation('meetings')
  const { me, people, found, listed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead title={t('meetings:new.title')} lead={t('meetings:new.about')} />
      <ConveneForm
        me={me}
        people={people}
        found={found}
        listed={listed}
        errors={answer?.errors}
        refusal={answer?.refusal ?? null}
      />
    </>
  )
}
