import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './choose-many.module.css'

interface ChooseManyProps {
  readonly label: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly withAsterisk?: boolean
}

/** Fewer are seen at a glance: no need to search among them. */
const AT_A_GLANCE = 8

/** Any number of a list, by ticking; a long list is narrowed by typing. Ticked ones stay in sight. */
export function ChooseMany({ label, data, value, onChange, withAsterisk = false }: ChooseManyProps) {
  const { t } = useTranslation('common')
  const [words, setWords] = useState('')
  const shown = data.filter(
    (one) => value.includes(one.value) || one.label.toLowerCase().includes(words.trim().toLowerCase()),
  )
  return (
    <Checkbox.Group label={label} value={[...value]} onChange={onChange} withAsterisk={withAsterisk}>
      {data.length > AT_A_GLANCE ? (
        <TextInput
          mt={4}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          placeholder={t('common:search')}
          aria-label={`${t('common:search')} · ${label}`}
        />
      ) : null}
      <Stack gap={6} mt="xs" className={classes.list ?? ''}>
        {shown.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label} />
        ))}
        {shown.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('common:none')}
          </Text>
        ) : null}
      </Stack>
    </Checkbox.Group>
  )
}
