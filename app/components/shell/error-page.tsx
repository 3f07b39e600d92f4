import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { incidentOfLastRequest } from '#app/http/incident.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { useRootData } from './root-data.ts'

function refusalIn(error: unknown): Refusal | null {
  if (!isRouteErrorResponse(error)) return null
  const data: unknown = error.data
  if (typeof data === 'object' && data !== null && 'refusal' in data && isRefusal(data.refusal))
    return data.refusal
  if (error.status === 404) return { refused: 'access/not-found' }
  return error.status === 403 ? { refused: 'access/denied' } : null
}

/** What happened, what it means, what to do: a refusal's own sentence, or a number to quote. */
export function ErrorPage() {
  const { t } = useTranslation(['shell', 'refusals'])
  const refusal = refusalIn(useRouteError())
  const { pathname, search } = useLocation()
  const root = useRootData()
  const number = incidentOfLastRequest() ?? root?.requestId ?? '?'
  return (
    <Stack maw={640} py="xl" gap="md" role="alert">
      <Title order={1}>{refusal ? t('shell:error.refused') : t('shell:error.broken')}</Title>
      <Text>
        {refusal
          ? t(`refusals:${refusal.refused}`, { ...refusal.details })
          : t('shell:error.number', { number })}
      </Text>
      {refusal ? null : <Text c="dimmed">{t('shell:error.advice')}</Text>}
      <Group>
        {refusal?.refused === 'auth/required' ? (
          <Button component={Link} to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>
            {t('shell:signIn')}
          </Button>
        ) : null}
        {refusal ? null : (
          <Button component="a" href={pathname + search}>
            {t('shell:error.again')}
          </Button>
        )}
        <Anchor component={Link} to="/">
          {t('shell:error.home')}
        </Anchor>
      </Group>
    </Stack>
  )
}
