import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { majorityOf } from '#domain/hearings/opinions.ts'
import { lineOf } from '#domain/hearings/people.ts'
import { usePaper } from './paper-context.tsx'

/** What members and chair held in the deliberation, by name: for the tribunal, beside the report (H-31). */
export function Opinions() {
  const { t } = useTranslation('hearingsAfter')
  const { state, own, personName } = usePaper()
  const capacity = own?.participant?.capacity
  const inTribunal = capacity === 'chair' || capacity === 'member' || capacity === 'recorder'
  if (!state || !inTribunal) return null
  return (
    <Section title={t('hearingsAfter:opinions.title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('hearingsAfter:opinions.hint')}
        </Text>
        {state.opinions.length === 0 ? (
          <Text>{t('hearingsAfter:opinions.none')}</Text>
        ) : (
          <Text fw={600}>
            {t('hearingsAfter:opinions.majority', {
              stand: t(`hearingsAfter:stand.${majorityOf(state) ?? 'none'}`),
            })}
          </Text>
        )}
        {state.opinions.map(({ personId, stand, reason }) => (
          <div key={personId}>
            <Group gap="xs">
              <Text span fw={600}>
                {personName(personId)}
              </Text>
              <Text span size="sm" c="dimmed">
                {t(`hearingsAfter:capacity.${lineOf(state, personId)?.capacity ?? 'member'}`)}
              </Text>
              <StatusBadge>{t(`hearingsAfter:stand.${stand}`)}</StatusBadge>
            </Group>
            <Text style={{ whiteSpace: 'pre-wrap' }} lang="zh-CN">
              {reason}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}
