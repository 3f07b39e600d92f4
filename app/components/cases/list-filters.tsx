import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Form, Link, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { STAGES } from '#domain/cases/types.ts'
import type { CaseQuery } from '#server/services/cases.ts'
import { SORTS } from './list-query.ts'

/** A plain form that asks for another address: works without scripts, and the back button keeps it. */
export function ListFilters({ query }: { query: CaseQuery }) {
  const { t } = useTranslation('cases')
  const submit = useSubmit()
  const filtered = query.search !== '' || query.stage !== null
  return (
    <Form method="get" role="search" action="/cases" key={JSON.stringify(query)}>
      <Group align="flex-end" gap="sm" mb="md">
        <TextInput
          name="q"
          type="search"
          label={t('cases:list.search')}
          defaultValue={query.search}
          maxLength={100}
          leftSection={<IconSearch size={16} aria-hidden />}
          style={{ flex: '1 1 240px' }}
          maw={420}
        />
        <NativeSelect
          name="stage"
          label={t('cases:list.stage')}
          defaultValue={query.stage ?? ''}
          onChange={(event) => submit(event.currentTarget.form)}
          data={[
            { value: '', label: t('cases:list.allStages') },
            ...STAGES.map((stage) => ({ value: stage, label: t(`cases:stage.${stage}`) })),
          ]}
        />
        <NativeSelect
          name="sort"
          label={t('cases:list.sort')}
          defaultValue={query.sort}
          onChange={(event) => submit(event.currentTarget.form)}
          data={SORTS.map((sort) => ({ value: sort, label: t(`cases:list.sortBy.${sort}`) }))}
        />
        <Button type="submit" variant="default">
          {t('cases:list.searchButton')}
        </Button>
        {filtered ? (
          <Button component={Link} to="/cases" variant="subtle">
            {t('cases:list.clear')}
          </Button>
        ) : null}
      </Group>
    </Form>
  )
}
