import { Grid, Text } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { GrantForm } from '#app/components/people/grant-form.tsx'
import { TermsTable } from '#app/components/people/terms-table.tsx'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { mayAdministerRoles } from '#domain/people/may.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { rolesForm } from './form.ts'

export const handle = { title: 'people:roles' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  if (!mayAdministerRoles(actor)) orThrow(refuse('access/denied'))
  const { people } = context.services
  return json({
    people: orThrow(await people.everybody(actor)),
    bodies: await people.bodies(),
    // Sweden writes its dates the ISO way.
    today: formatDateTime(new Date().toISOString(), 'plain', 'sv-SE'),
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, rolesForm)
  if (!parsed.ok)
    return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors, values: parsed.values })
  const { people } = context.services
  const { data } = parsed
  const answer =
    data.intent === 'grant'
      ? await people.grantRole(actor, data)
      : await people.endRole(actor, data.roleTermId)
  if (isRefusal(answer)) return respondToRefusal(answer, { errors: {}, values: parsed.values })
  return json({ ok: true as const, refusal: null, errors: {}, values: {} })
}

export default function Roles() {
  const { people, bodies, today } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('people:grant.lead')}
      </Text>
      <Grid gutter="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Wide label={t('people:roles')}>
            <TermsTable people={people} bodies={bodies} today={today} />
          </Wide>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <GrantForm people={people} today={today} />
        </Grid.Col>
      </Grid>
    </>
  )
}
