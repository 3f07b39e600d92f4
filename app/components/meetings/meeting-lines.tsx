import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ProceedingLines } from '#app/components/ui/proceeding-lines.tsx'
import type { MeetingListRow } from '#server/services/meetings.ts'
import { MeetingStatus } from './meeting-status.tsx'

const CASES_SHOWN = 3

interface MeetingLinesProps {
  readonly title: string
  readonly rows: readonly MeetingListRow[]
  readonly empty?: string
}

export function MeetingLines({ title, rows, empty }: MeetingLinesProps) {
  const { t } = useTranslation('meetings')
  const casesOf = ({ cases }: MeetingListRow) => {
    const shown = cases.slice(0, CASES_SHOWN).map((one) => `${one.number} ${one.title}`)
    const more = cases.length > CASES_SHOWN ? ` ${t('meetings:list.more', { count: cases.length })}` : ''
    return shown.join(t('meetings:clause')) + more
  }
  return (
    <ProceedingLines
      {...{ title, rows, empty }}
      toRow={({ id }) => `/meetings/${id}`}
      about={casesOf}
      state={(row) => (
        <>
          <MeetingStatus status={row.status} />
          {row.minutesId ? (
            <Anchor component={Link} to={`/minutes/${row.minutesId}`}>
              {t('meetings:list.minutes')}
            </Anchor>
          ) : null}
        </>
      )}
    />
  )
}
