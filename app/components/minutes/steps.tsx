import { Group, Stepper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MINUTES_STEPS } from '#domain/minutes/types.ts'
import { ActButton } from './act-button.tsx'
import { useMinutes } from './minutes-context.tsx'

/** Where the minutes stand, and the one next step. */
export function Steps() {
  const { t } = useTranslation('minutes')
  const { state } = useMinutes()
  const at = MINUTES_STEPS.indexOf(state.step)
  return (
    <section aria-label={t('minutes:steps.label')}>
      <Stepper active={state.step === 'issued' ? MINUTES_STEPS.length : at} size="sm" iconSize={28} mb="md">
        {MINUTES_STEPS.map((step) => (
          <Stepper.Step
            key={step}
            component="div"
            label={t(`minutes:step.${step}`)}
            aria-current={step === state.step ? 'step' : undefined}
          />
        ))}
      </Stepper>
      <Text c="dimmed" size="sm" mb="sm">
        {t(`minutes:stepMeans.${state.step}`)}
      </Text>
      <Group gap="sm" align="flex-start">
        {state.step === 'draft' ? (
          <ActButton command={() => ({ type: 'send-to-review' })} records={t('minutes:act.reviewRecords')}>
            {t('minutes:act.review')}
          </ActButton>
        ) : null}
        {state.step === 'in-review' ? (
          <ActButton
            command={() => ({ type: 'send-to-countersign' })}
            records={t('minutes:act.countersigningRecords')}
          >
            {t('minutes:act.countersigning')}
          </ActButton>
        ) : null}
        {state.step === 'countersigning' ? (
          <ActButton command={() => ({ type: 'send-to-sign' })} records={t('minutes:act.toSignRecords')}>
            {t('minutes:act.toSign')}
          </ActButton>
        ) : null}
        {state.step === 'signing' ? (
          <ActButton legal command={() => ({ type: 'sign' })} records={t('minutes:act.signRecords')}>
            {t('minutes:act.sign')}
          </ActButton>
        ) : null}
        {state.step === 'draft' || state.step === 'issued' ? null : (
          <ActButton
            variant="default"
            command={(reason) => ({ type: 'return-to-draft', reason })}
            reason={t('minutes:act.returnReason')}
            records={t('minutes:act.returnRecords')}
          >
            {t('minutes:act.return')}
          </ActButton>
        )}
      </Group>
    </section>
  )
}
