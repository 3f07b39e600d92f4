import { Button, Group, Stack, Text } from '@mantine/core'
import { REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '#app/components/cases/form-problem.tsx'
import { ParticularsFields } from '#app/components/cases/particulars-fields.tsx'
import { amendment, valuesOf } from '#app/components/cases/registration.ts'
import { Section } from '#app/components/cases/section.tsx'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { typed, useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm, type FieldErrors, type FormValues } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { leadsWork } from '#domain/cases/standing.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { state } = orThrow(await context.services.cases.view(actor, params['caseId'] ?? ''))
  if (!leadsWork(actor, state)) throwRefusal({ refused: 'access/denied' })
  return json({ caseId: state.id, standing: valuesOf(state) })
}

interface Answer {
  readonly refusal?: Refusal
  readonly errors?: FieldErrors
  readonly values?: FormValues
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const caseId = params['caseId'] ?? ''
  const form = await parseForm(request, amendment)
  if (!form.ok) return json({ errors: form.errors, values: form.values } satisfies Answer, { status: 422 })
  const { commandId, reason, ...particulars } = form.data
  const answer = await context.services.cases.execute(actor, caseId, commandId, {
    type: 'amend',
    particulars,
    reason,
  })
  if (isRefusal(answer)) return respondToRefusal(answer, { values: form.values })
  return redirect(`/cases/${caseId}`)
}

export default function Amend() {
  const { caseId, standing } = useLoaderData<{ readonly caseId: string; readonly standing: FormValues }>()
  const { refusal, errors, values } = useActionData<Answer>() ?? {}
  const { t } = useTranslation('cases')
  const errorOf = useFieldErrors(errors)
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" noValidate>
      <CommandField />
      <Stack maw={720}>
        <Text c="dimmed">{t('cases:form.amendLead')}</Text>
        <FormProblem errors={errors} />
        <RefusalAlert refusal={refusal} />
        <ParticularsFields values={values ?? standing} errors={errors} />
        <Section title={t('cases:form.reason')}>
          <LimitedTextarea
            name="reason"
            aria-label={t('cases:form.reason')}
            defaultValue={typed(values, 'reason')}
            autosize
            minRows={2}
            limit={REASON_LIMIT}
            error={errorOf('reason')}
          />
          <Text size="sm" c="dimmed" mt="xs">
            {t('cases:form.amendRecords')}
          </Text>
        </Section>
        <Group>
          <Button type="submit" loading={busy}>
            {t('cases:form.amend')}
          </Button>
          <Button component={Link} to={`/cases/${caseId}`} variant="default">
            {t('cases:form.cancel')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
