import { Button, Grid, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { typed, useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useEmptyWhenDone, WhenDone } from '#app/components/ui/when-done.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { newBody } from '#domain/people/account.ts'
import { BODY_KINDS } from '#domain/people/actor.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'

export const handle = { title: 'people:bodies' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { people } = context.services
  const everybody = orThrow(await people.everybody(actor))
  const bodies = await people.bodies()
  return json({
    bodies: bodies.map((body) => ({
      ...body,
      people: everybody.filter((person) => person.bodyId === body.id).length,
    })),
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, newBody)
  if (!parsed.ok)
    return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors, values: parsed.values })
  const answer = await context.services.people.addBody(actor, parsed.data)
  if (isRefusal(answer)) return respondToRefusal(answer, { errors: {}, values: parsed.values })
  return json({ ok: true as const, refusal: null, errors: {}, values: {} })
}

function NewBody() {
  const { t } = useTranslation(['people', 'common'])
  const fetcher = useFetcher<typeof action>()
  const errorOf = useFieldErrors(fetcher.data?.errors)
  const form = useEmptyWhenDone(fetcher)
  return (
    <Paper component="section" aria-labelledby="new-body">
      <Title order={2} id="new-body" mb="sm">
        {t('people:body.add')}
      </Title>
      <fetcher.Form method="post" ref={form}>
        <Stack>
          <RefusalAlert refusal={fetcher.data?.refusal} />
          <WhenDone fetcher={fetcher}>{t('people:body.added')}</WhenDone>
          <TextInput
            name="name"
            label={t('people:field.bodyName')}
            error={errorOf('name')}
            defaultValue={typed(fetcher.data?.values, 'name')}
            required
          />
          <TextInput
            name="shortName"
            label={t('people:field.shortName')}
            error={errorOf('shortName')}
            required
          />
          <NativeSelect
            name="kind"
            label={t('people:field.kind')}
            data={BODY_KINDS.map((kind) => ({ value: kind, label: t(`people:bodyKind.${kind}`) }))}
          />
          <div>
            <Button type="submit" loading={fetcher.state !== 'idle'}>
              {t('people:body.add')}
            </Button>
          </div>
        </Stack>
      </fetcher.Form>
    </Paper>
  )
}

export default function Bodies() {
  const { bodies } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('people:body.lead')}
      </Text>
      <Grid gutter="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Wide label={t('people:bodies')}>
            {bodies.length === 0 ? (
              <EmptyState title={t('people:body.none')}>{t('people:body.noneMeans')}</EmptyState>
            ) : (
              <Table cards>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('people:field.bodyName')}</Table.Th>
                    <Table.Th>{t('people:field.kind')}</Table.Th>
                    <Table.Th>{t('people:accounts')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {bodies.map((body) => (
                    <Table.Tr key={body.id}>
                      <Table.Td data-label={t('people:field.bodyName')}>
                        <span>
                          {body.name}
                          <Text span c="dimmed" size="sm" ml="xs">
                            {body.shortName === body.name ? '' : body.shortName}
                          </Text>
                        </span>
                      </Table.Td>
                      <Table.Td data-label={t('people:field.kind')}>
                        {t(`people:bodyKind.${body.kind}`)}
                      </Table.Td>
                      <Table.Td data-label={t('people:accounts')}>
                        {t('people:body.people', { count: body.people })}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Wide>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <NewBody />
        </Grid.Col>
      </Grid>
    </>
  )
}
