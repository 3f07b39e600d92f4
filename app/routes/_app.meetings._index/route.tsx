import { Anchor, Button, Group, TextInput } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MeetingLines } from '#app/components/meetings/meeting-lines.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { mayConvene } from '#domain/meetings/may.ts'

export const handle = { i18n: 'meetings', title: 'meetings:list.title' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const search = new URL(request.url).searchParams.get('search')?.trim().slice(0, 200) ?? ''
  const all = await context.services.meetings.list(actor)
  const hit = (words: string) => words.toLowerCase().includes(search.toLowerCase())
  const rows = all.filter(
    (row) => hit(row.title) || row.cases.some((one) => hit(one.number) || hit(one.title)),
  )
  const of = (...statuses: readonly string[]) => rows.filter((row) => statuses.includes(row.status))
  return json({
    search,
    any: all.length > 0,
    mayConvene: mayConvene(actor),
    now: of('open', 'adjourned'),
    upcoming: of('convened').sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    past: of('closed', 'cancelled').sort((a, b) => b.startsAt.localeCompare(a.startsAt)),
  })
}

export default function Meetings() {
  const { t } = useTranslation('meetings')
  const { search, any, mayConvene: may, now, upcoming, past } = useLoaderData<typeof loader>()
  const convene = may ? (
    <Button component={Link} to="/meetings/new">
      {t('meetings:list.convene')}
    </Button>
  ) : null
  if (!any) {
    return (
      <>
        <PageHead title={t('meetings:list.title')} lead={t('meetings:list.about')} />
        <EmptyState title={t('meetings:list.emptyTitle')} action={convene}>
          {t('meetings:list.emptyHint')}
        </EmptyState>
      </>
    )
  }
  const none = now.length + upcoming.length + past.length === 0
  return (
    <>
      <PageHead title={t('meetings:list.title')} lead={t('meetings:list.about')} actions={convene} />
      <Form role="search">
        <Group align="flex-end" gap="sm" mb="lg">
          <TextInput
            name="search"
            type="search"
            label={t('meetings:list.search')}
            defaultValue={search}
            key={search}
            w="min(100%, 360px)"
            maxLength={200}
          />
          <Button type="submit" variant="default">
            {t('meetings:list.searchButton')}
          </Button>
          {search ? (
            <Anchor component={Link} to="/meetings">
              {t('meetings:list.clear')}
            </Anchor>
          ) : null}
        </Group>
      </Form>
      {none ? <EmptyState title={t('meetings:list.noHit', { search })} /> : null}
      <MeetingLines title={t('meetings:list.now')} rows={now} />
      <MeetingLines
        title={t('meetings:list.upcoming')}
        rows={upcoming}
        {...(search ? {} : { empty: t('meetings:list.upcomingEmpty') })}
      />
      <MeetingLines title={t('meetings:list.past')} rows={past} />
    </>
  )
}
