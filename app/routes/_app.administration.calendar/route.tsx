import { Anchor, Stack, Text } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useFetcher, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CalendarAnswer } from '#app/components/calendar/answers.ts'
import { ConfirmForm } from '#app/components/calendar/confirm-form.tsx'
import { KnownYears } from '#app/components/calendar/known-years.tsx'
import { Problems } from '#app/components/calendar/problems.tsx'
import { TableForm, type Draft } from '#app/components/calendar/table-form.tsx'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { calendarImport, calendarPreview } from '#domain/calendar/commands.ts'
import { yearOf } from '#domain/calendar/dates.ts'
import { mayImportCalendar } from '#domain/people/may.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'

export const handle = { i18n: 'calendar', title: 'calendar:title' }

const form = z.discriminatedUnion('intent', [
  calendarPreview.extend({ intent: z.literal('preview') }),
  calendarImport.extend({ intent: z.literal('import') }),
])

/** Years ahead that can be chosen: a notice is made for the next one. */
const YEARS_AHEAD = 3

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  if (!mayImportCalendar(actor)) orThrow(refuse('access/denied'))
  const origins = await context.services.calendar.years()
  // Sweden writes its dates the ISO way.
  const today = formatDateTime(new Date().toISOString(), 'plain', 'sv-SE')
  const asked = Number(new URL(request.url).searchParams.get('year'))
  const first = origins[0]?.calendar.year ?? yearOf(today)
  const years = Array.from({ length: yearOf(today) + YEARS_AHEAD - first + 1 }, (_, place) => first + place)
  const missing = years.find((year) => !origins.some(({ calendar }) => calendar.year === year))
  return json({ origins, today, years, year: years.includes(asked) ? asked : (missing ?? yearOf(today)) })
}

/** What an answer holds beside its refusal. */
const NOTHING = { errors: {}, problems: [], preview: null } as const

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { ...NOTHING, errors: parsed.errors })
  const { calendar } = context.services
  const { data } = parsed
  if (data.intent === 'import') {
    const done = await calendar.importYear(actor, data)
    if (isRefusal(done)) return respondToRefusal(done, NOTHING)
    return json<CalendarAnswer>({ ok: true, refusal: null, ...NOTHING })
  }
  const preview = await calendar.preview(actor, data.year, data.table)
  if (!isRefusal(preview)) return json<CalendarAnswer>({ ok: true, refusal: null, ...NOTHING, preview })
  const problems = 'problems' in preview ? preview.problems : []
  return respondToRefusal(refuse(preview.refused), { ...NOTHING, problems })
}

export default function ImportCalendar() {
  const { origins, today, years, year } = useLoaderData<typeof loader>()
  const { t } = useTranslation('calendar')
  const previewing = useFetcher<CalendarAnswer>()
  const [previews, setPreviews] = useState(0)
  // Each preview has an answer of its own: what was said to the one before is not about this one.
  const importing = useFetcher<CalendarAnswer>({ key: `calendar-import-${previews}` })
  const [draft, setDraft] = useState<Draft>({ year: String(year), table: '' })
  // What was previewed: after another letter is typed it shows nothing that would be imported.
  const [shown, setShown] = useState<Draft | null>(null)
  const isShown = shown === draft && previewing.state === 'idle'
  const done = isShown && importing.state === 'idle' && importing.data?.ok === true
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('calendar:import.lead')}</Text>
      <KnownYears origins={origins} />
      <TableForm
        draft={draft}
        years={years}
        onChange={setDraft}
        answer={isShown ? previewing.data : undefined}
        busy={previewing.state !== 'idle'}
        onPreview={() => {
          setShown(draft)
          setPreviews(previews + 1)
          previewing.submit({ intent: 'preview', ...draft }, { method: 'post' })
        }}
      />
      {isShown ? <Problems problems={previewing.data?.problems ?? []} /> : null}
      {isShown && !done && previewing.data?.preview ? (
        <ConfirmForm preview={previewing.data.preview} draft={draft} today={today} fetcher={importing} />
      ) : null}
      <Text role="status" c="var(--pine)">
        {done ? (
          <>
            {t('calendar:import.done', { year: draft.year })}{' '}
            <Anchor component={Link} to={`/calendar?year=${draft.year}`} underline="always">
              {t('calendar:titleOf', { year: draft.year })}
            </Anchor>
          </>
        ) : null}
      </Text>
    </Stack>
  )
}
