import { Button, Stack, Text, TextInput } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isPresent } from '#domain/meetings/participants.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandId } from '#protocol/messages.ts'

export const handle = { i18n: 'meetings', title: 'meetings:checkIn.page' }

const form = z.object({ code: z.string().trim().min(1).max(20), commandId })

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { state } = orThrow(await context.services.meetings.view(actor, params['meetingId'] ?? '', 'person'))
  const code = new URL(request.url).searchParams.get('code')?.slice(0, 20) ?? ''
  const { id, title, place, startsAt } = state
  return json({ id, title, place, startsAt, code, present: isPresent(state, actor.personId) })
}

/** A link must not check anybody in by being opened (previews open links): the person presses. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const meetingId = params['meetingId'] ?? ''
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('meeting/wrong-code'))
  const done = await context.services.meetings.execute(actor, meetingId, parsed.data.commandId, {
    type: 'check-in',
    personId: null,
    code: parsed.data.code,
  })
  return isRefusal(done) ? respondToRefusal(done) : redirect(`/meetings/${meetingId}`)
}

export default function CheckInPage() {
  const { t } = useTranslation('meetings')
  const { id, title, place, startsAt, code, present } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Stack maw={480} mx="auto" gap="lg">
      <PageHead title={t('meetings:checkIn.page')} lead={t('meetings:checkIn.pageAbout', { title, place })} />
      <DateTime value={startsAt} />
      {present ? (
        <>
          <Text c="var(--pine)" size="lg">
            ✓ {t('meetings:checkIn.pageDone')}
          </Text>
          <Button component={Link} to={`/meetings/${id}`} size="lg">
            {t('meetings:checkIn.toRoom')}
          </Button>
        </>
      ) : (
        <Form method="post">
          <Stack gap="md">
            <CommandField />
            <TextInput
              name="code"
              label={t('meetings:checkIn.code')}
              description={t('meetings:checkIn.codeHint')}
              defaultValue={code}
              size="lg"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={20}
              required
            />
            <Button type="submit" size="lg" loading={busy}>
              {t('meetings:checkIn.self')}
            </Button>
            <RefusalAlert refusal={answer?.refusal} />
          </Stack>
        </Form>
      )}
    </Stack>
  )
}
