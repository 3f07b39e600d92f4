import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { isEnded } from '#domain/hearings/guards.ts'
import { POSTPONE_GROUNDS } from '#domain/hearings/phases.ts'
import { asRefusal, type Preparing } from './preparing.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** Another day, or none. */
export function Changes({ preparing: { state, may } }: { preparing: Preparing }) {
  const { t } = useTranslation('hearings-before')
  if (isEnded(state.status)) return null
  return (
    <Section title={t('hearings-before:prepare.changes')}>
      <Group gap="sm">
        <ReasonDialog
          intent="postpone"
          label={t('hearings-before:prepare.postpone')}
          records={t('hearings-before:prepare.postponeRecords')}
          reason={t('hearings-before:prepare.postponeReason')}
          refusal={asRefusal(may.postpone)}
        >
          <NativeSelect
            name="ground"
            label={t('hearings-before:prepare.postponeGround')}
            data={POSTPONE_GROUNDS.map((value) => ({
              value,
              label: t(`hearings-before:ground.${value}`),
            }))}
          />
          <TextInput name="resumeOn" type="date" label={t('hearings-before:prepare.resumeOn')} />
        </ReasonDialog>
        <ReasonDialog
          intent="cancel"
          label={t('hearings-before:prepare.cancel')}
          records={t('hearings-before:prepare.cancelRecords')}
          reason={t('hearings-before:prepare.cancelReason')}
          refusal={asRefusal(may.cancel)}
          look={{ color: 'cinnabar', variant: 'outline' }}
        />
      </Group>
    </Section>
  )
}
