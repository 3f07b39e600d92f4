import { Button, Group, Text } from '@mantine/core'
import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Pages by links, so that a page of a list can be sent to a colleague. The page stands in `?page=`. */
export function Paging({ total, pageSize }: { total: number; pageSize: number }) {
  const { t } = useTranslation('common')
  const { search } = useLocation()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(pages, Math.max(1, Number(new URLSearchParams(search).get('page')) || 1))
  if (pages === 1) return null
  const to = (number: number) => {
    const params = new URLSearchParams(search)
    params.set('page', String(number))
    return `?${params}`
  }
  return (
    <Group role="navigation" aria-label={t('common:paging.label')} justify="space-between" mt="sm">
      <Text size="sm" c="dimmed">
        {t('common:paging.total', { count: total })}
      </Text>
      <Group gap="xs">
        {page > 1 ? (
          <Button component={Link} to={to(page - 1)} variant="default" size="compact-sm">
            {t('common:paging.previous')}
          </Button>
        ) : null}
        <Text size="sm">{t('common:paging.page', { page, pages })}</Text>
        {page < pages ? (
          <Button component={Link} to={to(page + 1)} variant="default" size="compact-sm">
            {t('common:paging.next')}
          </Button>
        ) : null}
      </Group>
    </Group>
  )
}
