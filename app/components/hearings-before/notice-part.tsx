import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { active } from '#domain/hearings/people.ts'
import { isEnded } from '#domain/hearings/guards.ts'
import classes from './before.module.css'
import { NoticeForm } from './notice-form.tsx'
import type { Preparing } from './preparing.ts'
import { ServePapers } from './serve-papers.tsx'

/** The notice: written and served, then who has read it. */
export function NoticePart({ preparing }: { preparing: Preparing }) {
  const { t } = useTranslation('hearings-before')
  const { state } = preparing
  const toServe = state.status === 'ordered' || state.status === 'postponed'
  if (!toServe && state.notice === null) return null
  return (
    <Section title={t('hearings-before:prepare.serving')}>
      <Stack>
        {toServe ? <NoticeForm preparing={preparing} /> : null}
        {state.notice && !toServe ? <Served state={state} /> : null}
        {state.notice && !toServe ? <ServePapers preparing={preparing} /> : null}
      </Stack>
    </Section>
  )
}

function Served({ state }: Pick<Preparing, 'state'>) {
  const { t } = useTranslation('hearings-before')
  const format = useDateTime()
  const { notice, status } = state
  if (!notice) return null
  // Observers owe no receipt.
  const people = active(state).filter((one) => one.capacity !== 'observer')
  const read = people.filter((one) => one.noticeReadAt !== null).length
  const date = format(notice.latestOn, 'date')
  return (
    <>
      <div>
        <Text fw={600}>{t('hearings-before:prepare.served', { date: format(notice.at) })}</Text>
        <Text c={notice.shortReason === null ? 'dimmed' : 'var(--ochre)'}>
          {notice.shortReason === null
            ? t('hearings-before:prepare.inTime', { date })
            : t('hearings-before:prepare.short', { date, reason: notice.shortReason })}
        </Text>
      </div>
      {isEnded(status) ? null : (
        <Text role="status">{t('hearings-before:prepare.readCount', { read, all: people.length })}</Text>
      )}
      <details>
        <summary>{t('hearings-before:prepare.text')}</summary>
        <p className={classes.notice} lang="zh-CN">
          {notice.text}
        </p>
      </details>
    </>
  )
}
