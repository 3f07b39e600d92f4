import { Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { bodyOfOpinion, partName } from '#domain/dossiers/parts.ts'
import type { TaskRow } from '#server/services/workbench.ts'
import classes from './workbench.module.css'

interface TaskListProps {
  readonly tasks: readonly TaskRow[]
  /** ISO time of the server, so that both ends agree what is overdue. */
  readonly now: string
}

/** Where the act itself is done, for tasks about a hearing that have a page of their own. */
function placeOf({ kind, subject }: TaskRow): string {
  switch (kind) {
    case 'arrange-hearing':
      return `/hearings/new?case=${subject.split('/').at(-1) ?? ''}`
    case 'prepare-hearing':
      return `${subject}/prepare`
    case 'read-notice':
      return `${subject}/notice`
    default:
      return subject
  }
}

/** Deadlines first, nearest first; then what waits longest. */
export function inOrderOfUrgency(tasks: readonly TaskRow[]): readonly TaskRow[] {
  return [...tasks].sort((a, b) => {
    if (a.dueAt !== null && b.dueAt !== null) return a.dueAt.localeCompare(b.dueAt)
    if (a.dueAt !== null || b.dueAt !== null) return a.dueAt === null ? 1 : -1
    return a.openedAt.localeCompare(b.openedAt)
  })
}

function Due({ dueAt, now }: { dueAt: string | null; now: string }) {
  const { t } = useTranslation('workbench')
  const format = useDateTime()
  if (dueAt === null) return null
  const date = format(dueAt, 'date')
  // A due day ends with its evening: compared as text, `2026-11-26` is past only on the 27th.
  const overdue = dueAt < now.slice(0, dueAt.length)
  return (
    <StatusBadge tone="waiting">{t(overdue ? 'workbench:overdue' : 'workbench:due', { date })}</StatusBadge>
  )
}

/** What waits, in words; of suggestions how many and in which text, as the line's address says. */
function useWords(): (task: TaskRow) => string {
  const { t } = useTranslation(['workbench', 'dossiers'])
  return ({ kind, title, subject }) => {
    const [, part, count] = /\/dossier\/([^/?]+)\?suggestions=(\d+)$/.exec(subject) ?? []
    if (kind !== 'decide-suggestions' || !part) return t(`workbench:kind.${kind}`, { defaultValue: title })
    const name = bodyOfOpinion(part) === null ? t(`dossiers:part.${partName(part)}`) : t('workbench:opinion')
    return t('workbench:suggestions', { part: name, count: Number(count) })
  }
}

export function TaskList({ tasks, now }: TaskListProps) {
  const { t } = useTranslation('workbench')
  const format = useDateTime()
  const words = useWords()
  if (tasks.length === 0) {
    return <EmptyState title={t('workbench:nothingWaits')}>{t('workbench:nothingWaitsMeans')}</EmptyState>
  }
  return (
    <ul className={classes.list}>
      {inOrderOfUrgency(tasks).map((task) => (
        <li key={task.id}>
          <Link to={placeOf(task)} className={classes.row ?? ''}>
            <span className={classes.words}>
              <Text span fw={600}>
                {words(task)}
              </Text>
              <Text span c="dimmed" size="sm">
                {task.title}
              </Text>
            </span>
            <span className={classes.when}>
              <Due dueAt={task.dueAt} now={now} />
              <Text span size="xs" c="dimmed">
                {t('workbench:since', { date: format(task.openedAt, 'date') })}
              </Text>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
