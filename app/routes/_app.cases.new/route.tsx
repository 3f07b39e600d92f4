import { Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '#app/components/cases/form-problem.tsx'
import { ParticularsFields } from '#app/components/cases/particulars-fields.tsx'
import { registration } from '#app/components/cases/registration.ts'
import { Section } from '#app/components/cases/section.tsx'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm, type FieldErrors, type FormValues } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { mayRegisterCase } from '#domain/cases/may.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'

export const handle = { i18n: 'cases', title: 'cases:form.newTitle' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  if (!mayRegisterCase(actor)) throwRefusal({ refused: 'access/denied' })
  const { people } = context.services
  const [bodies, directory] = await Promise.all([people.bodies(), people.directory(actor)])
  return json({
    // A unit is a party or an applicant's employer; it writes no opinion.
    bodies: bodies.filter(({ kind }) => kind !== 'unit').map(({ id, name }) => ({ value: id, label: name })),
    applicants: orThrow(directory)
      .filter(({ roles }) => roles.some(({ role }) => role === 'applicant'))
      .map(({ id, name, bodyName }) => ({ value: id, label: bodyName ? `${name} · ${bodyName}` : name })),
  })
}

interface Answer {
  readonly refusal?: Refusal
  readonly errors?: FieldErrors
  readonly values?: FormValues
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await parseForm(request, registration)
  if (!form.ok) return json({ errors: form.errors, values: form.values } satisfies Answer, { status: 422 })
  const { commandId, bodyIds, applicantIds, ...particulars } = form.data
  const answer = await context.services.cases.register(actor, commandId, {
    particulars,
    bodyIds,
    applicantIds,
  })
  if (isRefusal(answer)) return respondToRefusal(answer, { values: form.values })
  return redirect(`/cases/${answer.caseId}`)
}

export default function NewCase() {
  const { bodies, applicants } = useLoaderData<typeof loader>()
  const { refusal, errors, values } = useActionData<Answer>() ?? {}
  const { t } = useTranslation('cases')
  const busy = useNavigation().state !== 'idle'
  const chosen = (name: string) => ([] as string[]).concat(values?.[name] ?? [])
  return (
    <>
      <PageHead title={t('cases:form.newTitle')} lead={t('cases:form.newLead')} />
      <Form method="post" noValidate>
        <CommandField />
        <Stack maw={720}>
          <FormProblem errors={errors} />
          <RefusalAlert refusal={refusal} />
          <ParticularsFields values={values} errors={errors} />
          <Section title={t('cases:form.people')}>
            <Stack>
              <Checkbox.Group
                label={t('cases:form.bodies')}
                description={t('cases:form.bodiesHint')}
                defaultValue={chosen('bodyIds')}
              >
                <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
                  {bodies.map(({ value, label }) => (
                    <Checkbox key={value} name="bodyIds" value={value} label={label} />
                  ))}
                </SimpleGrid>
              </Checkbox.Group>
              <Checkbox.Group
                label={t('cases:form.applicants')}
                description={t('cases:form.applicantsHint')}
                defaultValue={chosen('applicantIds')}
              >
                <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
                  {applicants.map(({ value, label }) => (
                    <Checkbox key={value} name="applicantIds" value={value} label={label} />
                  ))}
                </SimpleGrid>
                {applicants.length === 0 ? (
                  <Text size="sm" c="dimmed">
                    {t('cases:form.applicantsNone')}
                  </Text>
                ) : null}
              </Checkbox.Group>
            </Stack>
          </Section>
          <Text size="sm" c="dimmed">
            {t('cases:form.submitRecords')}
          </Text>
          <Group>
            <Button type="submit" loading={busy}>
              {t('cases:form.submit')}
            </Button>
            <Button component={Link} to="/cases" variant="default">
              {t('cases:form.cancel')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </>
  )
}
