import { Anchor, Select, Stack, Text } from '@mantine/core'
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
          <Select
            label={t('cases:links.linkLabel')}
            withAsterisk
            searchable
            data={options.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
            value={chosen}
            onChange={setChosen}
            onSearchChange={search}
            onDropdownOpen={() => search('')}
            nothingFoundMessage={t('cases:links.nothingFound')}
          />
        </Stack>
      }
    />
  )
}
