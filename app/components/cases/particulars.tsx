import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'
import { Section } from './section.tsx'

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the registrar filled in; what the papers do not tell is said to be untold. */
export function Particulars() {
  const { t } = useTranslation('cases')
  const { state, may, personName } = useCase()
  const dateTime = useDateTime()
  const untold = (
    <Text span c="dimmed">
      {t('cases:particulars.untold')}
    </Text>
  )
  const { kind, title, subjects, summary, situations, source, trigger, complexity } = state
  const mayAmend =
    may({
      type: 'amend',
      particulars: {
        kind,
        title,
        subjects: [...subjects],
        summary,
        situations: [...situations],
        source,
        trigger,
        complexity: [...complexity],
      },
      reason: '—',
    }) === null
  return (
    <Section
      title={t('cases:particulars.title')}
      aside={
        mayAmend ? (
          <Anchor component={Link} to="amend" size="sm">
            {t('cases:particulars.amend')}
          </Anchor>
        ) : null
      }
    >
      <dl className={classes.facts}>
        <Fact name={t('cases:particulars.source')}>{t(`cases:source.${source}`)}</Fact>
        <Fact name={t('cases:particulars.trigger')}>{trigger.matter || untold}</Fact>
        <Fact name={t('cases:particulars.triggerOrgan')}>{trigger.organ || untold}</Fact>
        <Fact name={t('cases:particulars.triggerDate')}>
          {trigger.date ? dateTime(trigger.date, 'date') : untold}
        </Fact>
        <Fact name={t('cases:particulars.summary')}>
          {summary ? <span className={classes.prose}>{summary}</span> : untold}
        </Fact>
        <Fact name={t('cases:particulars.situations')}>
          {situations.length === 0 ? (
            untold
          ) : (
            <ul className={classes.list}>
              {situations.map((situation) => (
                <li key={situation}>{situation}</li>
              ))}
            </ul>
          )}
        </Fact>
        {complexity.length > 0 ? (
          <Fact name={t('cases:particulars.complexity')}>
            <Group gap={6} component="span">
              {complexity.map((flag) => (
                <StatusBadge key={flag}>{t(`cases:complexity.${flag}`)}</StatusBadge>
              ))}
            </Group>
          </Fact>
        ) : null}
        <Fact name={t('cases:particulars.registered')}>
          {t('cases:particulars.registeredBy', {
            name: personName(state.registeredBy),
            date: dateTime(state.registeredAt),
          })}
        </Fact>
      </dl>
    </Section>
  )
}
