import { Button, Group, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

interface PagingProps {
  readonly page: number
  readonly pages: number
  readonly total: number
  /** The address of a page of this list. */
  readonly to: (page: number) => string
}

/** Links, so that a page of a list has an address; nothing where there is only one. */
export function Paging({ page, pages, total, to }: PagingProps) {
  const { t } = useTranslation('common')
  return (
    <Group component="nav" justify="space-between" mt="md" aria-label={t('common:paging.label')}>
      <Text size="sm" c="dimmed">
        {t('common:paging.total', { count: total })}
      </Text>
      {pages > 1 ? (
        <Group gap="sm">
          {page > 1 ? (
            <Button component={Link} to={to(page - 1)} variant="default" size="xs" rel="prev">
              {t('common:paging.previous')}
            </Button>
          ) : null}
          <Text size="sm">{t('common:paging.page', { page, pages })}</Text>
          {page < pages ? (
            <Button component={Link} to={to(page + 1)} variant="default" size="xs" rel="next">
              {t('common:paging.next')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Group>
  )
}
