import { Anchor, Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { later } from '#app/components/ui/later.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { DocumentVersionRow } from '#server/services/documents.ts'
import { NOW, type VersionNames } from './names-of-versions.ts'
import classes from './timeline.module.css'

interface TimelineProps {
  readonly versions: readonly DocumentVersionRow[]
  readonly names: VersionNames
  readonly shown: string
  readonly access: 'write' | 'read'
}

const NameVersion = later(
  async () => (await import('#app/components/versions/version-forms.tsx')).NameVersion,
)

/** A year of writing has hundreds; the first look is for the latest. */
const FIRST = 50

/** When a text became what it is: each version with who wrote it, and the comparisons that are asked for most. */
export function Timeline({ versions, names, shown, access }: TimelineProps) {
  const { t } = useTranslation('versions')
  const [steps, setSteps] = useState(false)
  const [all, setAll] = useState(false)
  const [named, setNamed] = useState<DocumentVersionRow | null>(null)
  const wanted = versions.filter((version) => !steps || isStep(version)).reverse()
  const listed = all ? wanted : wanted.slice(0, FIRST)
  return (
    <section aria-labelledby="timeline" className={classes.timeline}>
      <Title order={3} id="timeline" size="h3">
        {t('versions:timeline')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('versions:order')}
      </Text>
      <Checkbox
        my="xs"
        size="sm"
        label={t('versions:steps')}
        checked={steps}
        onChange={(event) => setSteps(event.currentTarget.checked)}
      />
      <ol className={classes.versions} reversed start={versions.length}>
        {listed.map((version) => (
          <Version
            key={version.id}
            version={version}
            names={names}
            isShown={version.id === shown}
            last={versions[names.placeOf(version.id) - 1]}
            onName={access === 'write' ? () => setNamed(version) : null}
          />
        ))}
      </ol>
      {named ? (
        <NameVersion version={named} number={names.number(named.id)} onClose={() => setNamed(null)} />
      ) : null}
      {listed.length < wanted.length ? (
        <Button variant="default" size="compact-md" onClick={() => setAll(true)}>
          {t('versions:more', { count: wanted.length - listed.length })}
        </Button>
      ) : null}
    </section>
  )
}

const isStep = ({ reason, names }: DocumentVersionRow) => reason !== 'pause' || names.length > 0

interface VersionProps {
  readonly version: DocumentVersionRow
  readonly names: VersionNames
  readonly isShown: boolean
  readonly last: DocumentVersionRow | undefined
  /** Null for who may not. */
  readonly onName: (() => void) | null
}

function Version({ version, names, isShown, last, onName }: VersionProps) {
  const { t } = useTranslation('versions')
  const { id, at, reason } = version
  const number = names.number(id)
  return (
    <li className={classes.version} {...(isShown ? { 'aria-current': true } : {})}>
      <Group gap="xs" justify="space-between">
        <Anchor component={Link} to={`?v=${id}`} aria-label={t('versions:read', { number })} fw={600}>
          {number}
        </Anchor>
        <Text size="sm" span>
          <DateTime value={at} />
        </Text>
      </Group>
      <Group gap="xs">
        <StatusBadge tone={isStep(version) ? 'active' : 'neutral'}>{names.what(version)}</StatusBadge>
        {reason === 'pause' ? null : (
          <Text size="sm" span>
            {t('versions:by', { name: names.by(version) })}
          </Text>
        )}
        {isShown ? (
          <Text size="sm" span c="dimmed">
            {t('versions:shown')}
          </Text>
        ) : null}
      </Group>
      {names.naming(version).map((line) => (
        <Text key={line} size="sm" c="dimmed">
          {line}
        </Text>
      ))}
      {version.authors.length > 0 || reason === 'pause' ? (
        <Text size="sm" c="dimmed">
          {t('versions:writtenBy', { names: names.writers(version) })}
        </Text>
      ) : null}
      <Group gap="md">
        <Anchor
          component={Link}
          to={`?v=${id}&with=${NOW}`}
          size="sm"
          className={classes.act ?? ''}
          aria-label={t('versions:sinceItName', { number })}
        >
          {t('versions:sinceIt')}
        </Anchor>
        {last ? (
          <Anchor
            component={Link}
            to={`?v=${id}&with=${last.id}`}
            size="sm"
            className={classes.act ?? ''}
            aria-label={t('versions:fromLastName', { number })}
          >
            {t('versions:fromLast')}
          </Anchor>
        ) : null}
        {onName ? (
          <Anchor
            component="button"
            type="button"
            size="sm"
            className={classes.act ?? ''}
            aria-label={t('versions:name.of', { number })}
            onClick={onName}
          >
            {t('versions:name.act')}
          </Anchor>
        ) : null}
      </Group>
    </li>
  )
}
