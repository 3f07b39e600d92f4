import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HearingStatus } from '#app/components/hearings/hearing-status.tsx'
import { ProceedingLines } from '#app/components/ui/proceeding-lines.tsx'
import type { HearingListRow } from '#server/services/hearings.ts'

export interface HearingLine extends HearingListRow {
  /** Before the opening, to whoever names people and serves the notice. */
  readonly toPrepare: boolean
}

interface HearingLinesProps {
  readonly title: string
  readonly rows: readonly HearingLine[]
  readonly empty?: string
}

export function HearingLines({ title, rows, empty }: HearingLinesProps) {
  const { t } = useTranslation('hearings-before')
  return (
    <ProceedingLines
      {...{ title, rows, empty }}
      toRow={({ id }) => `/hearings/${id}`}
      about={(row) =>
        `${t(`hearings-before:preset.${row.preset}`)} · ${t(row.public ? 'hearings-before:open' : 'hearings-before:closed')}`
      }
      state={(row) => (
        <>
          <HearingStatus status={row.status} words="hearings-before" />
          {row.toPrepare ? (
            <Anchor component={Link} to={`/hearings/${row.id}/prepare`}>
              {t('hearings-before:list.prepare')}
            </Anchor>
          ) : null}
          {row.status === 'noticed' ? (
            <Anchor component={Link} to={`/hearings/${row.id}/notice`}>
              {t('hearings-before:list.notice')}
            </Anchor>
          ) : null}
        </>
      )}
    />
  )
}
