import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form, Link, useSubmit } from '@remix-run/react'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SEARCH_KINDS } from '#domain/search/entry.ts'
import { LONGEST_QUERY } from '#domain/search/query.ts'
import type { BodyNames } from './hit-words.tsx'
import { searchTo, stateOwner, STATES, type SearchAddress } from './query.ts'

const YEARS_BACK = 10

interface FiltersProps {
  readonly query: SearchAddress
  readonly bodies: BodyNames
  readonly thisYear: number
}

/** A plain form that asks for another address: works without scripts, and the back button keeps it. */
export function Filters({ query, bodies, thisYear }: FiltersProps) {
  const { t } = useTranslation(['search', 'shell'])
  const submit = useSubmit()
  const { words, kind, state, year, bodyId } = query
  const filtered = kind !== null || state !== null || year !== null || bodyId !== null
  const owner = stateOwner(kind)
  const select = (name: string, all: string, value: string | null, data: readonly [string, string][]) => (
    <NativeSelect
      name={name}
      label={t(`search:${name}`)}
      defaultValue={value ?? ''}
      onChange={(event) => submit(event.currentTarget.form)}
      data={[
        { value: '', label: t(`search:${all}`) },
        ...data.map(([code, label]) => ({ value: code, label })),
      ]}
      style={{ flex: '1 1 130px' }}
      maw={220}
    />
  )
  return (
    <Form method="get" role="search" action="/search" key={JSON.stringify(query)}>
      <Group align="flex-end" gap="sm" mb="md">
        <TextInput
          name="q"
          type="search"
          label={t('search:field')}
          description={t('search:fieldHint')}
          defaultValue={words}
          maxLength={LONGEST_QUERY}
          leftSection={<IconSearch size={16} aria-hidden />}
          style={{ flex: '1 1 100%' }}
          maw={640}
        />
        {select(
          'kind',
          'allKinds',
          kind,
          SEARCH_KINDS.map((one) => [one, t(`shell:search.kind.${one}`)]),
        )}
        {select(
          'state',
          'allStates',
          state,
          STATES[owner].map((one) => [one, t(`search:stateOf.${owner}.${one}`)]),
        )}
        {select(
          'year',
          'allYears',
          year === null ? null : String(year),
          Array.from({ length: YEARS_BACK }, (_, back) => [String(thisYear - back), String(thisYear - back)]),
        )}
        {select('body', 'allBodies', bodyId, Object.entries(bodies))}
        <Button type="submit">{t('search:submit')}</Button>
        {filtered ? (
          <Button
            component={Link}
            to={searchTo({ words, kind: null, state: null, year: null, bodyId: null, after: null })}
            variant="subtle"
          >
            {t('search:clear')}
          </Button>
        ) : null}
      </Group>
    </Form>
  )
}
