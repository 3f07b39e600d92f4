import { Anchor } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Duties } from '#app/components/cases/duties.tsx'
import { Examinations } from '#app/components/cases/examinations.tsx'
import { HearingRight } from '#app/components/cases/hearing-right.tsx'
import { Hearings } from '#app/components/cases/hearings.tsx'
import { Links, type LinkedCase } from '#app/components/cases/links.tsx'
import { Meetings } from '#app/components/cases/meetings.tsx'
import { NextSteps } from '#app/components/cases/next-steps.tsx'
import classes from '#app/components/cases/overview.module.css'
import { Particulars } from '#app/components/cases/particulars.tsx'
import { scopeOfView } from '#app/components/cases/scope.ts'
import { Section } from '#app/components/cases/section.tsx'
import { SubjectsTable } from '#app/components/cases/subjects-table.tsx'
import { TakingPart } from '#app/components/cases/taking-part.tsx'
import { Timeline } from '#app/components/record/timeline.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { decisionsInForce } from '#domain/cases/inquiries.ts'
import { leadsWork, moversOf } from '#domain/cases/standing.ts'
import { isRefusal } from '#domain/record/refusal.ts'

export const handle = { i18n: ['hearing-ways', 'record'] }

const RECENT = 8

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { services } = context
  const caseId = params['caseId'] ?? ''
  const { state } = orThrow(await services.cases.view(actor, caseId))
  const appoints = moversOf(actor, state).includes('secretary')
  const [timeline, meetings, directory, bodies, hearings, mayOrder, linked] = await Promise.all([
    services.timeline.of(actor, `case/${caseId}`),
    state.meetings.length > 0 ? services.meetings.list(actor) : [],
    appoints ? services.people.directory(actor) : [],
    appoints ? services.people.bodies() : [],
    services.hearings.ofCase(actor, caseId),
    services.hearings.mayOrder(actor, caseId),
    Promise.all(
      state.linkedCaseIds.map(async (id): Promise<LinkedCase> => {
        const other = await services.cases.view(actor, id)
        return { id, name: isRefusal(other) ? null : `${other.state.number} ${other.state.title}` }
      }),
    ),
  ])
  return json({
    recent: isRefusal(timeline) ? [] : timeline.slice(-RECENT),
    meetings: meetings.map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    people: (isRefusal(directory) ? [] : directory)
      .filter(({ roles }) =>
        roles.some(({ role }) => role === 'member' || role === 'secretary' || role === 'investigator'),
      )
      .map(({ id, name, bodyName }) => ({ value: id, label: bodyName ? `${name} · ${bodyName}` : name })),
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    linked,
    hearings: isRefusal(hearings) ? [] : hearings,
    mayOrder,
  })
}

export default function Overview() {
  const { recent, meetings, people, bodies, hearings, mayOrder, linked } = useLoaderData<typeof loader>()
  const { t } = useTranslation('cases')
  const { state, view, me, names } = useCase()
  const scope = scopeOfView(view, me)
  const duties = decisionsInForce(state.decisions).flatMap((decision) => decision.duties)
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        {scope === 'duty' ? null : <NextSteps />}
        {scope === 'applicant' ? <HearingRight /> : null}
        <SubjectsTable />
        {duties.length > 0 ? (
          <Section title={t('cases:duties.title')}>
            <Duties duties={duties} />
          </Section>
        ) : null}
        {scope === 'duty' ? null : <Particulars />}
        {scope === 'all' ? <TakingPart people={people} bodies={bodies} /> : null}
        {scope === 'all' ? <Meetings known={meetings} /> : null}
        {scope === 'all' ? <Hearings hearings={hearings} refusal={mayOrder} /> : null}
        {scope === 'all' ? <HearingRight /> : null}
        {scope === 'all' ? <Examinations /> : null}
        {scope === 'all' ? <Links linked={linked} mayLink={leadsWork(me, state)} /> : null}
      </div>
      <aside className={`${classes.column ?? ''} ${classes.beside ?? ''}`}>
        <Section
          title={t('cases:page.recent')}
          aside={
            <Anchor component={Link} to="record" size="sm">
              {t('cases:page.wholeRecord')}
            </Anchor>
          }
        >
          <Timeline entries={recent} names={names} newestFirst />
        </Section>
      </aside>
    </div>
  )
}
