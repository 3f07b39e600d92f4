import { ActionIcon, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DecisionDetail } from '#domain/minutes/types.ts'
import { useMinutes } from './minutes-context.tsx'

type Duties = DecisionDetail['duties']

interface DutyFieldsProps {
  readonly duties: Duties
  readonly onChange: (duties: Duties) => void
  readonly onAdd: () => void
}

/** Correction duties: what, by whom, until when. */
export function DutyFields({ duties, onChange, onAdd }: DutyFieldsProps) {
  const { t } = useTranslation(['minutes', 'common'])
  const { view } = useMinutes()
  const change = (id: string, part: Partial<Duties[number]>) =>
    onChange(duties.map((duty) => (duty.id === id ? { ...duty, ...part } : duty)))
  return (
    <Stack gap="xs" role="group" aria-label={t('minutes:duty.title')}>
      {duties.map((duty) => (
        <Group key={duty.id} gap="xs" align="flex-end">
          <LimitedInput
            style={{ flex: '2 1 220px' }}
            label={t('minutes:duty.text')}
            required
            limit={500}
            value={duty.text}
            onChange={(event) => change(duty.id, { text: event.currentTarget.value })}
          />
          <NativeSelect
            style={{ flex: '1 1 160px' }}
            label={t('minutes:duty.owner')}
            required
            value={duty.ownerBodyId}
            onChange={(event) => change(duty.id, { ownerBodyId: event.currentTarget.value })}
            data={[
              { value: '', label: t('minutes:detail.choose') },
              ...Object.entries(view.bodies).map(([value, label]) => ({ value, label })),
            ]}
          />
          <TextInput
            style={{ flex: '1 1 140px' }}
            type="date"
            label={t('minutes:duty.dueOn')}
            required
            value={duty.dueOn}
            onChange={(event) => change(duty.id, { dueOn: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="slate"
            size="lg"
            aria-label={t('minutes:duty.remove', { text: duty.text })}
            onClick={() => onChange(duties.filter((other) => other.id !== duty.id))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button variant="subtle" size="xs" onClick={onAdd}>
          {t('minutes:duty.add')}
        </Button>
      </div>
    </Stack>
  )
}
