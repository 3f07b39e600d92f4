import { Anchor, Group, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import classes from '#app/components/versions/timeline.module.css'
import type { TemplateView } from '#server/services/templates.ts'
import { useTemplateNames } from './names.ts'

/** What was in force since when, by whom and why; the newest first, the release's words last. */
export function TemplateHistory({ view: { versions, shown, people } }: { view: TemplateView }) {
  const { t } = useTranslation('templates')
  const names = useTemplateNames()
  const current = (number: number) => (number === shown.number ? { 'aria-current': true as const } : {})
  const link = (number: number) => (
    <Anchor
      component={Link}
      to={`?v=${number}`}
      fw={600}
      aria-label={t('templates:read', { version: names.version(number) })}
    >
      {names.version(number)}
    </Anchor>
  )
  return (
    <section aria-labelledby="history" className={classes.timeline}>
      <Title order={2} id="history" size="h4" mb="sm">
        {t('templates:history')}
      </Title>
      <ol className={classes.versions} reversed>
        {[...versions].reverse().map(({ number, at, by, reason, from, hash }) => (
          <li key={number} className={classes.version} {...current(number)}>
            <Group gap="xs" justify="space-between">
              {link(number)}
              <Text size="sm" span>
                <DateTime value={at} />
              </Text>
            </Group>
            <Text size="sm">{t('templates:line', { name: people[by] ?? by })}</Text>
            <Text size="sm">{reason}</Text>
            {from === null ? null : (
              <Text size="sm" c="dimmed">
                {t('templates:from', { version: names.version(from) })}
              </Text>
            )}
            <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {t('templates:hash', { hash: hash.slice(0, 16) })}
            </Text>
            {number === versions.length ? (
              <div>
                <StatusBadge tone="good">{t('templates:inForce')}</StatusBadge>
              </div>
            ) : null}
          </li>
        ))}
        <li className={classes.version} {...current(0)}>
          {link(0)}
        </li>
      </ol>
    </section>
  )
}
