import { Anchor, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Link, useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasePage } from '#server/services/cases.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'
import { Section } from './section.tsx'

export interface LinkedCase {
  readonly id: string
  /** Null where the viewer may not read the linked case. */
  readonly name: string | null
}

export function Links({ linked, mayLink }: { linked: readonly LinkedCase[]; mayLink: boolean }) {
  const { t } = useTranslation('cases')
  return (
    <Section title={t('cases:links.title')} aside={mayLink ? <LinkCase /> : null}>
      {linked.length === 0 ? (
        <Text c="dimmed">{t('cases:links.none')}</Text>
      ) : (
        <ul className={classes.plain}>
          {linked.map(({ id, name }) => (
            <li key={id}>
              {name ? (
                <Anchor component={Link} to={`/cases/${id}`}>
                  {name}
                </Anchor>
              ) : (
                <Text span c="dimmed">
                  {t('cases:links.hidden')}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** More are found by typing more of the title. */
const MOST_SHOWN = 8

function LinkCase() {
  const { t } = useTranslation('cases')
  const { state } = useCase()
  const found = useFetcher<{ page: CasePage }>()
  const [chosen, setChosen] = useState<string | null>(null)
  const search = useDebouncedCallback((words: string) => {
    found.load(`/cases?index&q=${encodeURIComponent(words)}`)
  }, 250)
  const rows = found.data?.page.rows ?? []
  const options = rows.filter(({ id }) => id !== state.id && !state.linkedCaseIds.includes(id))
  return (
    <ActDialog
      label={t('cases:links.link')}
      records={t('cases:links.records')}
      reason={{ label: t('cases:links.reason'), required: true }}
      look={{ variant: 'default', size: 'xs' }}
      probe={{ type: 'link-case', caseId: 'any-other', reason: '—' }}
      command={(reason) => (chosen === null ? null : { type: 'link-case', caseId: chosen, reason })}
      onDone={() => setChosen(null)}
      fields={
        <Stack gap={4}>
          <TextInput
            label={t('cases:links.linkLabel')}
            withAsterisk
            onChange={(event) => search(event.currentTarget.value)}
            onFocus={() => {
              if (!found.data) search('')
            }}
          />
          <Radio.Group value={chosen} onChange={setChosen} aria-label={t('cases:links.linkLabel')}>
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
      }
    />
  )
}
