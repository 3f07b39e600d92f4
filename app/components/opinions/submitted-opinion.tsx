import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import type { Opinion } from '#domain/cases/types.ts'
import { Withdrawals } from './own-opinion.tsx'

/** The own department's opinion once submitted: that it is, and how to take it back while that is possible. */
export function SubmittedOpinion({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation('dossiers')
  const { bodyName, personName } = useCase()
  const dateTime = useDateTime()
  const body = bodyName(opinion.bodyId)
  return (
    <Section
      title={t('dossiers:opinions.ownOf', { body })}
      aside={
        <ActDialog
          label={t('dossiers:opinions.withdraw')}
          records={t('dossiers:opinions.withdrawRecords', { body })}
          reason={{ label: t('dossiers:opinions.withdrawReason'), required: true }}
          probe={{ type: 'withdraw-opinion', reason: '—' }}
          command={(reason) => ({ type: 'withdraw-opinion', reason })}
          look={{ variant: 'default', size: 'xs' }}
        />
      }
    >
      <Text>
        {t('dossiers:opinions.submitted', {
          date: opinion.submittedAt ? dateTime(opinion.submittedAt) : '',
          name: opinion.submittedBy ? personName(opinion.submittedBy) : '',
        })}
      </Text>
      <Withdrawals opinion={opinion} />
    </Section>
  )
}
