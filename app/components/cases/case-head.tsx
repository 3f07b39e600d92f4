import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { CaseView } from '#server/services/cases.ts'
import { StageStepper } from './stage-stepper.tsx'

export function CaseHead({ view: { state } }: { view: CaseView }) {
  const { t } = useTranslation('cases')
  return (
    <div>
      <PageHead
        title={state.title}
        overline={
          <Group gap="xs">
            <strong>{state.number}</strong>
            <StatusBadge>{t(`cases:kind.${state.kind}`)}</StatusBadge>
            {state.complexity.map((flag) => (
              <StatusBadge key={flag} tone="waiting">
                {t(`cases:complexity.${flag}`)}
              </StatusBadge>
            ))}
          </Group>
        }
        lead={state.subjects.map(({ name }) => name).join(t('cases:taking.between'))}
      />
      <StageStepper state={state} />
    </div>
  )
}
