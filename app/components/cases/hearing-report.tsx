import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from './case-room.tsx'

/** What came of a hearing, once its report is signed (REQ-080). */
export function HearingReport({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation('cases')
  const { state } = useCase()
  const report = state.hearings.find((hearing) => hearing.hearingId === hearingId)?.report
  if (!report) return null
  return (
    <div>
      <Text mt="xs">
        {t('cases:hearings.majority', { stand: t(`cases:hearings.stand.${report.majority ?? 'none'}`) })}
      </Text>
      <Text lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
        {t('cases:hearings.suggestion', { text: report.suggestion })}
      </Text>
      <Group gap="md" mt={4}>
        <Anchor component={Link} to={`/hearings/${hearingId}/report`}>
          {t('cases:hearings.toReport')}
        </Anchor>
        <Anchor component={Link} to={`/hearings/${hearingId}/transcript`}>
          {t('cases:hearings.toTranscript')}
        </Anchor>
      </Group>
      <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {t('cases:hearings.hash', { hash: report.hash })}
      </Text>
    </div>
  )
}
