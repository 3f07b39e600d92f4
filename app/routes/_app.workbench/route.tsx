import { Button, Grid, Paper, Text, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { MeetingsSoon } from '#app/components/workbench/meetings-soon.tsx'
import { TaskList } from '#app/components/workbench/task-list.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { isAdministrator } from '#domain/people/may.ts'

export const handle = { i18n: ['workbench', 'dossiers'], title: 'workbench:title' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const administrator = isAdministrator(actor)
  const { workbench, meetings: called, hearings: ordered } = context.services
  const [tasks, meetings, hearings] = await Promise.all([
    workbench.tasks(actor),
    called.list(actor),
    ordered.list(actor),
  ])
  return json({ administrator, tasks, meetings, hearings, now: new Date().toISOString() })
}

export default function WorkbenchPage() {
  const { administrator, tasks, meetings, hearings, now } = useLoaderData<typeof loader>()
  const { name } = useActor()
  const { t } = useTranslation('workbench')
  if (administrator) {
    return (
      <>
        <PageHead title={t('workbench:title')} lead={t('workbench:greeting', { name })} />
        {tasks.length > 0 ? (
          <Paper component="section" aria-labelledby="waiting" maw={640} mb="lg">
            <Title order={2} id="waiting" mb="sm">
              {t('workbench:waiting')}
            </Title>
            <TaskList tasks={tasks} now={now} />
          </Paper>
        ) : null}
        <Paper maw={640}>
          <Text mb="md">{t('workbench:administrator')}</Text>
          <Button component={Link} to="/administration">
            {t('workbench:toAdministration')}
          </Button>
        </Paper>
      </>
    )
  }
  return (
    <>
      <PageHead title={t('workbench:title')} lead={t('workbench:greeting', { name })} />
      <Grid gutter="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Paper component="section" aria-labelledby="waiting">
            <Title order={2} id="waiting" mb="sm">
              {t('workbench:waiting')}
            </Title>
            <TaskList tasks={tasks} now={now} />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <MeetingsSoon {...{ meetings, hearings, now }} />
        </Grid.Col>
      </Grid>
    </>
  )
}
