import { Group, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedInput, LimitedTextarea } from '#app/components/ui/limited.tsx'
import { EXAMINATION_KINDS } from '#domain/cases/examination-types.ts'
import type { Chosen } from './examination-draft.ts'

interface ExaminationFieldsProps {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

const LINE = 200

/** In which way, about what, and where and when or by whom. */
export function ExaminationFields({ chosen, onChange }: ExaminationFieldsProps) {
  const { t } = useTranslation('hearing-ways')
  const field = (name: keyof Chosen) => ({
    label: t(`hearing-ways:ways.${name}`),
    value: chosen[name],
    withAsterisk: true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...chosen, [name]: event.currentTarget.value }),
  })
  return (
    <Stack gap="sm">
      <Radio.Group
        value={chosen.kind}
        onChange={(kind) => onChange({ ...chosen, kind: kind === 'third-party' ? kind : 'symposium' })}
        aria-label={t('hearing-ways:ways.how')}
      >
        <Stack gap={6}>
          {EXAMINATION_KINDS.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`hearing-ways:ways.kind.${kind}`)}
              description={t(`hearing-ways:ways.kindNote.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <LimitedTextarea {...field('matter')} limit={REASON_LIMIT} autosize minRows={2} />
      {chosen.kind === 'symposium' ? (
        <>
          <Group gap="md" align="flex-start">
            <TextInput {...field('date')} type="date" />
            <TextInput {...field('time')} type="time" />
          </Group>
          <LimitedInput {...field('place')} limit={LINE} />
          <LimitedTextarea {...field('participants')} limit={REASON_LIMIT} autosize minRows={2} />
        </>
      ) : (
        <>
          <LimitedInput {...field('institution')} limit={LINE} />
          <TextInput {...field('dueOn')} type="date" />
        </>
      )}
    </Stack>
  )
}
