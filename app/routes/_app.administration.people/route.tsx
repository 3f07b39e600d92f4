import { Button, Grid, Group, Text, TextInput } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { NewPersonForm } from '#app/components/people/new-person-form.tsx'
import { PeopleTable } from '#app/components/people/people-table.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import { optional, parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { id } from '#domain/cases/commands.ts'
import { newPerson, password } from '#domain/people/account.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { mayAdministerPeople } from '#domain/people/may.ts'

export const handle = { title: 'people:accounts' }

const form = z.discriminatedUnion('intent', [
  newPerson.extend({ intent: z.literal('add'), bodyId: optional(id) }),
  z.object({ intent: z.literal('disable'), personId: id }),
  z.object({ intent: z.literal('enable'), personId: id }),
  z.object({ intent: z.literal('reset'), personId: id, password }),
])

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  if (!mayAdministerPeople(actor)) orThrow(refuse('access/denied'))
  const { people } = context.services
  const search = (new URL(request.url).searchParams.get('search') ?? '').trim().toLowerCase()
  const everybody = orThrow(await people.everybody(actor))
  const found = everybody.filter((person) =>
    [person.name, person.userName, person.bodyName ?? ''].some((text) => text.toLowerCase().includes(search)),
  )
  return json({ people: found, bodies: await people.bodies() })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, form)
  if (!parsed.ok)
    return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors, values: parsed.values })
  const { people } = context.services
  const { data } = parsed
  const answer =
    data.intent === 'add'
      ? await people.addPerson(actor, data)
      : data.intent === 'reset'
        ? await people.resetPassword(actor, data.personId, data.password)
        : await people.setActive(actor, data.personId, data.intent === 'enable')
  if (isRefusal(answer)) return respondToRefusal(answer, { errors: {}, values: parsed.values })
  return json({ ok: true as const, refusal: null, errors: {}, values: {} })
}

export default function Accounts() {
  const { people, bodies } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['people', 'common'])
  const [searchParams] = useSearchParams()
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('people:account.lead')}
      </Text>
      <Grid gutter="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Form role="search">
            <Group mb="sm" align="flex-end">
              <TextInput
                name="search"
                label={t('people:account.search')}
                defaultValue={searchParams.get('search') ?? ''}
                style={{ flex: '1 1 240px' }}
              />
              <Button type="submit" variant="default">
                {t('common:search')}
              </Button>
            </Group>
          </Form>
          <Wide label={t('people:accounts')}>
            {people.length === 0 ? (
              <EmptyState title={t('people:account.none')}>{t('people:account.noneMeans')}</EmptyState>
            ) : (
              <PeopleTable people={people} bodies={bodies} />
            )}
          </Wide>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <NewPersonForm bodies={bodies} />
        </Grid.Col>
      </Grid>
    </>
  )
}
