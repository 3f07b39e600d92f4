import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { CasePage } from '#server/services/cases.ts'
import { useCase } from './case-room.tsx'

/** More are found by typing more of the title. */
const MOST_SHOWN = 8

interface LinkFieldsProps {
  readonly chosen: string | null
  readonly onChoose: (caseId: string) => void
}

/** The case to link with, found by its number or title. */
export function LinkFields({ chosen, onChoose }: LinkFieldsProps) {
  const { t } = useTranslation('cases')
  const { state } = useCase()
  const found = useFetcher<{ page: CasePage }>()
  const search = useDebouncedCallback((words: string) => {
    found.load(`/cases?index&q=${encodeURIComponent(words)}`)
  }, 250)
  const rows = found.data?.page.rows ?? []
  const options = rows.filter(({ id }) => id !== state.id && !state.linkedCaseIds.includes(id))
  return (
    <Stack gap={4}>
      <TextInput
        label={t('cases:links.linkLabel')}
        withAsterisk
        onChange={(event) => search(event.currentTarget.value)}
        onFocus={() => {
          if (!found.data) search('')
        }}
      />
      <Radio.Group value={chosen} onChange={onChoose} aria-label={t('cases:links.linkLabel')}>
        <Stack gap={6} mt="xs">
          {options.slice(0, MOST_SHOWN).map(({ id, number, title }) => (
            <Radio key={id} value={id} label={`${number} ${title}`} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" role="status">
        {found.data && options.length === 0 ? t('cases:links.nothingFound') : ''}
      </Text>
    </Stack>
  )
}
