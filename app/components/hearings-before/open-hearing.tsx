import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Link, useFetcher } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import facts from '#app/components/cases/facts.module.css'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import type { PublicHearing } from '#server/services/hearings.ts'
import { HearingStatus } from '#app/components/hearings/hearing-status.tsx'

/** An open hearing as anybody sees it: what it is about, when, where, how to come. */
export function OpenHearing({ hearing }: { hearing: PublicHearing }) {
  const { t } = useTranslation('hearings-before')
  const titleId = useId()
  const { title, issues, startsAt, place, status, orderingBodyName } = hearing
  return (
    <Paper component="section" aria-labelledby={titleId}>
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} id={titleId} fz="md">
          {title}
        </Title>
        {status === 'noticed' ? (
          <StatusBadge tone="active">{t('hearings-before:public.soon')}</StatusBadge>
        ) : (
          <HearingStatus status={status} words="hearings-before" />
        )}
      </Group>
      <dl className={facts.facts}>
        <div className={facts.fact}>
          <dt>{t('hearings-before:public.when')}</dt>
          <dd>
            {status === 'postponed' ? (
              t('hearings-before:public.postponed')
            ) : (
              <Text span fw={600}>
                <DateTime value={startsAt} />
              </Text>
            )}
          </dd>
        </div>
        <div className={facts.fact}>
          <dt>{t('hearings-before:public.where')}</dt>
          <dd>{place}</dd>
        </div>
        <div className={facts.fact}>
          <dt>{t('hearings-before:public.issues')}</dt>
          <dd>
            <ol className={facts.list}>
              {issues.map((issue) => (
                <li key={issue}>{issue}</li>
              ))}
            </ol>
          </dd>
        </div>
        <div className={facts.fact}>
          <dt>{t('hearings-before:public.by')}</dt>
          <dd>{orderingBodyName}</dd>
        </div>
        <div className={facts.fact}>
          <dt>{t('hearings-before:public.how')}</dt>
          <dd>
            <Stack gap="xs" align="flex-start">
              <span>{t('hearings-before:public.howTo')}</span>
              <Register hearing={hearing} />
            </Stack>
          </dd>
        </div>
      </dl>
    </Paper>
  )
}

function Register({ hearing }: { hearing: PublicHearing }) {
  const { t } = useTranslation('hearings-before')
  const fetcher = useFetcher<{ readonly refusal: Refusal | null }>()
  const formId = useId()
  const { id, title, own, status } = hearing
  if (status === 'open' || status === 'suspended') {
    return own?.takesPart ? <Enter id={id} /> : <Text c="dimmed">{t('hearings-before:public.running')}</Text>
  }
  if (own === null) {
    return (
      <Button component={Link} to={`/sign-in?to=${encodeURIComponent('/public/hearings')}`} variant="light">
        {t('hearings-before:public.signIn')}
      </Button>
    )
  }
  if (own.takesPart) return <Enter id={id} />
  return (
    <>
      <fetcher.Form method="post" id={formId}>
        <CommandField />
        <input type="hidden" name="hearingId" value={id} />
        <LegalActButton
          form={formId}
          legal={false}
          busy={fetcher.state !== 'idle'}
          refusal={own.refusal}
          records={t('hearings-before:public.registerRecords')}
          aria-label={t('hearings-before:public.registerName', { title })}
        >
          {t('hearings-before:public.register')}
        </LegalActButton>
      </fetcher.Form>
      <RefusalAlert refusal={fetcher.data?.refusal} />
    </>
  )
}

function Enter({ id }: { id: string }) {
  const { t } = useTranslation('hearings-before')
  return (
    <Group gap="sm">
      <Text c="var(--pine)" fw={600} role="status">
        {t('hearings-before:public.registered')}
      </Text>
      <Button component={Link} to={`/hearings/${id}`} variant="light">
        {t('hearings-before:public.enter')}
      </Button>
    </Group>
  )
}
