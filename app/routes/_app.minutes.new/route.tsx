import { Stack, Text } from '@mantine/core'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, json } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { id } from '#domain/cases/commands.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandId } from '#protocol/messages.ts'

export const handle = { i18n: 'minutes', title: 'minutes:new.title' }

const form = z.object({ meetingId: id, commandId })

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const meetingId = new URL(request.url).searchParams.get('meeting') ?? ''
  const { state } = orThrow(await context.services.meetings.view(actor, meetingId, 'person'))
  if (state.minutesId) throw redirect(`/minutes/${state.minutesId}`)
  const refusal = state.status === 'closed' ? null : refuse('minutes/meeting-open')
  return json({ meetingId, title: state.title, refusal })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'))
  const { meetingId } = parsed.data
  const done = await context.services.minutes.draft(actor, parsed.data.commandId, meetingId)
  if (!isRefusal(done)) return redirect(`/minutes/${done.minutesId}`)
  return respondToRefusal(done)
}

export default function NewMinutes() {
  const { meetingId, title, refusal } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useTranslation('minutes')
  const { state } = useNavigation()
  return (
    <>
      <PageHead title={t('minutes:new.title')} lead={title} />
      <Form method="post">
        <CommandField />
        <input type="hidden" name="meetingId" value={meetingId} />
        <Stack maw={640}>
          <Text>{t('minutes:new.explains')}</Text>
          <RefusalAlert refusal={answered?.refusal} />
          <div>
            <ReasonedButton type="submit" refusal={refusal} busy={state !== 'idle'}>
              {t('minutes:new.submit')}
            </ReasonedButton>
          </div>
        </Stack>
      </Form>
    </>
  )
}
