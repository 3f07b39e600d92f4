import { Button, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alone } from '#app/components/auth/alone.tsx'
import { typed, useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { AdministratorFields } from './administrator-fields.tsx'
import { setUpForm } from './form.ts'
import { OFFICES } from './offices.ts'

export const handle = { i18n: ['auth', 'people'], title: 'auth:setUp.title', bare: true }

export async function loader({ context }: LoaderFunctionArgs) {
  if (await context.services.people.isSetUp()) throw redirect('/')
  return null
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (await context.services.people.isSetUp()) {
    return respondToRefusal(refuse('people/already-set-up'), { errors: {}, values: {} })
  }
  const parsed = await parseForm(request, setUpForm)
  if (!parsed.ok)
    return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors, values: parsed.values })
  const { jurisdiction, caseMark, minutesMark } = parsed.data
  const administrators = OFFICES.map((role) => {
    const { userName, name, password } = parsed.data[role]
    return { role, userName, name, password }
  })
  const answer = await context.services.people.setUp({ jurisdiction, caseMark, minutesMark, administrators })
  if (isRefusal(answer)) return respondToRefusal(answer, { errors: {}, values: parsed.values })
  return redirect('/sign-in')
}

export default function SetUpPage() {
  const answered = useActionData<typeof action>()
  const { t } = useTranslation(['auth', 'people'])
  const errorOf = useFieldErrors(answered?.errors)
  const busy = useNavigation().state !== 'idle'
  const values = answered?.values
  const [caseMark, setCaseMark] = useState(typed(values, 'caseMark', t('auth:setUp.caseMarkDefault')))
  const [minutesMark, setMinutesMark] = useState(
    typed(values, 'minutesMark', t('auth:setUp.minutesMarkDefault')),
  )
  return (
    <Alone width={760}>
      <Paper p="lg">
        <Title order={1} fz="lg">
          {t('auth:setUp.title')}
        </Title>
        <Text c="dimmed" size="sm" mb="md">
          {t('auth:setUp.lead')}
        </Text>
        <Form method="post">
          <Stack>
            <RefusalAlert refusal={answered?.refusal} />
            <TextInput
              name="jurisdiction"
              label={t('auth:setUp.jurisdiction')}
              description={t('auth:setUp.jurisdictionHint')}
              defaultValue={typed(values, 'jurisdiction')}
              error={errorOf('jurisdiction')}
              required
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput
                name="caseMark"
                label={t('auth:setUp.caseMark')}
                description={t('auth:setUp.caseMarkHint', { mark: caseMark })}
                value={caseMark}
                onChange={(event) => setCaseMark(event.currentTarget.value)}
                error={errorOf('caseMark')}
                required
              />
              <TextInput
                name="minutesMark"
                label={t('auth:setUp.minutesMark')}
                description={t('auth:setUp.minutesMarkHint', { mark: minutesMark })}
                value={minutesMark}
                onChange={(event) => setMinutesMark(event.currentTarget.value)}
                error={errorOf('minutesMark')}
                required
              />
            </SimpleGrid>
            <Text size="sm" c="dimmed">
              {t('auth:setUp.bodies')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('auth:setUp.fieldRules')}
            </Text>
            {OFFICES.map((office) => (
              <AdministratorFields key={office} office={office} values={values} errorOf={errorOf} />
            ))}
            <Button type="submit" size="md" loading={busy}>
              {t('auth:setUp.submit')}
            </Button>
          </Stack>
        </Form>
      </Paper>
    </Alone>
  )
}
