import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import type { FetcherWithComponents } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { CalendarPreview } from '#server/services/calendar.ts'
import type { CalendarAnswer } from './answers.ts'
import { HolidayTable } from './holiday-table.tsx'
import type { Draft } from './table-form.tsx'
import { YearGrid } from './year-grid.tsx'

interface ConfirmFormProps {
  readonly preview: CalendarPreview
  readonly draft: Draft
  readonly today: string
  readonly fetcher: FetcherWithComponents<CalendarAnswer>
}

/** What the import changes, and the two things to say with it: the notice, and why a year that stands is replaced. */
export function ConfirmForm({ preview, draft, today, fetcher }: ConfirmFormProps) {
  const { t } = useTranslation('calendar')
  const errorOf = useFieldErrors(fetcher.data?.errors)
  const heading = useRef<HTMLHeadingElement>(null)
  const { calendar, before, changes } = preview
  // It was asked for and stands further down: whoever cannot see it grow is taken there.
  useEffect(() => heading.current?.focus(), [preview])
  const worked = changes.filter(({ to }) => to === 'working' || to === 'working-weekend').length
  return (
    <Paper component="section" aria-labelledby="changes">
      <Title order={2} id="changes" mb="sm" ref={heading} tabIndex={-1}>
        {t('calendar:import.changes', { year: calendar.year })}
      </Title>
      <Stack gap="lg">
        <Text>
          {t(before ? 'calendar:import.against' : 'calendar:import.new', {
            document: before?.document ?? '',
            free: changes.length - worked,
            worked,
          })}
        </Text>
        <HolidayTable calendar={calendar} />
        <YearGrid calendar={calendar} today={today} changed={new Set(changes.map(({ day }) => day))} />
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="import" />
          <input type="hidden" name="year" value={draft.year} />
          <input type="hidden" name="table" value={draft.table} />
          <input type="hidden" name="revision" value={before?.revision ?? 0} />
          <Stack>
            <LimitedInput
              name="document"
              label={t('calendar:import.document')}
              description={t('calendar:import.documentHint')}
              limit={100}
              error={errorOf('document')}
              required
            />
            {before ? (
              <LimitedInput
                name="reason"
                label={t('calendar:import.reason')}
                description={t('calendar:import.reasonHint', { year: calendar.year })}
                limit={500}
                error={errorOf('reason')}
                required
              />
            ) : (
              <input type="hidden" name="reason" value="" />
            )}
            <RefusalAlert refusal={fetcher.data?.refusal} />
            <Text size="sm" c="dimmed">
              {t('calendar:import.records', { year: calendar.year })}
            </Text>
            <div>
              <Button type="submit" loading={fetcher.state !== 'idle'}>
                {t('calendar:import.confirm', { year: calendar.year })}
              </Button>
            </div>
          </Stack>
        </fetcher.Form>
      </Stack>
    </Paper>
  )
}
