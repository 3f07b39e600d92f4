import { Button, Stack, Text, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import classes from '#app/components/calendar/calendar.module.css'
import { HolidayTable } from '#app/components/calendar/holiday-table.tsx'
import { Origin } from '#app/components/calendar/origin.tsx'
import { YearGrid } from '#app/components/calendar/year-grid.tsx'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { daysOf, yearOf } from '#domain/calendar/dates.ts'
import { isWorkingDay } from '#domain/calendar/working-days.ts'
import { mayImportCalendar } from '#domain/people/may.ts'

export const handle = { i18n: 'calendar', title: 'calendar:title' }

/** The year asked for, or the present one; nothing else is a year that a notice was ever made for. */
function yearAsked(request: Request, today: string): number {
  const asked = new URL(request.url).searchParams.get('year') ?? ''
  return /^20\d\d$/.test(asked) ? Number(asked) : yearOf(today)
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const origins = await context.services.calendar.years()
  // Sweden writes its dates the ISO way.
  const today = formatDateTime(new Date().toISOString(), 'plain', 'sv-SE')
  const year = yearAsked(request, today)
  const known = origins.map(({ calendar }) => calendar.year)
  return json({
    today,
    year,
    // The year to come is shown before it is known: whoever looks for it learns that it is missing.
    years: [...new Set([...known, yearOf(today), yearOf(today) + 1, year])].sort((a, b) => a - b),
    origin: origins.find(({ calendar }) => calendar.year === year) ?? null,
    mayImport: mayImportCalendar(actor),
  })
}

function workingDaysIn(
  calendar: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['origin']>['calendar'],
) {
  return daysOf(calendar.year).filter((day) => isWorkingDay(day, { [calendar.year]: calendar }) === true)
    .length
}

export default function CalendarPage() {
  const { today, year, years, origin, mayImport } = useLoaderData<typeof loader>()
  const { t } = useTranslation('calendar')
  const importing = mayImport ? (
    <Button
      component={Link}
      to={`/administration/calendar?year=${year}`}
      variant={origin ? 'default' : 'filled'}
    >
      {t('calendar:import.title')}
    </Button>
  ) : null
  return (
    <>
      <PageHead
        title={t('calendar:titleOf', { year })}
        lead={t('calendar:lead')}
        actions={origin ? importing : null}
      />
      <nav aria-label={t('calendar:years')}>
        <ul className={classes.years}>
          {years.map((one) => (
            <li key={one}>
              <Link
                to={`/calendar?year=${one}`}
                {...(one === year ? { 'aria-current': 'page' as const } : {})}
              >
                {one}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {origin ? (
        <Stack gap="lg">
          <div>
            <Text fw={600}>{t('calendar:working', { count: workingDaysIn(origin.calendar) })}</Text>
            <Origin origin={origin} />
          </div>
          <div>
            <Title order={2} size="h4" mb="xs">
              {t('calendar:holidays')}
            </Title>
            <HolidayTable calendar={origin.calendar} />
          </div>
          <section aria-labelledby="months">
            <Title order={2} size="h4" id="months" mb="xs">
              {t('calendar:months')}
            </Title>
            <YearGrid calendar={origin.calendar} today={today} />
          </section>
        </Stack>
      ) : (
        <EmptyState title={t('calendar:missing', { year })} action={importing}>
          {t(mayImport ? 'calendar:missingMeansImport' : 'calendar:missingMeans', { year })}
        </EmptyState>
      )}
    </>
  )
}
