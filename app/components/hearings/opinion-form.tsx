import { Group, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import rooms from '#app/components/meetings/room.module.css'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import type { MemberOpinion } from '#domain/hearings/types.ts'
import { KeptReasonForm } from './kept-reason-form.tsx'
import { useHearing } from './room-context.tsx'

const STANDS: readonly MemberOpinion['stand'][] = ['tolerate', 'not-tolerate', 'other']

/**
 * A member's opinion with its reason; given anew until the phase is left, the former one stays in the record. No stand is
 * chosen for him: the reason is asked for once he has one.
 */
export function OpinionForm() {
  const { t } = useTranslation('hearings')
  const { state, own } = useHearing()
  const before = state.opinions.find((one) => one.personId === own.personId)
  const [chosen, choose] = useKeptWords(`${state.id} opinion stand`)
  const stand = STANDS.find((one) => one === chosen) ?? before?.stand ?? null
  return (
    <div className={rooms.ownStatement}>
      <Stack gap="sm">
        <Radio.Group label={t('hearings:deliberation.mine')} value={stand} onChange={choose}>
          <Group gap="lg" mt={4}>
            {STANDS.map((one) => (
              <Radio key={one} value={one} label={t(`hearings:stand.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        {stand === null ? null : (
          <KeptReasonForm
            label={t('hearings:deliberation.reason')}
            records={t('hearings:deliberation.records')}
            keep="opinion"
            submit={t(before ? 'hearings:deliberation.again' : 'hearings:deliberation.submit')}
            command={(reason) => ({ type: 'give-opinion', stand, reason })}
            onDone={() => choose(null)}
          />
        )}
      </Stack>
    </div>
  )
}
